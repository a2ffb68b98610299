#include "nceplan/input/partner_tenant.hpp"

#include <algorithm>

#include "input/csv/csv_rows.hpp"
#include "nceplan/input/encoding.hpp"
#include "nceplan/input/header_mapping.hpp"

namespace nceplan {

std::string read_partner_tenant(const InputFile& file, const ReadOptions& options) {
  constexpr std::size_t beginning = std::size_t{1} << 16;
  std::string bytes(static_cast<std::size_t>(std::min<std::uint64_t>(file.size, beginning)), '\0');
  bytes.resize(file.read_at(0, bytes.data(), bytes.size()));
  if (looks_binary(bytes)) return {};
  const std::string text = decode_text(bytes, options.encoding);
  CsvRows rows(text, detect_csv_dialect(text, options.delimiter));
  if (!rows.next()) return {};
  const auto is_tenant = [](std::string_view header) { return normalized_header(header) == "partnertenantid"; };
  const auto column = std::find_if(rows.fields().begin(), rows.fields().end(), is_tenant) - rows.fields().begin();
  if (!rows.next() || static_cast<std::size_t>(column) >= rows.fields().size()) return {};
  return std::string(rows.fields()[static_cast<std::size_t>(column)]);
}

}  // namespace nceplan
