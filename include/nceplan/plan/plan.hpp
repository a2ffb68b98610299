// A plan: a portfolio plus what its rows owe to each other (duplicates, bundles, seat caps). Entries are computed when
// asked for, from the row and that context, so that ten million of them need not be held.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "nceplan/base/date.hpp"
#include "nceplan/base/diagnostic.hpp"
#include "nceplan/base/large_memory.hpp"
#include "nceplan/model/edition.hpp"
#include "nceplan/model/evidence.hpp"
#include "nceplan/model/offer_catalog.hpp"
#include "nceplan/model/plan_entry.hpp"
#include "nceplan/model/portfolio.hpp"
#include "nceplan/model/reason.hpp"
#include "nceplan/model/waiver.hpp"
#include "nceplan/plan/bundle.hpp"
#include "nceplan/plan/row_state.hpp"
#include "nceplan/rules/coverage.hpp"
#include "nceplan/rules/offer_facts.hpp"
#include "nceplan/rules/renewal.hpp"

namespace nceplan {

/// What a plan is made under. Everything referred to must outlive the plan.
struct PlanContext {
  Date as_of;
  const Edition* edition = nullptr;       ///< required
  const OfferCatalog* catalog = nullptr;  ///< required
  const OfferMatrix* matrix = nullptr;    ///< null when none was given
  EndDateMeaning end_date = EndDateMeaning::inclusive;
  const Waivers* waivers = nullptr;  ///< null when none were given
  std::string own_provider{};        ///< R12: rows of other providers are takeovers; empty to ignore providers
  unsigned jobs = 1;                 ///< worker threads, at least 1
};

/// R14: read = planned + already_nce + other + rejected + merged.
struct RowCounts {
  std::uint64_t read = 0;
  std::uint64_t planned = 0;
  std::uint64_t already_nce = 0;  ///< NCE rows, not planned
  std::uint64_t other = 0;
  std::uint64_t rejected = 0;
  std::uint64_t merged = 0;
  friend bool operator==(const RowCounts&, const RowCounts&) = default;
};

/// A row with what decisions on it look up: found once, not by each of them.
struct RowView {
  const RowBlock& block;
  RowIndex row = 0;
  const Subscription& subscription;
  const OfferFacts& facts;
  RowState state;
  const Bundle* bundle = nullptr;  ///< null when the row stands alone

  /// The bundle of a row that follows another one; null for any other row.
  const Bundle* followed() const { return bundle == nullptr || bundle->root == row ? nullptr : bundle; }
};

/// What the rules say of a planned row by itself, before its bundle is looked at (R2, R3, R8).
struct Standing {
  OfferDecision offer;
  RenewalDecision renewal;
  PartnerSchedule schedule;
  Coverage coverage = Coverage::covered;  ///< the row's own; never base_not_covered
};

/// What a member brings into its bundle (R7). One that does not count brings nothing.
struct MemberFacts {
  bool counts = false;
  Blocker blocker = Blocker::none;  ///< its own
  bool service_known = false;       ///< the first day of self-service for its category is known
  OptionalDate opens;               ///< the later of that day and the end of its first month
};

/// How much of an entry is wanted. Each includes what stands before it; the rest keeps its default.
enum class EntryDepth : std::uint8_t {
  offer,   ///< offer, renewal, takeover, and the notes on them (R2, R3)
  dates,   ///< coverage, migration, window, self-migration, all notes (R4 to R8)
  phase,   ///< phase and reason (R11)
  actions  ///< all (R12)
};

/// A migration date under two editions; none is "no date".
struct DateMove {
  OptionalDate from;  ///< under the plan's edition
  OptionalDate to;    ///< under the other
  friend bool operator==(const DateMove&, const DateMove&) = default;
};

class Plan {
 public:
  const Portfolio& portfolio() const { return *portfolio_; }
  const PlanContext& context() const { return context_; }
  const RowCounts& counts() const { return counts_; }
  /// Problems found while planning: of bases, duplicates, evidence and waivers, and that nothing is to be planned.
  const Diagnostics& diagnostics() const { return diagnostics_; }

  RowFate fate(RowIndex row) const { return states_[row].fate(); }
  bool is_planned(RowIndex row) const { return states_[row].planned(); }

  /// Everything the rules say of a planned row. Pure and thread-safe. Precondition: is_planned(row).
  PlanEntry entry(RowIndex row) const { return entry(portfolio_->block_of(row), row); }
  /// The same for loops over blocks, as deep as wanted. Precondition: `row` lies in `block` and is_planned(row).
  PlanEntry entry(const RowBlock& block, RowIndex row, EntryDepth depth = EntryDepth::actions) const;

  /// Ask the memory for what `entry` reads of a row, ahead of it: first for what lies by row, then for what that leads
  /// to. For loops over rows that are not neighbours.
  void fetch(RowIndex row) const;
  void fetch_bundle(RowIndex row) const;

  /// Why the entry is as it is: one statement per decision, in rule order. Renders the values that `entry` holds.
  Reasons reasons(RowIndex row) const;

  /// How another edition would move the migration date of a planned row, all else unchanged; nothing when it would not
  /// (R4, R13). Much cheaper than two entries.
  std::optional<DateMove> date_move(const Edition& other, const RowBlock& block, RowIndex row) const;

  /// The base whose dates this row follows, or the row itself.
  RowIndex root(RowIndex row) const;
  /// The rows of the bundle of `row` in input order, base first; just the row when it stands alone (R9).
  std::vector<RowIndex> bundle_members(RowIndex row) const;
  /// Evidence about the row, or null. Of several statements a completed migration counts most (first of all one with
  /// its instant), then a scheduled or cancelled one; among equals the later.
  const MigrationEvidence* evidence(RowIndex row) const;
  const Evidence& all_evidence() const { return evidence_; }
  /// Statements of an evidence file that are about no planned subscription. Precondition: an index into its sources.
  std::uint64_t unmatched_statements(std::size_t source) const { return unmatched_statements_[source]; }
  /// The NCE subscription that replaced a row which is on NCE already, as an NCE row or evidence names it; may be
  /// empty.
  std::string nce_subscription_id(RowIndex row) const { return successor_id(row); }
  /// `FILE:LINE` of a statement.
  std::string place_of(const MigrationEvidence& statement) const;
  /// Why the partner's migration failed, as evidence or a saved plan has it; may be empty.
  std::string migration_error(RowIndex row) const;
  /// All such texts of the planned rows, in no order, some several times.
  std::vector<std::string> migration_errors() const;

  /// The waiver in force for a row, or null. Of several the one that ends last counts.
  const Waiver* waiver(RowIndex row) const;
  /// How many planned rows each of the context's waivers names, in force or not.
  const std::vector<std::uint64_t>& waiver_matches() const { return waiver_matches_; }

  /// The number of the customer a row belongs to, from 0: equal for rows whose customer id (else name) is the same.
  /// It depends neither on the order of rows nor on the number of jobs.
  std::uint32_t customer_group(const Subscription& row) const { return customer_group(row.customer); }
  std::uint32_t customer_group(CustomerId customer) const { return customers_[customer.shard()][customer.entry()]; }

  /// The decisions on the product of a row (memo of R1, R2, R7, R10).
  const OfferFacts& offer_facts(ProductId product) const { return offer_facts_[product.shard()][product.entry()]; }

 private:
  friend class Planner;
  friend class ReasonWriter;

  RowView view_of(const RowBlock& block, RowIndex row) const;
  Standing standing_of(const RowView& view) const;
  PartnerSchedule schedule_of_row(const RowView& view, OptionalDate renewal) const;
  MemberFacts member_facts(const RowView& view, const Standing& standing) const;
  MemberFacts member_facts(RowIndex row) const;
  std::string successor_id(RowIndex row) const;
  void add_migration_state(PlanEntry& entry, const RowBlock& block, RowIndex row) const;
  // `base` is the bundle that the row follows, or null.
  static Coverage coverage_of(const Standing& standing, const Bundle* base);
  static bool base_decides(const Standing& standing, const Bundle* base);
  static MigrationDecision migration_of(const Standing& standing, const Bundle* base, const Edition& edition);
  /// standing_of for `entry`, where a copy of what was just written in pieces would wait for the pieces.
  inline Standing stand(const RowView& view) const;
  // Steps of `entry` that it alone takes; it is made for every row.
  inline void decide_dates(PlanEntry& entry, const RowView& view, const Standing& standing) const;
  inline void decide_self_migration(PlanEntry& entry, const RowView& view) const;
  static inline NoteSet notes_of(const RowView& view, const OfferDecision& offer);
  inline bool is_takeover(const RowView& view) const;

  const Portfolio* portfolio_ = nullptr;
  PlanContext context_;
  RowCounts counts_;
  Diagnostics diagnostics_;
  LargeArray<RowState> states_;  ///< per row
  Bundles bundles_;
  std::vector<std::vector<OfferFacts>> offer_facts_;   ///< per shard and product
  std::vector<LargeVector<std::uint32_t>> customers_;  ///< per shard and customer: its group
  // Few rows have these; all are sorted by row.
  std::vector<std::pair<RowIndex, std::uint32_t>> seat_sums_;    ///< R10: the customer's seats in the offer
  std::vector<std::pair<RowIndex, std::uint32_t>> evidence_of_;  ///< index into evidence_
  std::vector<std::pair<RowIndex, std::uint32_t>> waived_;       ///< index into the context's waivers
  std::vector<std::pair<RowIndex, RowIndex>> successors_;        ///< legacy row, NCE row that replaced it
  std::vector<std::uint64_t> waiver_matches_;
  Evidence evidence_;
  std::vector<std::uint64_t> unmatched_statements_;                     ///< per evidence file
  std::unordered_map<std::uint32_t, std::int8_t> ineligibility_codes_;  ///< by the handle of the reason
  std::unordered_map<std::uint32_t, bool> foreign_providers_;           ///< by the handle of the provider's name
};

/// Plans all legacy rows of `portfolio` (R1 to R14). Needs no clock. Bytes that do not depend on the row order stay
/// the same for any order and any number of jobs. `portfolio` and what `context` refers to must outlive the plan.
Plan make_plan(const Portfolio& portfolio, const PlanContext& context, Evidence evidence = {});

}  // namespace nceplan
