#include "batch_folder.hpp"

#include <algorithm>
#include <utility>

#include "input_files.hpp"
#include "nceplan/base/diagnostic.hpp"
#include "output_sink.hpp"
#include "usage_error.hpp"

namespace nceplan::cli {
namespace {

namespace fs = std::filesystem;

/// A folder of a name that is free, beside `folder`: on the same disk, so that files can be moved.
fs::path make_folder_beside(const fs::path& folder, std::error_code& error) {
  for (int attempt = 0;; ++attempt) {
    fs::path made = folder;
    made += ".nceplan-" + std::to_string(attempt);
    if (fs::create_directory(made, error) || error) return made;
  }
}

}  // namespace

BatchFolder::BatchFolder(const std::string& path, OldFiles old_files, std::span<const std::string> inputs,
                         bool (*is_of_a_set)(const std::string& name))
    : path_(path) {
  std::error_code error;
  folder_ = fs::absolute(path, error).lexically_normal();
  if (!folder_.has_filename()) folder_ = folder_.parent_path();
  const bool exists = fs::exists(folder_, error);
  const bool is_folder = exists && fs::is_directory(folder_, error);
  if (exists && !is_folder) fail(std::make_error_code(std::errc::not_a_directory));
  if (is_folder) find_old_files(is_of_a_set);
  if (!old_names_.empty() && old_files == OldFiles::keep) {
    throw UsageError(CliText::file_exists, {(fs::path(path) / old_names_.front()).string()}).suggesting("--force");
  }
  for (const std::string& name : old_names_) {
    const std::string old = (fs::path(path) / name).string();
    const auto is_old = [&old](const std::string& input) { return same_file(old, input); };
    if (std::any_of(inputs.begin(), inputs.end(), is_old)) throw UsageError(CliText::output_is_input, {old});
  }
  draft_ = make_folder_beside(folder_, error);
  if (error) fail(error);
}

BatchFolder::~BatchFolder() {
  std::error_code ignored;
  if (!draft_.empty()) fs::remove_all(draft_, ignored);
  if (!old_.empty()) fs::remove(old_, ignored);  // stays if it holds old files that could not be moved back
}

void BatchFolder::find_old_files(bool (*is_of_a_set)(const std::string& name)) {
  std::error_code error;
  for (fs::directory_iterator entry(folder_, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    std::error_code gone;
    if (is_of_a_set(name) && entry->is_regular_file(gone)) old_names_.push_back(name);
  }
  if (error) fail(error);
  std::sort(old_names_.begin(), old_names_.end());
}

void BatchFolder::write(const std::string& name, const std::function<void(const Sink&)>& produce) {
  OutputFile file((draft_ / name).string());
  produce([&file](std::string_view bytes) { file.write(bytes); });
  file.commit();
  names_.push_back(name);
  if (interrupts_.any()) fail(std::make_error_code(std::errc::interrupted));  // its end is that of the process
}

void BatchFolder::commit() {
  std::error_code error;
  if (!fs::exists(folder_, error)) {
    fs::rename(draft_, folder_, error);
    if (error) fail(error);
    draft_.clear();
    return;
  }
  if (!old_names_.empty()) {
    old_ = make_folder_beside(folder_, error);
    if (error) fail(error);
    move_all(old_names_, folder_, old_);
  }
  try {
    move_all(names_, draft_, folder_);
  } catch (const Failure&) {
    for (const std::string& name : old_names_) fs::rename(old_ / name, folder_ / name, error);
    throw;
  }
  if (!old_.empty()) fs::remove_all(old_, error);
  old_.clear();
}

/// All of them, or none: what was moved goes back.
void BatchFolder::move_all(const std::vector<std::string>& names, const Path& from, const Path& to) {
  std::error_code error;
  for (std::size_t i = 0; i < names.size(); ++i) {
    fs::rename(from / names[i], to / names[i], error);
    if (!error) continue;
    std::error_code ignored;
    for (std::size_t done = 0; done < i; ++done) fs::rename(to / names[done], from / names[done], ignored);
    fail(error);
  }
}

void BatchFolder::fail(const std::error_code& error) const {
  throw Failure({.code = DiagnosticCode::output_failed, .where = {.file = path_}, .details = {error.message()}});
}

}  // namespace nceplan::cli
