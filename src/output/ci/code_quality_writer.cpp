// GitLab's code quality report (docs.gitlab.com/ci/testing/code_quality, "Code Quality report format"): an array of
// findings. The rows that need attention, and every problem of the input at its line.
#include <algorithm>
#include <array>
#include <string>

#include "fingerprint.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/base/text_map.hpp"
#include "nceplan/i18n/texts.hpp"
#include "nceplan/output/attention.hpp"
#include "output/cell.hpp"
#include "output/human/human_cell.hpp"
#include "output/machine/json_document.hpp"
#include "output/machine/machine_writers.hpp"

namespace nceplan {
namespace {

using Json = nlohmann::ordered_json;

/// GitLab's own order is info, minor, major, critical, blocker.
std::string_view severity_of(const PlanEntry& entry, Date as_of) {
  const Action primary = entry.primary();
  if (primary.due && days_left(primary, as_of) < 0) return "blocker";
  if (is_urgent(entry, as_of)) return "critical";
  return primary.due && days_left(primary, as_of) <= due_soon_days ? "major" : "minor";
}

std::string_view severity_of(Severity severity) {
  static constexpr std::array<std::string_view, 3> names = {"info", "minor", "major"};
  return names[static_cast<std::size_t>(severity)];
}

class CodeQualityWriter {
 public:
  CodeQualityWriter(const SelectedRows& rows, const ReportOptions& options, const Sink& sink)
      : rows_(rows), options_(options), sink_(sink), cells_(rows.plan(), options.language) {}

  void write(const Diagnostics& diagnostics) {
    sink_("[");
    rows_.for_each([&](RowIndex row) { write_row(row); });
    for (const Diagnostic& diagnostic : diagnostics.kept()) write_problem(diagnostic);
    sink_(first_ ? "]\n" : "\n]\n");
  }

 private:
  void write_row(RowIndex row);
  void write_problem(const Diagnostic& diagnostic);
  std::string row_key() const;
  void write_finding(const std::string& description, const std::string& check, std::string_view severity,
                     const std::string& key, const Location& where);

  const SelectedRows& rows_;
  const ReportOptions& options_;
  const Sink& sink_;
  RowCells cells_;
  bool first_ = true;
  TextMap<int> used_;  ///< fingerprints; GitLab drops a finding whose fingerprint it has seen
};

/// What tells the subscription from others in the export of another day. Lines and dates to act on change.
std::string CodeQualityWriter::row_key() const {
  const Portfolio& portfolio = cells_.plan().portfolio();
  const Subscription& row = cells_.subscription();
  if (!row.has(RowFlag::id_assumed)) return portfolio.subscription_id(cells_.block(), row);
  const Customer& customer = cells_.customer();
  return portfolio.to_string(customer.id) + '\n' + fold(portfolio.text(customer.name)) + '\n' +
         fold(portfolio.text(cells_.product().name));
}

void CodeQualityWriter::write_row(RowIndex row) {
  const Plan& plan = rows_.plan();
  const RowBlock& block = plan.portfolio().block_of(row);
  cells_.load(block, row);
  const PlanEntry& entry = cells_.entry();
  if (!needs_attention(entry, options_.gate, plan.context().as_of)) return;
  const Subscription& subscription = cells_.subscription();
  const std::string_view check = entry.actions.empty() ? to_code(entry.phase) : to_code(entry.primary().code);
  std::string step = next_step(cells_);
  if (step.empty()) step = word(entry.phase, options_.language);
  write_finding(customer_label(plan, subscription, options_.language) + ": " +
                    product_label(plan, subscription, options_.language) + ": " + step,
                "nceplan/" + std::string(check), severity_of(entry, plan.context().as_of), row_key(),
                plan.portfolio().place_of(row));
}

void CodeQualityWriter::write_problem(const Diagnostic& diagnostic) {
  const Location& where = diagnostic.where;
  write_finding(message(diagnostic, options_.language), "nceplan/" + std::string(to_code(diagnostic.code)),
                severity_of(diagnostic.severity), where.file + '\n' + where.field + '\n' + diagnostic.seen, where);
}

void CodeQualityWriter::write_finding(const std::string& description, const std::string& check,
                                      std::string_view severity, const std::string& key, const Location& where) {
  const std::array<std::string_view, 2> parts = {check, key};
  std::string fingerprint = fingerprint_of(parts);
  if (const int before = used_[fingerprint]++; before != 0) {
    const std::string number = std::to_string(before);
    const std::array<std::string_view, 3> more = {check, key, number};
    fingerprint = fingerprint_of(more);
  }
  const std::string path = where.file.compare(0, 2, "./") == 0 ? where.file.substr(2) : where.file;
  const Json finding = {{"description", description},
                        {"check_name", check},
                        {"fingerprint", fingerprint},
                        {"severity", severity},
                        {"location", {{"path", path}, {"lines", {{"begin", std::max<std::uint64_t>(where.line, 1)}}}}}};
  sink_((first_ ? "\n  " : ",\n  ") + to_text(finding));
  first_ = false;
}

}  // namespace

void write_code_quality(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                        const Sink& sink) {
  CodeQualityWriter(rows, options, sink).write(diagnostics);
}

}  // namespace nceplan
