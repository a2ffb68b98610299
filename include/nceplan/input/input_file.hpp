// The seam to the outside: bytes at an offset. Only the command line opens files.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace nceplan {

/// A named sequence of bytes of known size. `read_at` is thread-safe, reads up to `size` bytes at `offset` into
/// `out`, returns how many (less only at the end) and throws Failure `file_unreadable`.
struct InputFile {
  std::string name;  ///< as the user named it; "-" is standard input
  std::uint64_t size = 0;
  std::function<std::size_t(std::uint64_t offset, char* out, std::size_t size)> read_at;
  /// Throws Failure `file_unreadable` when the file has changed since it was opened; empty for what cannot change.
  std::function<void()> require_unchanged = {};
};

/// An input held in memory.
InputFile memory_file(std::string name, std::string content);

/// Reads exactly `size` bytes at `offset` into `out`. Throws Failure `file_unreadable` when the file has them no more,
/// since it became shorter while it was read.
void read_exactly(const InputFile& file, std::uint64_t offset, char* out, std::size_t size);

/// The whole content.
std::string read_all(const InputFile& file);

}  // namespace nceplan
