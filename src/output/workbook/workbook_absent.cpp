// What a build without libxlsxwriter has instead of a writer.
#include "nceplan/base/diagnostic.hpp"
#include "nceplan/output/workbook.hpp"

namespace nceplan {

bool can_write_workbooks() { return false; }

void write_workbook(const SelectedRows&, const ReportOptions&, const Diagnostics&, const std::string& path) {
  throw Failure({.code = DiagnosticCode::output_failed,
                 .where = {.file = path, .field = {}},
                 .details = {"built without libxlsxwriter"}});
}

}  // namespace nceplan
