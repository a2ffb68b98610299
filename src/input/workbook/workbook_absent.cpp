// What a build without libzip and expat has instead of a reader.
#include "workbook_reader.hpp"

namespace nceplan {
namespace {

[[noreturn]] void refuse(const InputFile& file) {
  throw Failure({.code = DiagnosticCode::xlsx_unsupported, .where = {.file = file.name, .field = {}}});
}

}  // namespace

bool can_read_workbooks() { return false; }

void read_workbook_source(const InputFile& file, const ReadOptions&, Portfolio&, Diagnostics&) { refuse(file); }

MatrixSheet read_matrix_sheet(const InputFile& file, bool (*)(const CsvRow&)) { refuse(file); }

}  // namespace nceplan
