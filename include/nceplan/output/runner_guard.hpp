// Keeps text from files out of the command channel of CI runners. They read commands from the log: GitHub from lines
// that begin with `::`, behind white space, and from `##[` anywhere in a line; Azure from `##vso[` anywhere.
#pragma once

#include <string>
#include <string_view>

#include "nceplan/output/report.hpp"

namespace nceplan {

/// The lines of `text`, with visible escapes in what a runner would take as a command: `\x3a:error::`, `#\x23vso[`.
std::string without_runner_commands(std::string_view text);

/// Passes text on, line by line, without commands. Lines may come in pieces.
class RunnerGuard {
 public:
  explicit RunnerGuard(Sink sink) : sink_(std::move(sink)) {}

  void write(std::string_view bytes);
  /// Passes on the rest. To be called once, after all writing.
  void close();

 private:
  Sink sink_;
  std::string line_;  ///< the start of a line whose end has not come
};

}  // namespace nceplan
