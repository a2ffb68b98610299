#include "planner.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

#include "base/fetch.hpp"
#include "base/parallel.hpp"
#include "customer_groups.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/base/text_map.hpp"
#include "nceplan/rules/ineligibility.hpp"
#include "row_parts.hpp"

namespace nceplan {
namespace {

constexpr std::uint64_t rows_per_thread = 20'000;
constexpr std::uint64_t products_per_thread = 1'000;

/// Rows share few such texts.
void add_unless_recent(std::vector<TextId>& texts, TextId text) {
  constexpr std::ptrdiff_t looked_at = 8;
  const auto recent = texts.end() - std::min<std::ptrdiff_t>(looked_at, std::ssize(texts));
  if (!text.empty() && std::find(recent, texts.end(), text) == texts.end()) texts.push_back(text);
}

/// Add-ons stand beside their base in nearly every export: looking there spares most searches of the whole portfolio.
/// The row of `block` with that id among the neighbours of `row`, or a number that is no row.
RowIndex near_row(const RowBlock& block, RowIndex row, Id id) {
  constexpr std::size_t neighbours = 16;
  const std::size_t at = row - block.first_row;
  for (std::size_t distance = 1; distance <= neighbours; ++distance) {
    if (distance <= at && block.rows[at - distance].id == id) return static_cast<RowIndex>(row - distance);
    if (at + distance < block.rows.size() && block.rows[at + distance].id == id) {
      return static_cast<RowIndex>(row + distance);
    }
  }
  return std::numeric_limits<RowIndex>::max();
}

}  // namespace

Planner::Planner(const Portfolio& portfolio, const PlanContext& context, Evidence evidence)
    : portfolio_(portfolio), context_(plan_.context_) {
  plan_.portfolio_ = &portfolio;
  plan_.context_ = context;
  plan_.evidence_ = std::move(evidence);
  plan_.states_ = LargeArray<RowState>(portfolio.row_count(), Provision::by_parts);
  findings_.resize(part_count(context.jobs, portfolio.row_count(), rows_per_thread));
}

Plan Planner::make() && {
  classify_products();
  number_pools();
  read_rows();
  // Grouping customers is one long sort, best done beside steps that have work for one thread and do not need it.
  const bool beside = context_.jobs > 1 && portfolio_.row_count() > rows_per_thread;
  Beside<CustomerGroups> groups(beside, [this] { return group_customers(portfolio_); });
  const auto need_groups = [&] {
    if (groups.valid()) plan_.customers_ = groups.take();
  };
  enter_ids();
  memoize_texts();
  if (!duplicates_.empty() || context_.waivers != nullptr) need_groups();
  merge_duplicates();
  mark_successors();
  mark_evidence();
  match_waivers();
  find_bundles();
  judge_bundles();
  need_groups();
  sum_seats();
  count_fates();
  report_no_legacy_rows();
  return std::move(plan_);
}

void Planner::classify_products() {
  std::vector<ProductId> products;
  for (std::uint32_t shard = 0; shard < portfolio_.shards.size(); ++shard) {
    const auto count = static_cast<std::uint32_t>(portfolio_.shards[shard].products.size());
    plan_.offer_facts_.emplace_back(count);
    for (std::uint32_t entry = 0; entry < count; ++entry) products.push_back({Handle::of(shard, entry)});
  }
  in_parallel(context_.jobs, products.size(), products_per_thread, [&](const Part& part) {
    for (std::size_t i = part.first; i < part.last; ++i) {
      const Product& product = portfolio_.product(products[i]);
      OfferFacts& facts = plan_.offer_facts_[products[i].shard()][products[i].entry()];
      facts = offer_facts_of({portfolio_.text(product.offer_id), portfolio_.text(product.name)}, *context_.catalog,
                             context_.matrix);
      facts.kind = product.kind;
    }
  });
}

void Planner::number_pools() {
  TextMap<std::uint32_t> pools;
  for (std::uint32_t shard = 0; shard < portfolio_.shards.size(); ++shard) {
    for (std::size_t entry = 0; entry < plan_.offer_facts_[shard].size(); ++entry) {
      OfferFacts& facts = plan_.offer_facts_[shard][entry];
      if (!facts.seat_capped) continue;
      const Product& product = portfolio_.shards[shard].products[entry];
      const std::string id = to_lower_ascii(portfolio_.text(product.offer_id));
      const std::string key = id.empty() ? "name " + fold(portfolio_.text(product.name)) : "id " + id;
      facts.pool = pools.emplace(key, static_cast<std::uint32_t>(pools.size())).first->second;
    }
  }
  pool_count_ = pools.size();
}

void Planner::read_rows() {
  const std::uint64_t rows = portfolio_.row_count();
  // Each thread has a filter of its own, of a byte a row; a step as short as this one gains nothing from more of them.
  constexpr unsigned most_threads = 8;
  const unsigned threads = std::min(context_.jobs, most_threads);
  id_filter_.emplace(rows, threads);
  id_hashes_.emplace(rows, Provision::by_parts);
  in_parallel(threads, rows, rows_per_thread, [&](const Part& part) {
    read_part(part, IdFilter::Adder(*id_filter_, part.worker), findings_[part.number]);
  });
  id_filter_->join();
}

void Planner::read_part(const Part& part, IdFilter::Adder ids, Findings& found) {
  found.addons.reserve((part.last - part.first) / 4);  // an estimate
  const IdHash id_hash(portfolio_);
  IdHashes& hashes = *id_hashes_;
  hashes.provide_part(part.first, part.last);
  plan_.states_.provide_part(part.first, part.last);
  SeatRunFinder seat_runs(pool_count_, found.seat_runs);
  for_each_row(portfolio_, part.first, part.last, [&](const RowBlock& block, RowIndex row) {
    const Subscription& subscription = block.rows[row - block.first_row];
    fetch_ahead(subscription, 24);
    if (has_own_id(subscription)) {
      hashes[row] = id_hash(subscription.id);
      ids.add(hashes[row]);
    }
    note_details(block, row, found, seat_runs);
  });
  seat_runs.end_run();
}

/// Every id that a later step looks for.
void Planner::need_ids() {
  IdFilter& filter = *id_filter_;
  const IdHash id_hash(portfolio_);
  for (const Findings& found : findings_) {
    for (const Addon& addon : found.addons) {
      // A base that is near but not planned counts only where another row has its id, which is needed as any such.
      if (addon.near_base == no_row) filter.need(id_hash(related_id(addon.row)));
    }
    for (const RowIndex row : found.successors) filter.need(id_hash(related_id(row)));
  }
  for (const MigrationEvidence& statement : plan_.evidence_.statements) {
    filter.need(id_hash(trim(statement.subscription_id)));
  }
  if (context_.waivers == nullptr) return;
  for (const Waiver& waiver : *context_.waivers) {
    if (!waiver.subscription.empty()) filter.need(id_hash(waiver.subscription));
  }
}

/// Enters the rows whose id is needed into the table of ids. Rows are not looked at again, which would take as long as
/// the rest, but their hashes.
void Planner::enter_ids() {
  need_ids();
  const IdFilter& filter = *id_filter_;
  const IdHashes& hashes = *id_hashes_;
  std::vector<std::vector<RowIndex>> needed(findings_.size());
  in_parallel(context_.jobs, hashes.size(), rows_per_thread, [&](const Part& part) {
    constexpr std::size_t ahead = 16;
    for (std::size_t row = part.first; row < part.last; ++row) {
      if (row + ahead < part.last) filter.fetch(hashes[row + ahead]);
      const bool is_needed = hashes[row] != 0 && filter.needs(hashes[row]);
      if (is_needed) needed[part.number].push_back(static_cast<RowIndex>(row));
    }
  });
  std::uint64_t count = 0;
  for (const std::vector<RowIndex>& part : needed) count += part.size();
  ids_.emplace(portfolio_, count);
  for (const std::vector<RowIndex>& part : needed) {
    constexpr std::size_t ahead = 8;
    for (std::size_t i = 0; i < part.size(); ++i) {
      if (i + ahead < part.size()) ids_->fetch(hashes[part[i + ahead]]);
      const auto taken = ids_->add(part[i], hashes[part[i]]);
      if (taken) duplicates_.push_back({.slot = *taken, .row = part[i]});
    }
  }
  id_filter_.reset();
  id_hashes_.reset();
  std::sort(duplicates_.begin(), duplicates_.end(),
            [](const Duplicate& a, const Duplicate& b) { return a.slot != b.slot ? a.slot < b.slot : a.row < b.row; });
}

void Planner::note_details(const RowBlock& block, RowIndex row, Findings& found, SeatRunFinder& seat_runs) {
  const Subscription& subscription = block.rows[row - block.first_row];
  const RowKind kind = plan_.offer_facts(subscription.product).kind;
  RowState& state = plan_.states_[row];
  if (kind == RowKind::other) state.set(RowFate::other);
  if (kind == RowKind::nce) state.set(RowFate::already_nce);
  if (kind == RowKind::legacy) {
    const RenewalDecision renewal =
        decide_renewal(subscription.term_end, Portfolio::dates(block, subscription).renewal, context_.end_date);
    const OfferFacts& facts = plan_.offer_facts(subscription.product);
    state.set(own_coverage(subscription, facts, renewal));
    if (facts.seat_capped && subscription.seats > 0) {
      state.add(RowMark::pools_seats);
      seat_runs.add(row, subscription.customer, facts.pool, static_cast<std::uint32_t>(subscription.seats));
    }
  }
  if (kind == RowKind::legacy && subscription.has(RowFlag::migrated)) state.add(RowMark::on_nce);
  if (kind == RowKind::legacy && subscription.has(RowFlag::partner_scheduled)) state.add(RowMark::scheduled);
  if (subscription.details == 0) return;

  const SubscriptionDetails& details = Portfolio::details(block, subscription);
  if (kind == RowKind::nce && !details.related_id.empty()) found.successors.push_back(row);
  if (kind != RowKind::legacy) return;
  if (!details.related_id.empty())
    found.addons.push_back({.row = row, .near_base = near_row(block, row, details.related_id)});
  if (subscription.has(RowFlag::ineligible)) add_unless_recent(found.reasons, details.ineligibility_reason);
  if (!context_.own_provider.empty()) add_unless_recent(found.providers, details.provider);
}

Id Planner::related_id(RowIndex row) const {
  const RowBlock& block = portfolio_.block_of(row);
  return Portfolio::details(block, block.rows[row - block.first_row]).related_id;
}

void Planner::memoize_texts() {
  const std::string own_provider = fold(context_.own_provider);
  for (const Findings& found : findings_) {
    for (const TextId reason : found.reasons) {
      const auto [memo, added] = plan_.ineligibility_codes_.try_emplace(reason.bits, no_ineligibility_code);
      if (added) memo->second = ineligibility_code_of(portfolio_.text(reason));
    }
    for (const TextId provider : found.providers) {
      const auto [memo, added] = plan_.foreign_providers_.try_emplace(provider.bits, false);
      if (added) memo->second = fold(portfolio_.text(provider)) != own_provider;
    }
  }
}

void Planner::merge_duplicates() {
  std::vector<Conflict> conflicts;
  std::vector<RowIndex> rows;
  for (std::size_t i = 0; i < duplicates_.size();) {
    const IdTable::Slot slot = duplicates_[i].slot;
    rows.assign(1, ids_->row_in(slot));
    for (; i < duplicates_.size() && duplicates_[i].slot == slot; ++i) rows.push_back(duplicates_[i].row);
    const RowIndex winner = winner_of(portfolio_, plan_.customers_, rows, conflicts);
    for (const RowIndex row : rows) {
      if (row != winner) plan_.states_[row].set(RowFate::merged);
    }
    ids_->replace(slot, winner);
  }
  report(conflicts);
}

void Planner::report(const std::vector<Conflict>& conflicts) {
  std::vector<Conflict> by_row = conflicts;
  std::sort(by_row.begin(), by_row.end(), [](const Conflict& a, const Conflict& b) { return a.winner < b.winner; });
  for (const Conflict& conflict : by_row) {
    if (!plan_.diagnostics_.wants(DiagnosticCode::duplicate_conflict)) {
      plan_.diagnostics_.count_only(DiagnosticCode::duplicate_conflict, Severity::warning);
      continue;
    }
    Diagnostic diagnostic;
    diagnostic.code = DiagnosticCode::duplicate_conflict;
    diagnostic.severity = Severity::warning;
    diagnostic.where = portfolio_.place_of(conflict.winner);
    diagnostic.seen = portfolio_.to_string(portfolio_.row(conflict.winner).id);
    diagnostic.details = {to_text(portfolio_.place_of(conflict.loser))};
    plan_.diagnostics_.add(std::move(diagnostic));
  }
}

void Planner::mark_successors() {
  for (const Findings& found : findings_) {
    for (const RowIndex row : found.successors) {
      if (plan_.fate(row) != RowFate::already_nce) continue;
      const auto legacy = ids_->find(related_id(row));
      if (!legacy || !plan_.is_planned(*legacy)) continue;
      plan_.states_[*legacy].add(RowMark::on_nce);
      plan_.successors_.emplace_back(*legacy, row);
    }
  }
  std::sort(plan_.successors_.begin(), plan_.successors_.end());
}

void Planner::count_fates() {
  constexpr std::size_t chunk = 4096;
  std::array<std::uint64_t, 5> by_fate{};
  const std::span<const RowState> states(plan_.states_.begin(), plan_.states_.end());
  for (std::size_t first = 0; first < states.size(); first += chunk) {
    const auto part = states.subspan(first, std::min(chunk, states.size() - first));
    std::uint16_t planned = 0;  // no wider than a state, so that the compiler counts several at a time
    for (const RowState state : part) planned = static_cast<std::uint16_t>(planned + (state.planned() ? 1 : 0));
    if (planned == part.size()) {
      by_fate[static_cast<std::size_t>(RowFate::planned)] += planned;
    } else {
      for (const RowState state : part) ++by_fate[static_cast<std::size_t>(state.fate())];
    }
  }
  const auto of = [&by_fate](RowFate fate) { return by_fate[static_cast<std::size_t>(fate)]; };
  plan_.counts_ = {.read = portfolio_.rows_read(),
                   .planned = of(RowFate::planned),
                   .already_nce = of(RowFate::already_nce),
                   .other = of(RowFate::other),
                   .rejected = portfolio_.rows_rejected() + of(RowFate::rejected),
                   .merged = of(RowFate::merged)};
}

/// An empty plan needs a word when the exports are not empty.
void Planner::report_no_legacy_rows() {
  if (plan_.counts_.planned > 0 || plan_.counts_.already_nce + plan_.counts_.other == 0) return;
  for (const Source& source : portfolio_.sources) {
    if (source.rows == source.rejected) continue;
    Diagnostic note;
    note.code = DiagnosticCode::no_legacy_rows;
    note.severity = Severity::info;
    note.where.file = source.path;
    plan_.diagnostics_.add(std::move(note));
  }
}

Plan make_plan(const Portfolio& portfolio, const PlanContext& context, Evidence evidence) {
  return Planner(portfolio, context, std::move(evidence)).make();
}

}  // namespace nceplan
