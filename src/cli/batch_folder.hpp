// A set of files that appears in a folder whole or not at all.
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "interrupts.hpp"
#include "nceplan/output/report.hpp"

namespace nceplan::cli {

enum class OldFiles : std::uint8_t { keep, replace };

/// Writes the files beside the folder first, then moves them in. Names of earlier sets are recognised by
/// `is_of_a_set`; with OldFiles::keep such a file in the folder is a UsageError, with OldFiles::replace they all make
/// way, so that two sets never mix; unless one of them is an input of this run, which is a UsageError. Other files of
/// the folder are left alone. When anything fails the folder is as before; so it is when an interrupt comes before
/// `commit`, and one that comes later waits until all files are in.
class BatchFolder {
 public:
  /// `inputs` are the files that this run reads. Throws UsageError, and Failure `output_failed`.
  BatchFolder(const std::string& path, OldFiles old_files, std::span<const std::string> inputs,
              bool (*is_of_a_set)(const std::string& name));
  BatchFolder(const BatchFolder&) = delete;
  BatchFolder& operator=(const BatchFolder&) = delete;
  ~BatchFolder();

  void write(const std::string& name, const std::function<void(const Sink&)>& produce);
  void commit();

 private:
  using Path = std::filesystem::path;

  void find_old_files(bool (*is_of_a_set)(const std::string& name));
  void move_all(const std::vector<std::string>& names, const Path& from, const Path& to);
  [[noreturn]] void fail(const std::error_code& error) const;

  HeldInterrupts interrupts_;  ///< the first member: what waits ends the process when all else is cleaned up
  std::string path_;           ///< as the user named it
  Path folder_;
  Path draft_;  ///< holds the new files until they are complete
  Path old_;    ///< holds the old ones until the new ones are in
  std::vector<std::string> names_;
  std::vector<std::string> old_names_;
};

}  // namespace nceplan::cli
