#include "terminal.hpp"

#include <charconv>

#include "environment.hpp"

#ifdef _WIN32
#include <io.h>
#else
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace nceplan::cli {
namespace {

constexpr unsigned usual_width = 80;

unsigned width_of_device() {
#ifndef _WIN32
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
#endif
  return usual_width;
}

}  // namespace

bool is_terminal(Stream stream) {
  const int descriptor = stream == Stream::out ? 1 : 2;
#ifdef _WIN32
  return _isatty(descriptor) != 0;
#else
  return isatty(descriptor) == 1;
#endif
}

unsigned terminal_width() {
  if (const auto columns = environment_variable("COLUMNS")) {
    unsigned width = 0;
    const char* end = columns->data() + columns->size();
    if (std::from_chars(columns->data(), end, width).ptr == end && width > 0) return width;
  }
  return width_of_device();
}

bool wants_color(ColorChoice choice, bool on_terminal) {
  if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
  return on_terminal && !environment_variable("NO_COLOR") && environment_variable("TERM") != "dumb";
}

}  // namespace nceplan::cli
