// The names of CLI11 that declarations need. Its own header takes seconds to compile and adds objects that every file
// including it makes at each start, so only the files that parse or ask arguments include it.
#pragma once

namespace CLI {
class App;
class Option;
}  // namespace CLI
