// Exports that are kept in Excel, and offer matrices as they are downloaded: which sheet is meant, and its rows.
#pragma once

#include <string>
#include <vector>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/input/csv.hpp"
#include "nceplan/input/input_file.hpp"
#include "nceplan/input/read_portfolio.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan {

/// Whether this build has the libraries for it.
bool can_read_workbooks();

/// True for zip archives (.xlsx, .xlsm and other packages) and for the containers of old or encrypted workbooks.
bool looks_like_workbook(std::string_view start);

/// Reads one sheet into new blocks and a new Source at the end of `portfolio`: the one that `options.sheet` names, else
/// the first visible one whose header row maps, which may stand below a title. Rows are numbered as in Excel. Throws
/// Failure `workbook_invalid`, `workbook_too_large`, `xlsx_unsupported`, `sheet_unknown`, and those of tabular files.
void read_workbook_source(const InputFile& file, const ReadOptions& options, Portfolio& portfolio,
                          Diagnostics& diagnostics);

/// The sheet of an offer matrix as rows of texts: `NCE Mapping`, else the first visible one that `is_header` accepts a
/// row of, else the first. Throws Failure.
struct MatrixSheet {
  std::string name;
  std::vector<CsvRow> rows;
};
MatrixSheet read_matrix_sheet(const InputFile& file, bool (*is_header)(const CsvRow& row));

}  // namespace nceplan
