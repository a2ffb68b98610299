// The steps of the planner that look across rows by base: bundles (R9).
#include <algorithm>

#include "base/fetch.hpp"
#include "nceplan/rules/self_migration.hpp"
#include "planner.hpp"
#include "row_parts.hpp"

namespace nceplan {
namespace {

constexpr std::uint64_t bundles_per_thread = 5'000;
constexpr std::uint64_t rows_per_thread = 20'000;

}  // namespace

LargeVector<BaseLink> Planner::base_links(std::vector<RowIndex>& parentless) {
  std::size_t count = 0;
  for (Findings& found : findings_) {
    find_far_bases(found.addons);
    count += found.addons.size();
  }
  LargeVector<BaseLink> links;
  links.reserve(count);
  for (const Findings& found : findings_) {
    for (const Addon& addon : found.addons) add_link(addon, links, parentless);
  }
  return links;
}

void Planner::add_link(const Addon& addon, LargeVector<BaseLink>& links, std::vector<RowIndex>& parentless) const {
  const RowState state = plan_.states_[addon.row];
  if (!state.planned() || state.has(RowMark::on_nce)) return;
  if (addon.near_base == no_row) {
    parentless.push_back(addon.row);
  } else if (!plan_.states_[addon.near_base].has(RowMark::on_nce)) {
    links.push_back({.row = addon.row, .base = addon.near_base});
  }
}

/// Bases that are not near, or that a later row of the same id outdid, are looked for in the whole portfolio.
void Planner::find_far_bases(std::span<Addon> addons) const {
  in_parallel(context_.jobs, addons.size(), rows_per_thread, [&](const Part& part) {
    for (std::size_t i = part.first; i < part.last; ++i) {
      RowIndex& base = addons[i].near_base;
      if (base != no_row && plan_.is_planned(base)) continue;
      const auto found = ids_->find(related_id(addons[i].row));
      base = found && plan_.is_planned(*found) ? *found : no_row;
    }
  });
}

void Planner::find_bundles() {
  std::vector<RowIndex> parentless;
  const LargeVector<BaseLink> links = base_links(parentless);
  // No longer needed, and together more memory than the bundles.
  ids_.reset();
  for (Findings& found : findings_) found.addons = {};
  LinkedRows linked = link_rows(static_cast<RowIndex>(plan_.states_.size()), links);
  plan_.bundles_ = std::move(linked.bundles);

  for (const RowIndex row : linked.cyclic) {
    plan_.states_[row].set(RowFate::rejected);
    report_base(DiagnosticCode::parent_cycle, Severity::error, row);
  }
  parentless.insert(parentless.end(), linked.orphaned.begin(), linked.orphaned.end());
  std::sort(parentless.begin(), parentless.end());
  for (const RowIndex row : parentless) {
    plan_.states_[row].add(RowMark::parent_missing);
    report_base(DiagnosticCode::parent_missing, Severity::warning, row);
  }
}

void Planner::report_base(DiagnosticCode code, Severity severity, RowIndex row) {
  if (!plan_.diagnostics_.wants(code)) return plan_.diagnostics_.count_only(code, severity);
  const Source& source = portfolio_.sources[portfolio_.block_of(row).source];
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.severity = severity;
  diagnostic.where = portfolio_.place_of(row);
  const auto column = std::find_if(source.columns.begin(), source.columns.end(), [](const SourceColumn& candidate) {
    return candidate.field == "base_subscription_id";
  });
  if (!source.json && column != source.columns.end()) {
    diagnostic.where.column = static_cast<std::uint32_t>(column - source.columns.begin() + 1);
    diagnostic.where.field = column->header;
  }
  diagnostic.seen = portfolio_.to_string(related_id(row));
  diagnostic.details = {diagnostic.seen};
  plan_.diagnostics_.add(std::move(diagnostic));
}

void Planner::judge_bundles() {
  auto& bundles = plan_.bundles_.all;
  in_parallel(context_.jobs, bundles.size(), bundles_per_thread, [&](const Part& part) {
    // The rows of a bundle that is a few places ahead are fetched, so that reading them does not wait.
    constexpr std::size_t ahead = 8;
    const RowBlock* block = nullptr;
    for (std::size_t i = part.first; i < part.last; ++i) {
      if (i + ahead < part.last) {
        const RowIndex root = bundles[i + ahead].root;
        if (block == nullptr || root - block->first_row >= block->rows.size()) {
          block = &portfolio_.block_of(root);
        }
        NCEPLAN_FETCH(&block->rows[root - block->first_row]);
      }
      judge(bundles[i]);
    }
  });
}

void Planner::judge(Bundle& bundle) const {
  bool known = true;
  const RowBlock* near = &portfolio_.block_of(bundle.root);
  for (const RowIndex row : plan_.bundles_.members_of(bundle)) {
    if (row - near->first_row >= near->rows.size()) near = &portfolio_.block_of(row);
    const RowBlock& block = *near;
    const RowView view = plan_.view_of(block, row);
    const Standing standing = plan_.standing_of(view);
    if (row == bundle.root) {
      bundle.root_coverage = standing.coverage;
      if (standing.coverage == Coverage::covered) {
        bundle.migration = Plan::migration_of(standing, nullptr, *context_.edition);
      }
    }
    const MemberFacts member = plan_.member_facts(view, standing);
    if (!member.counts) continue;
    if (member.blocker != Blocker::none) bundle.blocked = true;
    if (!member.service_known) known = false;
    bundle.self_from = later_of(bundle.self_from, member.opens);
  }
  if (!known) bundle.self_from = std::nullopt;
}

}  // namespace nceplan
