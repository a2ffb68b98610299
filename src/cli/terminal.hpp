// What is on the other end of stdout and stderr.
#pragma once

#include <cstdint>

namespace nceplan::cli {

enum class Stream : std::uint8_t { out, err };
enum class ColorChoice : std::uint8_t { automatic, always, never };

bool is_terminal(Stream stream);

/// Columns of the terminal on stdout: COLUMNS, else what the terminal says, else 80.
unsigned terminal_width();

/// `automatic`: on a terminal, unless NO_COLOR is set or TERM is `dumb`.
bool wants_color(ColorChoice choice, bool on_terminal);

}  // namespace nceplan::cli
