#include "nceplan/input/partner_tenant.hpp"

#include <algorithm>

#include "nceplan/base/text.hpp"
#include "nceplan/input/csv.hpp"
#include "nceplan/input/encoding.hpp"
#include "nceplan/input/header_mapping.hpp"

namespace nceplan {

std::string read_partner_tenant(const InputFile& file, const ReadOptions& options) {
  constexpr std::size_t beginning = std::size_t{1} << 16;
  std::string bytes(static_cast<std::size_t>(std::min<std::uint64_t>(file.size, beginning)), '\0');
  bytes.resize(file.read_at(0, bytes.data(), bytes.size()));
  if (looks_binary(bytes)) return {};
  const std::string text = decode_text(bytes, options.encoding);
  const std::vector<CsvRow> rows = parse_csv(text, detect_csv_dialect(text, options.delimiter));
  if (rows.size() < 2) return {};
  for (std::size_t i = 0; i < std::min(rows[0].fields.size(), rows[1].fields.size()); ++i) {
    if (normalized_header(rows[0].fields[i]) == "partnertenantid") return std::string(trim(rows[1].fields[i]));
  }
  return {};
}

}  // namespace nceplan
