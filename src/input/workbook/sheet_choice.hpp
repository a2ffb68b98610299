// Which sheet of a workbook holds an export, and where its header row stands.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/input/read_portfolio.hpp"
#include "workbook.hpp"

namespace nceplan {

struct ChosenSheet {
  const WorkbookSheet* sheet = nullptr;
  std::uint32_t header_row = 0;      ///< as Excel numbers it
  std::vector<std::string> headers;  ///< from column A; none is missing between
};

/// The sheet that `options.sheet` names, else the first visible one with a header row that maps, else the first one
/// that holds anything, for its failure to say what is missing. Other sheets that map too are reported
/// (`sheets_several`). Throws Failure `sheet_unknown`, and `file_empty` when there is no cell at all.
ChosenSheet choose_sheet(const Workbook& book, const std::string& file, const ReadOptions& options,
                         Diagnostics& diagnostics);

/// The texts of a row from column A up to its last cell, at most `most`.
std::vector<std::string> texts_of(const SheetRow& row, std::size_t most);

/// Header rows may stand below a title; this many rows are looked at.
inline constexpr std::size_t rows_with_titles = 20;

}  // namespace nceplan
