// Shows on a terminal how far the reading has come, once it takes longer than a second. Counts at the seam where blocks
// of files are read, so that parsing knows nothing of it.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

#include "cli/options/options.hpp"
#include "nceplan/input/input_file.hpp"

namespace nceplan::cli {

/// `reading [########........]  52 %`, or `reading 12.4 MB` when nobody knows how much will come. At most `width`
/// columns.
std::string progress_line(std::uint64_t done, std::uint64_t total, unsigned width, Language language);

class Progress {
 public:
  /// Silent unless stderr is a terminal that can go back in its line, and never with -q.
  explicit Progress(const Options& options);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  /// Leaves the line as empty as it was.
  ~Progress();

  /// For bytes of inputs whose size nobody knows, as they come.
  void add(std::uint64_t bytes) { done_.fetch_add(bytes, std::memory_order_relaxed); }
  /// The same file, counted while it is read; its size is expected to come.
  InputFile counting(InputFile file);

 private:
  void show();

  std::atomic<std::uint64_t> done_ = 0;
  std::atomic<std::uint64_t> total_ = 0;
  Language language_;
  unsigned width_ = 0;
  std::mutex turn_;
  std::condition_variable wake_;
  bool finished_ = false;
  std::thread drawing_;  ///< not running when silent
};

}  // namespace nceplan::cli
