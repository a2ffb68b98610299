// Workbooks, as a module that is loaded when the first one is read or written: the libraries behind it would otherwise
// take a third of the time that a run on a small export takes (docs/benchmarks.md).
#pragma once

#include "input/workbook/workbook_reader.hpp"
#include "nceplan/output/workbook.hpp"

namespace nceplan::cli {

/// The functions of the module; each as the one of its name in the two headers above.
struct WorkbookModule {
  decltype(&nceplan::can_read_workbooks) can_read_workbooks;
  decltype(&nceplan::read_workbook_source) read_workbook_source;
  decltype(&nceplan::read_matrix_sheet) read_matrix_sheet;
  decltype(&nceplan::can_write_workbooks) can_write_workbooks;
  decltype(&nceplan::write_workbook) write_workbook;
};

/// What the module exports, under this name, as a function without arguments.
inline constexpr const char* workbook_module_entry = "nceplan_workbook_module";
using WorkbookModuleEntry = const WorkbookModule*();

}  // namespace nceplan::cli
