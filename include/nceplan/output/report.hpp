// What is shown of a plan, in which order and form. Selection first, then one writer per format.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/i18n/language.hpp"
#include "nceplan/output/column.hpp"
#include "nceplan/plan/plan.hpp"

namespace nceplan {

/// Takes bytes in order. Throws Failure `output_failed` when they cannot be written.
using Sink = std::function<void(std::string_view)>;

enum class ReportFormat : std::uint8_t { table, wide, csv, tsv, json, ndjson, md, ics, html, xlsx };
std::string_view to_code(ReportFormat format);
std::optional<ReportFormat> report_format_from_code(std::string_view code);

enum class GroupBy : std::uint8_t { none, customer, month, reseller };

/// `--where FIELD=GLOB`: rows whose column, as machine formats write it, matches.
struct RowFilter {
  Column column{};
  std::string glob;
};

struct SortKey {
  Column column{};
  bool descending = false;
};

/// Which planned rows are shown.
struct Selection {
  std::vector<RowFilter> where;  ///< all must match
  std::optional<int> due_days;   ///< only entries with days_left <= this, overdue included
  std::vector<SortKey> sort;     ///< stable; empty values last in either direction; none keeps the input's order
};

/// The planned rows that are shown, in order.
class SelectedRows {
 public:
  /// All planned rows in input order, without a list of them in memory.
  explicit SelectedRows(const Plan& plan) : plan_(&plan) {}
  SelectedRows(const Plan& plan, std::vector<RowIndex> rows) : plan_(&plan), rows_(std::move(rows)) {}

  const Plan& plan() const { return *plan_; }
  /// Nothing when all planned rows are shown in input order.
  const std::optional<std::vector<RowIndex>>& rows() const { return rows_; }
  std::uint64_t size() const { return rows_ ? rows_->size() : plan_->counts().planned; }
  /// Calls `visit(RowIndex)` for each row in order.
  void for_each(const std::function<void(RowIndex)>& visit) const;

 private:
  const Plan* plan_;
  std::optional<std::vector<RowIndex>> rows_;
};

SelectedRows select_rows(const Plan& plan, const Selection& selection);

struct ReportOptions {
  ReportFormat format = ReportFormat::table;
  bool summary = false;              ///< `--summary`: counts instead of rows
  std::vector<Column> columns;       ///< empty: all for machine formats, the format's own choice for people
  GroupBy group_by = GroupBy::none;  ///< of the formats for people; none there means customer
  bool keep_order = false;           ///< formats for people keep the order of the rows (`--sort`), else urgency decides
  Language language = Language::en;  ///< of the formats for people, and of the `action` sentence
  /// `--excel`: csv and tsv as Excel of this language opens them; nothing leaves them plain.
  std::optional<Language> excel;
  unsigned width = 80;  ///< columns of the table; 0 never truncates
  bool color = false;
  std::string hint;  ///< last line of the table: the useful next command; may be empty
  std::string tool_version;
  /// For "a newer edition moves N of these dates": id of the newest bundled edition and the count; 0 says nothing.
  std::string newer_edition;
  std::uint64_t moved_by_newer_edition = 0;
};

/// Writes the selected rows in any format but xlsx (write_workbook). Formats with several threads (PlanContext::jobs);
/// the bytes do not depend on their number.
void write_report(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                  const Sink& sink);

/// JSON Schema (2020-12) of what `json` writes.
std::string json_schema();

}  // namespace nceplan
