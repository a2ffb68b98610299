// The parts of a workbook file: an OPC package (ECMA-376 part 2), which is a zip archive. Nothing that the archive
// says of itself is relied on. Knows libzip.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/input/input_file.hpp"

namespace nceplan {

class WorkbookArchive {
 public:
  /// Opens the archive and adds up what it claims to hold. Throws Failure `workbook_invalid`, and `workbook_too_large`
  /// for more than a workbook of its size can be: archives that unpack to hundreds of times their size are bombs.
  explicit WorkbookArchive(const InputFile& file);
  WorkbookArchive(const WorkbookArchive&) = delete;
  WorkbookArchive& operator=(const WorkbookArchive&) = delete;
  ~WorkbookArchive();

  /// Part names are without leading slash and compare without case.
  bool has(const std::string& part) const;

  /// Unpacks a part piece by piece until `take` returns false. Counts what comes out, whatever the archive claims, up
  /// to the same limit. Throws the same failures, also for a part that is missing or damaged.
  void read(const std::string& part, const std::function<bool(std::string_view)>& take) const;

  const std::string& file() const { return file_; }
  [[noreturn]] void fail_invalid(std::string reason) const;

 private:
  class Zip;

  [[noreturn]] void fail_too_large() const;

  std::string file_;
  std::string bytes_;
  std::uint64_t most_unpacked_;
  std::unique_ptr<Zip> zip_;
};

}  // namespace nceplan
