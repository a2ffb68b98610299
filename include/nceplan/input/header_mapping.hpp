// From header row (or JSON keys) to canonical fields and the format that has such headers.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/input/field.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan {

/// Where the fields of a source stand.
struct HeaderMapping {
  ExportFormat format = ExportFormat::generic;
  std::vector<std::string> headers;                    ///< as written, trimmed
  std::vector<std::optional<Field>> fields;            ///< per header; nothing for a column that is not used
  std::array<std::uint32_t, field_count> column_of{};  ///< per field: 1-based column, or 0

  bool has(Field field) const { return column_of[index_of(field)] != 0; }
  /// Header of a field as written, or its canonical name when the source does not have it.
  std::string header_of(Field field) const;
};

/// User's `--map FIELD=HEADER`, in the order given.
using FieldOverrides = std::vector<std::pair<std::string, std::string>>;

/// Lower case without spaces, underscores, hyphens, dots and BOM; umlauts are kept.
std::string normalized_header(std::string_view header);

/// Maps headers in English and German. The format is the best match of the known header sets; the same header can
/// mean different fields in different formats (in `recon`, SubscriptionId is not the portal's id).
/// A field named by two headers uses the first and warns (`header_duplicate`). Throws Failure `mapping_unknown`.
HeaderMapping map_headers(std::span<const std::string> headers, const FieldOverrides& overrides,
                          const std::string& file, Diagnostics& diagnostics);

/// True when enough headers are known for this to be a header row: a product or offer and an end or renewal date, or
/// the evidence formats' own set.
bool looks_like_header_row(std::span<const std::string> headers, const FieldOverrides& overrides);

/// Throws Failure when a needed field has no column: `header_unrecognized` when hardly anything matches, else
/// `columns_missing` with the headers seen and the nearest one. `has_customer` tells that the customer comes from
/// `--customer`, the file's name or a wrapper.
void require_fields(const HeaderMapping& mapping, bool has_customer, const std::string& file);

}  // namespace nceplan
