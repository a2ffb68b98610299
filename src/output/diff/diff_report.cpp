#include "nceplan/output/diff_report.hpp"

#include <algorithm>

#include "diff_lines.hpp"
#include "diff_writers.hpp"
#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

struct DiffColumnInfo {
  std::string_view code;
  std::string_view type;
  std::string_view description;
};

constexpr std::array<DiffColumnInfo, diff_column_count> infos = {{
    {"change", "code", "What changed; a subscription has a line for each change."},
    {"customer_name", "text", "Name of the customer, as the new file has it."},
    {"customer_id", "text", "Tenant id of the customer."},
    {"subscription_id", "text", "Id of the legacy subscription, or FILE:LINE where the file has none."},
    {"product_name", "text", "Display name of the legacy offer, else its id."},
    {"seats", "integer", "Number of seats; empty when unknown."},
    {"before", "value", "What the old file has of that which changed."},
    {"after", "value", "What the new file has of it."},
    {"renewal_date", "date", "Day after the term end (R3)."},
    {"migration_date", "date", "Day it moves to New Commerce (R4)."},
    {"phase", "code", "Where it stands (R11)."},
    {"urgent", "boolean", "The window is open, or at most seven days are left (R12)."},
    {"act_by", "date", "Day by which to do what comes first (R12)."},
    {"matched_by", "text", "How the two rows were found to be one: id, successor or product; empty when new or gone."},
    {"nce_subscription_id", "text", "The NCE subscription that replaced it, where that is known."},
    {"old_file", "text", "File that the old row was read from."},
    {"old_line", "integer", "Line of the old row, or number of its element in a JSON document."},
    {"new_file", "text", "File that the new row was read from."},
    {"new_line", "integer", "Line of the new row, or number of its element in a JSON document."},
}};

constexpr std::array<DiffColumn, diff_column_count> in_order() {
  std::array<DiffColumn, diff_column_count> columns{};
  for (std::size_t i = 0; i < diff_column_count; ++i) columns[i] = static_cast<DiffColumn>(i);
  return columns;
}
constexpr auto columns_in_order = in_order();

const DiffColumnInfo& info_of(DiffColumn column) { return infos[static_cast<std::size_t>(column)]; }

}  // namespace

std::span<const DiffColumn> all_diff_columns() { return columns_in_order; }
std::string_view to_code(DiffColumn column) { return info_of(column).code; }
std::string_view type_of(DiffColumn column) { return info_of(column).type; }
std::string_view description_of(DiffColumn column) { return info_of(column).description; }

std::optional<DiffColumn> diff_column_from_code(std::string_view code) {
  const auto found = std::find_if(infos.begin(), infos.end(),
                                  [code](const DiffColumnInfo& info) { return equals_ignoring_case(info.code, code); });
  if (found == infos.end()) return std::nullopt;
  return static_cast<DiffColumn>(found - infos.begin());
}

std::optional<DiffFormat> diff_format_from_code(std::string_view code) {
  static constexpr std::array<std::string_view, 6> codes = {"table", "csv", "tsv", "json", "ndjson", "md"};
  const auto found = std::find(codes.begin(), codes.end(), code);
  if (found == codes.end()) return std::nullopt;
  return static_cast<DiffFormat>(found - codes.begin());
}

std::uint64_t count_changes(const DiffReport& report, const std::vector<DiffFilter>& where) {
  return DiffLines(report, Language::en).matching(where).size();
}

void write_diff(const DiffReport& report, const DiffOptions& options, const Diagnostics& diagnostics,
                const Sink& sink) {
  switch (options.format) {
    case DiffFormat::table:
      return write_diff_table(report, options, sink);
    case DiffFormat::md:
      return write_diff_markdown(report, options, sink);
    case DiffFormat::csv:
      return write_diff_delimited(report, options, ',', sink);
    case DiffFormat::tsv:
      return write_diff_delimited(report, options, '\t', sink);
    case DiffFormat::json:
      return write_diff_json(report, options, diagnostics, sink);
    case DiffFormat::ndjson:
      return write_diff_ndjson(report, options, diagnostics, sink);
  }
}

}  // namespace nceplan
