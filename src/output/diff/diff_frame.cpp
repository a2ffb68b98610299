#include "diff_frame.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "i18n/bilingual.hpp"
#include "i18n/format_text.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/base/text_map.hpp"
#include "nceplan/i18n/texts.hpp"
#include "output/human/evidence_text.hpp"
#include "output/human/report_frame.hpp"

namespace nceplan {
namespace {

constexpr std::array<Bilingual, diff_column_count> headings = {{
    {"Change", "Änderung"},
    {"Customer", "Kunde"},
    {"Customer id", "Kunden-ID"},
    {"Subscription id", "Abonnement-ID"},
    {"Product", "Produkt"},
    {"Seats", "Lizenzen"},
    {"Before", "Bisher"},
    {"After", "Neu"},
    {"Renews", "Verlängerung"},
    {"Migrates", "Migration"},
    {"Phase", "Phase"},
    {"Urgent", "Dringend"},
    {"Act by", "Fällig"},
    {"Matched by", "Erkannt an"},
    {"NCE subscription", "NCE-Abonnement"},
    {"Old file", "Alte Datei"},
    {"Old line", "Alte Zeile"},
    {"New file", "Neue Datei"},
    {"New line", "Neue Zeile"},
}};

std::string phases_line(const Plan& plan, Text label, Language language) {
  const VerdictDay day = verdict_day(plan);
  const std::string_view side = text(label, language);
  if (!day.saved) return format_text(Text::phases_computed, language, side, format_date(*day.day, language));
  if (!day.day) return format_text(Text::phases_saved, language, side);
  return format_text(Text::phases_saved_on, language, side, format_date(*day.day, language));
}

void add_side(std::vector<std::string>& lines, const Plan& plan, Text label, Language language) {
  for (const Source& source : plan.portfolio().sources) {
    lines.push_back(format_text(Text::diff_side, language, text(label, language), escape_controls(source.path),
                                accounting_text(plan.counts(), language)));
  }
  for (std::string& line : evidence_lines(plan, language)) lines.push_back(std::move(line));
}

}  // namespace

std::string_view heading(DiffColumn column, Language language) {
  return headings[static_cast<std::size_t>(column)].in(language);
}

std::vector<DiffCustomer> by_customer(const DiffLines& lines, const std::vector<DiffLine>& shown, Language language) {
  struct Group {
    bool urgent = false;
    DiffCustomer customer;
  };
  const auto value = [&](const DiffLine& line, DiffColumn column) {
    return human_text(lines.value(line, column), language);
  };
  // A customer is its tenant; a side without tenant ids has the customer of that name if there is only one.
  TextMap<std::set<std::string>> ids_by_name;
  for (const DiffLine& line : shown) {
    const std::string id = value(line, DiffColumn::customer_id);
    if (!id.empty()) ids_by_name[fold(value(line, DiffColumn::customer_name))].insert(id);
  }
  TextMap<Group> groups;
  for (const DiffLine& line : shown) {
    std::string name = value(line, DiffColumn::customer_name);
    std::string id = value(line, DiffColumn::customer_id);
    const auto ids = ids_by_name.find(fold(name));
    if (id.empty() && ids != ids_by_name.end() && ids->second.size() == 1) id = *ids->second.begin();
    Group& group = groups[id.empty() ? '\n' + fold(name) : id];
    if (name.empty()) name = id.empty() ? std::string(text(Text::customer_unnamed, language)) : id;
    if (group.customer.name.empty()) group.customer.name = name;
    group.urgent = group.urgent || line.kind == ChangeKind::became_urgent;
    group.customer.lines.push_back(line);
  }
  std::vector<std::tuple<bool, std::string, std::string>> order;  // urgent ones first, then by name, then by tenant
  for (const auto& [key, group] : groups) order.emplace_back(!group.urgent, fold(group.customer.name), key);
  std::sort(order.begin(), order.end());
  std::vector<DiffCustomer> customers;
  for (const auto& place : order) customers.push_back(std::move(groups.find(std::get<2>(place))->second.customer));
  return customers;
}

std::vector<std::string> diff_head(const DiffReport& report, const DiffOptions& options) {
  const Language language = options.language;
  const PlanContext& context = report.after.context();
  std::vector<std::string> lines = {format_text(Text::tool_line, language, options.tool_version, context.edition->id,
                                                format_date(context.edition->announced, language),
                                                format_date(context.as_of, language))};
  add_side(lines, report.before, Text::side_old, language);
  add_side(lines, report.after, Text::side_new, language);
  const VerdictDay old_day = verdict_day(report.before);
  const VerdictDay new_day = verdict_day(report.after);
  if (old_day.saved || new_day.saved) {
    lines.push_back(phases_line(report.before, Text::side_old, language));
    lines.push_back(phases_line(report.after, Text::side_new, language));
  } else {
    lines.push_back(format_text(Text::phases_of_both, language, format_date(context.as_of, language)));
  }
  return lines;
}

std::vector<std::string> diff_foot(const DiffReport& report, const std::vector<DiffLine>& shown,
                                   const DiffOptions& options) {
  const Language language = options.language;
  std::string totals;
  for (std::size_t i = 0; i < change_kind_count; ++i) {
    const auto kind = static_cast<ChangeKind>(i);
    const auto count =
        std::count_if(shown.begin(), shown.end(), [kind](const DiffLine& line) { return line.kind == kind; });
    if (count == 0) continue;
    totals += (totals.empty() ? "" : ", ") + fmt::format("{} {}", count, word(kind, language));
  }
  std::vector<std::string> lines;
  if (report.diff.changes.empty()) {
    lines.emplace_back(text(Text::no_changes, language));
  } else {
    lines.push_back(shown.empty() ? std::string(text(Text::no_change_shown, language)) : totals + '.');
  }
  lines.push_back(counted(Text::single_unchanged, Text::unchanged, report.diff.unchanged, language));
  if (report.diff.unidentified != 0) {
    lines.push_back(format_text(Text::unidentified, language, report.diff.unidentified));
  }
  return lines;
}

}  // namespace nceplan
