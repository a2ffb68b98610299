#include "workbook_target.hpp"

#include <array>
#include <filesystem>
#include <system_error>

#include "input_files.hpp"
#include "nceplan/base/diagnostic.hpp"
#include "nceplan/output/workbook.hpp"
#include "output_sink.hpp"
#include "usage_error.hpp"

namespace nceplan::cli {
namespace {

void copy_to(const Sink& sink, const std::string& path) {
  std::string part(std::size_t{1} << 20, '\0');
  const InputFile file = open_input(path);
  for (std::uint64_t at = 0; at < file.size;) {
    const std::size_t count = file.read_at(at, part.data(), part.size());
    if (count == 0) return;
    sink(std::string_view(part).substr(0, count));
    at += count;
  }
}

/// Standard output and devices cannot be written out of order: the workbook is made in a temporary file first, which
/// goes with `scratch`.
void write_by_way_of_scratch(const OutputTarget& target, const std::function<void(const std::string& path)>& produce) {
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::temp_directory_path(error);
  if (error) {
    throw Failure({.code = DiagnosticCode::output_failed, .where = {}, .details = {"TMPDIR: " + error.message()}});
  }
  const OutputFile scratch((folder / "nceplan.xlsx").string());
  produce(scratch.temporary());
  write_target(target, [&](const Sink& sink) { copy_to(sink, scratch.temporary()); });
}

}  // namespace

void require_workbook_target(const OutputTarget& target) {
  if (target.format != workbook_format) return;
  if (!can_write_workbooks()) throw UsageError(CliText::workbooks_not_built, {}).expecting("-o plan.csv --excel");
  if (goes_to_terminal(target)) throw UsageError(CliText::workbook_on_terminal, {}).expecting("-o plan.xlsx");
}

void write_workbook_target(const OutputTarget& target, const std::function<void(const std::string& path)>& produce) {
  try {
    if (target.path.empty()) return write_by_way_of_scratch(target, produce);
    OutputFile file(target.path);
    if (file.temporary().empty()) return write_by_way_of_scratch(target, produce);
    produce(file.temporary());
    file.commit();
  } catch (const Failure& failure) {
    Diagnostic told = failure.diagnostic();
    told.where.file = target.path.empty() ? "stdout" : target.path;
    throw Failure(std::move(told));
  }
}

}  // namespace nceplan::cli
