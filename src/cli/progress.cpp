#include "progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "environment.hpp"
#include "filled.hpp"
#include "messages.hpp"
#include "nceplan/base/text.hpp"
#include "terminal.hpp"

namespace nceplan::cli {
namespace {

constexpr std::chrono::milliseconds patience(1000);
constexpr std::chrono::milliseconds pace(100);
constexpr unsigned longest_bar = 40;

bool can_be_shown(const Options& options) {
  return options.verbosity != Verbosity::errors_only && is_terminal(Stream::err) &&
         environment_variable("TERM") != "dumb";
}

std::string amount(std::uint64_t bytes) {
  constexpr double mega = 1e6;
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / mega);
}

}  // namespace

std::string progress_line(std::uint64_t done, std::uint64_t total, unsigned width, Language language) {
  const std::string said(text(CliText::progress_reading, language));
  if (total == 0) return elide(fmt::format("{} {}", said, amount(done)), width);
  // Some bytes are read twice: at the start, to see what the file is.
  const std::uint64_t percent = std::min<std::uint64_t>(100, done * 100 / total);
  const std::string tail = fmt::format(" {:3} %", percent);
  const std::size_t used = display_width(said) + tail.size() + 3;
  const std::size_t bar = used < width ? std::min<std::size_t>(longest_bar, width - used) : 0;
  const std::size_t filled_part = bar * percent / 100;
  const std::string drawn = std::string(filled_part, '#') + std::string(bar - filled_part, '.');
  return elide(bar == 0 ? said + tail : fmt::format("{} [{}]{}", said, drawn, tail), width);
}

Progress::Progress(const Options& options) : language_(options.language) {
  if (!can_be_shown(options)) return;
  // In its last column a terminal may start a new line.
  width_ = std::max(2U, terminal_width()) - 1;
  try {
    drawing_ = std::thread([this] { show(); });
  } catch (const std::system_error&) {  // no thread to be had: nothing is drawn
  }
}

Progress::~Progress() {
  if (!drawing_.joinable()) return;
  {
    const std::lock_guard lock(turn_);
    finished_ = true;
  }
  wake_.notify_one();
  drawing_.join();
}

InputFile Progress::counting(InputFile file) {
  if (!drawing_.joinable()) return file;
  total_.fetch_add(file.size, std::memory_order_relaxed);
  file.read_at = [this, inner = std::move(file.read_at)](std::uint64_t offset, char* out, std::size_t size) {
    const std::size_t got = inner(offset, out, size);
    add(got);
    return got;
  };
  return file;
}

void Progress::show() {
  std::unique_lock lock(turn_);
  if (wake_.wait_for(lock, patience, [this] { return finished_; })) return;
  std::size_t drawn = 0;
  do {
    const std::string line = progress_line(done_, total_, width_, language_);
    const std::size_t columns = display_width(line);
    write_stderr('\r' + line + std::string(drawn > columns ? drawn - columns : 0, ' '));
    drawn = columns;
  } while (!wake_.wait_for(lock, pace, [this] { return finished_; }));
  write_stderr('\r' + std::string(drawn, ' ') + '\r');
}

}  // namespace nceplan::cli
