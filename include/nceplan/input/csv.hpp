// CSV as it is found: dialect detection and a small whole-file reader for documents (offer catalogs, matrices,
// waivers). Exports go through the block reader of read_portfolio.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nceplan {

struct CsvDialect {
  char delimiter = ',';
  char terminator = '\n';         ///< '\r' in text most of whose lines end in it alone
  std::size_t header_offset = 0;  ///< where the header row starts, behind BOM, `sep=` and `#TYPE` lines
  std::uint32_t header_line = 1;  ///< its line number
};

/// Detects the delimiter (comma, semicolon, tab, pipe) of UTF-8 text from its first lines; `sep=` decides when there.
CsvDialect detect_csv_dialect(std::string_view text, std::optional<char> requested = std::nullopt);

struct CsvRow {
  std::uint32_t line = 0;  ///< 1-based, of its first character
  std::vector<std::string> fields;
};

/// All rows of UTF-8 text, the header first; blank lines are skipped. Lenient about stray quotes and padding.
/// Throws Failure `quote_unclosed`, with `file` as place, if the text ends within quotes.
std::vector<CsvRow> parse_csv(std::string_view text, const CsvDialect& dialect, const std::string& file);

}  // namespace nceplan
