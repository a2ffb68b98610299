// What is shown of the differences of two plans: one line for each change, its columns, and the forms they are written
// in.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/output/report.hpp"
#include "nceplan/plan/plan_diff.hpp"

namespace nceplan {

/// In output order. Names are stable; the list only grows.
enum class DiffColumn : std::uint8_t {
  change,
  customer_name,
  customer_id,
  subscription_id,
  product_name,
  seats,
  before,
  after,
  renewal_date,
  migration_date,
  phase,
  urgent,
  act_by,
  matched_by,
  nce_subscription_id,
  old_file,
  old_line,
  new_file,
  new_line,
  count_
};
inline constexpr std::size_t diff_column_count = static_cast<std::size_t>(DiffColumn::count_);

std::span<const DiffColumn> all_diff_columns();
std::string_view to_code(DiffColumn column);
std::optional<DiffColumn> diff_column_from_code(std::string_view code);
/// `text`, `code`, `date`, `integer`, `boolean`; `value` for before and after, whose type depends on the change.
std::string_view type_of(DiffColumn column);
/// One English sentence for `nceplan columns diff` and the JSON schema.
std::string_view description_of(DiffColumn column);

/// `--where FIELD=GLOB`: lines whose column, as machine formats write it, matches.
struct DiffFilter {
  DiffColumn column{};
  std::string glob;
};

enum class DiffFormat : std::uint8_t { table, csv, tsv, json, ndjson, md };
std::optional<DiffFormat> diff_format_from_code(std::string_view code);

struct DiffOptions {
  DiffFormat format = DiffFormat::table;
  std::vector<DiffFilter> where;    ///< all must match
  std::vector<DiffColumn> columns;  ///< empty: all for machine formats, the format's own choice for people
  Language language = Language::en;
  unsigned width = 80;  ///< columns of the table; 0 never truncates
  bool color = false;
  std::string tool_version;
};

/// The differences of two plans with what they refer to; all of it must outlive the writing.
struct DiffReport {
  const Plan& before;
  const Plan& after;
  const PlanDiff& diff;
};

/// Changes that the filters let through: a subscription has one for each kind of change.
std::uint64_t count_changes(const DiffReport& report, const std::vector<DiffFilter>& where);

void write_diff(const DiffReport& report, const DiffOptions& options, const Diagnostics& diagnostics, const Sink& sink);

/// JSON Schema (2020-12) of what `diff -f json` writes.
std::string diff_json_schema();

}  // namespace nceplan
