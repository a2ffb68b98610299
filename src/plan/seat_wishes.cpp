#include "seat_wishes.hpp"

#include <map>
#include <utility>

#include "nceplan/base/text.hpp"
#include "nceplan/base/text_map.hpp"
#include "nceplan/rules/seat_cap.hpp"

namespace nceplan {
namespace {

using Pool = std::pair<std::uint32_t, std::uint32_t>;  ///< customer and offer

struct PoolSum {
  std::int64_t before = 0;
  std::int64_t after = 0;
  std::vector<std::pair<RowIndex, const Wish<std::int32_t>*>> raised;
};

/// Every id of a list that nothing in the plan has, in the order of their places.
template <typename Value>
void report_unused(const Wishes<Value>& wishes, const TextSet& used, Diagnostics& diagnostics) {
  std::map<std::pair<std::uint64_t, std::string>, const Wish<Value>*> unused;
  for (const auto& [id, wish] : wishes) {
    if (used.count(id) == 0) unused.emplace(std::pair(wish.place.line, id), &wish);
  }
  for (const auto& [key, wish] : unused) {
    diagnostics.add({.code = DiagnosticCode::reference_unused,
                     .severity = Severity::warning,
                     .where = wish->place,
                     .seen = key.second,
                     .details = {}});
  }
}

class WishJudge {
 public:
  WishJudge(const Plan& plan, const BatchRequest& request, Diagnostics& diagnostics)
      : plan_(plan), request_(request), diagnostics_(diagnostics) {}

  /// Looks at all planned rows: those that stay hold seats too.
  void read_rows() {
    for (const RowBlock& block : plan_.portfolio().blocks) {
      for (std::size_t i = 0; i < block.rows.size(); ++i) {
        const auto row = static_cast<RowIndex>(block.first_row + i);
        if (plan_.is_planned(row)) read_row(block, row);
      }
    }
    report_unused(request_.seats, used_, diagnostics_);
    if (request_.days) report_unused(*request_.days, used_, diagnostics_);
  }

  std::unordered_set<RowIndex> refused() {
    std::unordered_set<RowIndex> rows;
    for (const auto& [pool, sum] : pools_) {
      if (sum.after <= pooled_seats || sum.after <= sum.before) continue;
      for (const auto& [row, wish] : sum.raised) {
        rows.insert(row);
        diagnostics_.add({.code = DiagnosticCode::seats_over_cap,
                          .where = wish->place,
                          .seen = std::to_string(wish->value),
                          .details = {std::to_string(pooled_seats), std::to_string(sum.after)}});
      }
    }
    return rows;
  }

 private:
  void read_row(const RowBlock& block, RowIndex row) {
    const Subscription& subscription = block.rows[row - block.first_row];
    std::string id = to_lower_ascii(plan_.portfolio().subscription_id(block, subscription));
    const auto found = request_.seats.find(id);
    used_.insert(std::move(id));
    const OfferFacts& facts = plan_.offer_facts(subscription.product);
    if (!facts.seat_capped || plan_.entry(block, row).coverage != Coverage::covered) return;
    PoolSum& sum = pools_[{plan_.customer_group(subscription), facts.pool}];
    const std::int32_t before = std::max(subscription.seats, 0);
    const bool wished = found != request_.seats.end();
    sum.before += before;
    sum.after += wished ? found->second.value : before;
    if (wished && found->second.value > before) sum.raised.emplace_back(row, &found->second);
  }

  const Plan& plan_;
  const BatchRequest& request_;
  Diagnostics& diagnostics_;
  TextSet used_;
  std::map<Pool, PoolSum> pools_;
};

}  // namespace

SeatWishes::SeatWishes(const Plan& plan, const BatchRequest& request, Diagnostics& diagnostics) {
  if (request.seats.empty() && !request.days) return;
  WishJudge judge(plan, request, diagnostics);
  judge.read_rows();
  refused_ = judge.refused();
}

}  // namespace nceplan
