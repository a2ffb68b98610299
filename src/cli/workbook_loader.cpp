// The library's functions for workbooks as the program has them. Since it defines them itself, the linker takes neither
// those of the library nor what they need.
#include <dlfcn.h>

#include <filesystem>

#include "usage_error.hpp"
#include "workbook_module.hpp"

namespace nceplan {
namespace {

using cli::UsageError;
using cli::WorkbookModule;

/// Beside the program, as in a build, or where it is installed. A library path in the program would do the same, and
/// let the system search it for every library at every start.
std::filesystem::path module_path() {
  const std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe").parent_path();
  const std::filesystem::path beside = folder / NCEPLAN_WORKBOOK_MODULE;
  return std::filesystem::exists(beside) ? beside : folder / NCEPLAN_MODULE_FOLDER / NCEPLAN_WORKBOOK_MODULE;
}

/// It stays loaded.
const WorkbookModule& load_module() {
  void* const library = dlopen(module_path().c_str(), RTLD_NOW | RTLD_LOCAL);
  void* const entry = library == nullptr ? nullptr : dlsym(library, cli::workbook_module_entry);
  if (entry == nullptr) throw UsageError(CliText::workbook_module_missing, {dlerror()});
  return *reinterpret_cast<cli::WorkbookModuleEntry*>(entry)();
}

const WorkbookModule& workbook_module() {
  static const WorkbookModule& loaded = load_module();
  return loaded;
}

}  // namespace

bool can_read_workbooks() { return workbook_module().can_read_workbooks(); }

void read_workbook_source(const InputFile& file, const ReadOptions& options, Portfolio& portfolio,
                          Diagnostics& diagnostics) {
  workbook_module().read_workbook_source(file, options, portfolio, diagnostics);
}

MatrixSheet read_matrix_sheet(const InputFile& file, bool (*is_header)(const CsvRow& row)) {
  return workbook_module().read_matrix_sheet(file, is_header);
}

bool can_write_workbooks() { return workbook_module().can_write_workbooks(); }

void write_workbook(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                    const std::string& path) {
  workbook_module().write_workbook(rows, options, diagnostics, path);
}

}  // namespace nceplan
