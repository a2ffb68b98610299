#include "workbook_module.hpp"

extern "C" [[gnu::visibility("default")]] const nceplan::cli::WorkbookModule* nceplan_workbook_module() {
  static constexpr nceplan::cli::WorkbookModule module = {.can_read_workbooks = nceplan::can_read_workbooks,
                                                          .read_workbook_source = nceplan::read_workbook_source,
                                                          .read_matrix_sheet = nceplan::read_matrix_sheet,
                                                          .can_write_workbooks = nceplan::can_write_workbooks,
                                                          .write_workbook = nceplan::write_workbook};
  return &module;
}
