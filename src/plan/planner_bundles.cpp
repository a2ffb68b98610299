// The steps of the planner that look across rows by customer and by base: bundles (R9) and seat sums (R10).
#include <algorithm>
#include <limits>

#include "nceplan/rules/seat_cap.hpp"
#include "nceplan/rules/self_migration.hpp"
#include "parallel.hpp"
#include "planner.hpp"
#include "seat_sums.hpp"

namespace nceplan {
namespace {

constexpr std::uint64_t bundles_per_thread = 5'000;
constexpr std::uint64_t rows_per_thread = 20'000;

Id base_id_of(const Portfolio& portfolio, RowIndex row) {
  const RowBlock& block = portfolio.block_of(row);
  return Portfolio::details(block, block.rows[row - block.first_row]).base_id;
}

}  // namespace

std::vector<BaseLink> Planner::base_links(std::vector<RowIndex>& parentless) const {
  std::vector<Addon> addons;
  for (const Findings& found : findings_) addons.insert(addons.end(), found.addons.begin(), found.addons.end());
  find_far_bases(addons);

  std::vector<BaseLink> links;
  links.reserve(addons.size());
  for (const Addon& addon : addons) {
    const RowState state = plan_.states_[addon.row];
    if (!state.planned() || state.has(RowMark::on_nce)) continue;
    if (addon.near_base == no_row) {
      parentless.push_back(addon.row);
    } else if (!plan_.states_[addon.near_base].has(RowMark::on_nce)) {
      links.push_back({.row = addon.row, .base = addon.near_base});
    }
  }
  return links;
}

/// Bases that are not near, or that a later row of the same id outdid, are looked for in the whole portfolio.
void Planner::find_far_bases(std::vector<Addon>& addons) const {
  in_parallel(context_.jobs, addons.size(), rows_per_thread, [&](unsigned, std::uint64_t first, std::uint64_t last) {
    for (std::uint64_t i = first; i < last; ++i) {
      RowIndex& base = addons[i].near_base;
      if (base != no_row && plan_.is_planned(base)) continue;
      const auto found = ids_->find(base_id_of(portfolio_, addons[i].row));
      base = found && plan_.is_planned(*found) ? *found : no_row;
    }
  });
}

void Planner::find_bundles() {
  std::vector<RowIndex> parentless;
  const std::vector<BaseLink> links = base_links(parentless);
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
  const RowBlock& block = portfolio_.block_of(row);
  const Source& source = portfolio_.sources[block.source];
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.severity = severity;
  diagnostic.where.file = source.path;
  diagnostic.where.line = block.rows[row - block.first_row].source_line;
  const auto column = std::find_if(source.columns.begin(), source.columns.end(), [](const SourceColumn& candidate) {
    return candidate.field == "base_subscription_id";
  });
  if (!source.json && column != source.columns.end()) {
    diagnostic.where.column = static_cast<std::uint32_t>(column - source.columns.begin() + 1);
    diagnostic.where.field = column->header;
  }
  diagnostic.seen = portfolio_.to_string(base_id_of(portfolio_, row));
  diagnostic.details = {diagnostic.seen};
  plan_.diagnostics_.add(std::move(diagnostic));
}

void Planner::judge_bundles() {
  auto& bundles = plan_.bundles_.all;
  in_parallel(context_.jobs, bundles.size(), bundles_per_thread,
              [&](unsigned, std::uint64_t first, std::uint64_t last) {
                for (std::uint64_t i = first; i < last; ++i) judge(bundles[i]);
              });
}

void Planner::judge(Bundle& bundle) const {
  bool known = true;
  const RowBlock* near = &portfolio_.block_of(bundle.root);
  for (const RowIndex row : plan_.bundles_.members_of(bundle)) {
    if (row - near->first_row >= near->rows.size()) near = &portfolio_.block_of(row);
    const RowBlock& block = *near;
    const Standing standing = plan_.standing_of(block, row);
    if (row == bundle.root) {
      bundle.root_coverage = standing.coverage;
      if (standing.coverage == Coverage::covered) {
        bundle.migration = Plan::migration_of(standing, nullptr, *context_.edition);
      }
    }
    const MemberFacts member = plan_.member_facts(block, row, standing);
    if (!member.counts) continue;
    if (member.blocker != Blocker::none) bundle.blocked = true;
    if (!member.service_known) known = false;
    bundle.self_from = later_of(bundle.self_from, member.opens);
  }
  if (!known) bundle.self_from = std::nullopt;
}

std::optional<Planner::SeatClaim> Planner::seat_claim(const RowBlock& block, RowIndex row) const {
  const Subscription& subscription = block.rows[row - block.first_row];
  const OfferFacts& facts = plan_.offer_facts(subscription.product);
  const RowState state = plan_.states_[row];
  if (!facts.seat_capped || subscription.seats <= 0 || !state.planned() || state.has(RowMark::on_nce)) return {};
  if (!state.has(RowMark::scheduled)) {
    const Bundle* const base = plan_.followed_bundle(row);
    if (state.own_coverage() != Coverage::covered) return {};
    if (base != nullptr && base->root_coverage != Coverage::covered) return {};
  } else if (Plan::coverage_of(plan_.standing_of(block, row), plan_.followed_bundle(row)) != Coverage::covered) {
    return {};
  }
  return SeatClaim{.key = SeatSums::key_of(plan_.customer_group(subscription), facts.pool),
                   .row = row,
                   .seats = static_cast<std::uint32_t>(subscription.seats)};
}

void Planner::sum_seats() {
  std::vector<LargeVector<SeatClaim>> claims(std::max(context_.jobs, 1U));
  in_parallel(context_.jobs, portfolio_.row_count(), rows_per_thread,
              [&](unsigned worker, std::uint64_t first, std::uint64_t last) {
                for_each_row(portfolio_, first, last, [&](const RowBlock& block, RowIndex row) {
                  const std::optional<SeatClaim> claim = seat_claim(block, row);
                  if (claim) claims[worker].push_back(*claim);
                });
              });
  std::uint64_t count = 0;
  for (const auto& part : claims) count += part.size();
  if (count == 0) return;

  SeatSums sums(count);
  in_parallel(context_.jobs, claims.size(), 1, [&](unsigned, std::uint64_t first, std::uint64_t last) {
    for (std::uint64_t part = first; part < last; ++part) {
      for (const SeatClaim& claim : claims[part]) sums.add(claim.key, claim.seats);
    }
  });
  std::vector<std::vector<std::pair<RowIndex, std::uint32_t>>> over_cap(claims.size());
  in_parallel(context_.jobs, claims.size(), 1, [&](unsigned, std::uint64_t first, std::uint64_t last) {
    for (std::uint64_t part = first; part < last; ++part) {
      for (const SeatClaim& claim : claims[part]) {
        const std::uint64_t sum = sums.sum(claim.key);
        if (sum <= pooled_seats) continue;
        plan_.states_[claim.row].add(RowMark::over_seat_cap);
        const auto shown = std::min<std::uint64_t>(sum, std::numeric_limits<std::uint32_t>::max());
        over_cap[part].emplace_back(claim.row, static_cast<std::uint32_t>(shown));
      }
    }
  });
  for (const auto& part : over_cap) plan_.seat_sums_.insert(plan_.seat_sums_.end(), part.begin(), part.end());
}

}  // namespace nceplan
