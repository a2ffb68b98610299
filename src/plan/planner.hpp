// Makes a plan: finds out what each row needs to know of others, step by step, so that an entry can be computed alone.
#pragma once

#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/cache_line.hpp"
#include "base/parallel.hpp"
#include "bundle_links.hpp"
#include "duplicates.hpp"
#include "id_filter.hpp"
#include "id_table.hpp"
#include "nceplan/plan/plan.hpp"
#include "seat_runs.hpp"

namespace nceplan {

/// A row and a number that belongs to it.
using RowNumber = std::pair<RowIndex, std::uint32_t>;
using RowNumbers = std::vector<RowNumber>;

class Planner {
 public:
  Planner(const Portfolio& portfolio, const PlanContext& context, Evidence evidence);

  Plan make() &&;

 private:
  static constexpr RowIndex no_row = std::numeric_limits<RowIndex>::max();

  /// A legacy row that names a base, and that base if it is near.
  struct Addon {
    RowIndex row = 0;
    RowIndex near_base = no_row;
  };
  /// What was found in a part of the rows, in order of rows.
  struct alignas(thread_alignment) Findings {
    LargeVector<Addon> addons;
    std::vector<RowIndex> successors;  ///< NCE rows that name the legacy subscription they replaced
    std::vector<TextId> reasons;       ///< of ineligibility; repeated ones only now and then
    std::vector<TextId> providers;
    SeatRuns seat_runs;
  };
  /// The rows [first, last).
  struct RowRange {
    RowIndex first = 0;
    RowIndex last = 0;
  };
  /// What a row holds of an offer that pools seats (R10).
  struct SeatClaim {
    std::uint32_t pool = 0;   ///< OfferFacts::pool
    std::uint32_t seats = 0;  ///< 0 when the row claims none
  };
  /// A row whose id a row before it has, which stands in the slot.
  struct Duplicate {
    IdTable::Slot slot = 0;
    RowIndex row = 0;
  };
  using IdHashes = LargeArray<std::uint32_t>;  ///< by row, 0 for one that has no id of its own
  class SeatGroups;

  void classify_products();
  void number_pools();
  void read_rows();
  void read_part(const Part& part, IdFilter::Adder ids, Findings& found);
  void need_ids();
  void enter_ids();
  void note_details(const RowBlock& block, RowIndex row, Findings& found, SeatRunFinder& seat_runs);
  Id related_id(RowIndex row) const;
  void memoize_texts();
  void merge_duplicates();
  void report(const std::vector<Conflict>& conflicts);
  void mark_successors();
  void mark_evidence();
  using WaiverMatch = std::pair<RowIndex, std::uint32_t>;  ///< row, index of the waiver
  void match_waivers();
  std::vector<WaiverMatch> waiver_matches() const;
  void report_waivers();
  void apply_evidence(std::span<const std::pair<RowIndex, std::uint32_t>> about_row);
  Diagnostic about(const MigrationEvidence& statement, DiagnosticCode code, Severity severity) const;
  void report_state(RowIndex row, const MigrationEvidence& statement);
  void report_unmatched(std::span<const std::uint32_t> unmatched);
  void find_bundles();
  LargeVector<BaseLink> base_links(std::vector<RowIndex>& parentless);
  void add_link(const Addon& addon, LargeVector<BaseLink>& links, std::vector<RowIndex>& parentless) const;
  void find_far_bases(std::span<Addon> addons) const;
  void report_base(DiagnosticCode code, Severity severity, RowIndex row);
  void judge_bundles();
  void judge(Bundle& bundle) const;
  void sum_seats();
  SeatClaim seat_claim(const RowBlock& block, RowIndex row) const;
  std::vector<RowRange> crowded_runs(SeatGroups& groups) const;
  void find_over_cap(RowRange run, PoolSums& sums, RowNumbers& over_cap) const;
  RowNumbers sum_scattered(const SeatGroups& groups) const;
  void count_fates();
  void report_no_legacy_rows();

  Plan plan_;
  const Portfolio& portfolio_;
  const PlanContext& context_;  ///< the plan's own copy
  std::size_t pool_count_ = 0;
  // Needed until the ids are entered.
  std::optional<IdFilter> id_filter_;
  std::optional<IdHashes> id_hashes_;
  // Needed until the bundles are found; together more memory than the plan itself.
  std::optional<IdTable> ids_;         ///< of the rows that IdFilter says are needed
  std::vector<Duplicate> duplicates_;  ///< by slot, those of one in order of rows
  std::vector<Findings> findings_;     ///< per part of the rows, in order; add-ons until then, the rest for the seats
};

}  // namespace nceplan
