// Fixed texts by id: headings, labels, counted parts. `{0}`, `{1}` are placeholders in fmt's style.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "nceplan/i18n/language.hpp"

namespace nceplan {

/// Every id exists in both languages with the same placeholders. Pairs `single_x`, `xs` are singular and plural.
enum class Text : std::uint16_t {
  // Words.
  single_month,
  months,
  single_year,
  years,
  yes,
  no,
  value,
  today,
  // Head of a report.
  tool_line,
  single_row,
  rows,
  single_file,
  files,
  single_part_legacy,
  part_legacy,
  part_nce,
  part_other,
  part_rejected,
  part_merged,
  part_takeover,
  evidence_line,
  part_completed,
  part_running,
  part_failed,
  part_scheduled,
  part_cancelled,
  part_silent,
  part_unmatched,
  shown_of,
  nothing_planned,
  nothing_shown,
  // The table.
  heading_product,
  heading_seats,
  heading_migrates,
  heading_adjust_until,
  heading_do_next,
  legend_urgent,
  legend_waits,
  legend_not_covered,
  legend_addon,
  no_migration_date,
  no_reseller,
  reseller,
  customer_unnamed,
  product_unnamed,
  single_subscription,
  subscriptions,
  // Instead of an action.
  follows_base,
  follows_base_shown,
  not_covered_because,
  waits_because,
  on_nce,
  scheduled_for,
  held_at,
  held_elsewhere,
  // Foot of a report.
  total_urgent,
  total_due,
  total_later,
  total_not_covered,
  total_on_nce,
  single_term_assumed,
  terms_assumed,
  auto_renew_assumed,
  id_assumed,
  status_assumed,
  single_parent_missing,
  parents_missing,
  still_legacy,
  single_takeover,
  takeovers,
  newer_edition,
  // Diff.
  heading_change,
  heading_before,
  heading_after,
  side_old,
  side_new,
  diff_side,
  phases_of_both,
  phases_computed,
  phases_saved,
  phases_saved_on,
  no_changes,
  no_change_shown,
  single_unchanged,
  unchanged,
  unidentified,
  // Summary.
  heading_month,
  heading_category,
  heading_phase,
  heading_count,
  heading_due,
  due_overdue,
  due_in_7,
  due_in_30,
  due_later,
  due_never,
  total,
  // Explanation.
  label_customer,
  label_subscription,
  label_place,
  label_edition,
  label_as_of,
  label_base,
  label_addons,
  single_seat,
  seats,
  announced,
  rule,
  section_actions,
  no_action,
  source,
  source_and_edition,
  own_rule,
  edition_sources,
  retrieved,
  // Diagnostics.
  expected,
  fix,
  more_of_kind,
  single_error,
  errors,
  single_warning,
  warnings,
  count_  ///< number of texts, not a text
};

inline constexpr std::size_t text_count = static_cast<std::size_t>(Text::count_);

std::string_view text(Text id, Language language);

}  // namespace nceplan
