#include "nceplan/plan/batch.hpp"

#include <algorithm>
#include <tuple>

#include "batch_rows.hpp"
#include "seat_wishes.hpp"

namespace nceplan {
namespace {

/// A unit whose rows are decided.
struct ReadyUnit {
  std::vector<BatchRow> rows;
  std::uint32_t customer = 0;
  Date day;
  Date due;
};

class BatchMaker {
 public:
  BatchMaker(const Plan& plan, const BatchRequest& request)
      : plan_(plan), request_(request), rows_(plan, request, batch_.diagnostics) {}

  Batch make(MigrationUnits units) {
    batch_.staying = std::move(units.staying);
    const SeatWishes seats(plan_, request_, batch_.diagnostics);
    for (const MigrationUnit& unit : units.units) add(unit, seats);
    std::stable_sort(ready_.begin(), ready_.end(), [](const ReadyUnit& a, const ReadyUnit& b) {
      return std::tuple(a.day, a.due, a.customer) < std::tuple(b.day, b.due, b.customer);
    });
    for (ReadyUnit& unit : ready_) put_into_file(std::move(unit.rows));
    std::sort(batch_.staying.begin(), batch_.staying.end(),
              [](const StayingRow& a, const StayingRow& b) { return a.row < b.row; });
    return std::move(batch_);
  }

 private:
  void add(const MigrationUnit& unit, const SeatWishes& seats) {
    const auto day = rows_.day_of(unit);
    if (!day) return stay(unit, day.error());
    if (unit.rows.size() > rows_per_file) return stay(unit, BatchReason::bundle_too_large);
    if (is_addon_alone(unit)) return stay(unit, BatchReason::base_missing);
    std::vector<BatchRow> ready;
    std::vector<StayingRow> refused;
    for (const RowIndex row : unit.rows) {
      Result<BatchRow, BatchReason> wanted = rows_.row_of(unit, row, *day);
      if (seats.is_refused(row)) wanted = failure(BatchReason::seat_cap);
      if (wanted) {
        ready.push_back(*wanted);
      } else {
        refused.push_back({row, {wanted.error(), PhaseReason::none}});
      }
    }
    if (!refused.empty()) return stay_with(unit, std::move(refused));
    link_addons(ready);
    // At once, and at renewal, one order serves all: by urgency.
    ready_.push_back(
        {std::move(ready), unit.customer, request_.timing == BatchTiming::on_day ? *day : Date(), unit.until});
  }

  void stay(const MigrationUnit& unit, BatchReason reason) {
    for (const RowIndex row : unit.rows) batch_.staying.push_back({row, {reason, PhaseReason::none}});
  }

  /// One member that cannot be written keeps the others back.
  void stay_with(const MigrationUnit& unit, std::vector<StayingRow> refused) {
    for (const RowIndex row : unit.rows) {
      const auto own =
          std::find_if(refused.begin(), refused.end(), [row](const StayingRow& r) { return r.row == row; });
      const BatchReason reason = own == refused.end() ? BatchReason::bundle_incomplete : own->reason.reason;
      batch_.staying.push_back({row, {reason, PhaseReason::none}});
    }
  }

  /// Command 7 takes add-ons only along with a base of the same file, and says nothing about others.
  bool is_addon_alone(const MigrationUnit& unit) const {
    if (request_.timing == BatchTiming::at_once) return false;
    const Portfolio& portfolio = plan_.portfolio();
    const Subscription& row = portfolio.row(unit.root());
    return row.has(RowFlag::addon) || !Portfolio::details(portfolio.block_of(unit.root()), row).related_id.empty();
  }

  /// Each add-on names the nearest member above it that is written too: the tool collects a bundle by these ids.
  void link_addons(std::vector<BatchRow>& rows) const {
    for (std::size_t i = 1; i < rows.size(); ++i) rows[i].base = written_base(rows, rows[i].row);
  }

  RowIndex written_base(const std::vector<BatchRow>& rows, RowIndex row) const {
    const Portfolio& portfolio = plan_.portfolio();
    const Id base = Portfolio::details(portfolio.block_of(row), portfolio.row(row)).related_id;
    for (const BatchRow& other : rows) {
      if (other.row != row && portfolio.same_id(portfolio.row(other.row).id, base)) return other.row;
    }
    return rows.front().row;
  }

  /// The order is kept: a unit that does not fit opens the next file.
  void put_into_file(std::vector<BatchRow> rows) {
    const bool fits = !batch_.files.empty() && batch_.files.back().rows.size() + rows.size() <= rows_per_file &&
                      batch_.files.back().migrations < migrations_per_slot;
    if (!fits) batch_.files.emplace_back();
    BatchFile& file = batch_.files.back();
    file.rows.insert(file.rows.end(), rows.begin(), rows.end());
    ++file.migrations;
  }

  const Plan& plan_;
  const BatchRequest& request_;
  Batch batch_;
  BatchRows rows_;
  std::vector<ReadyUnit> ready_;
};

}  // namespace

Batch make_batch(const Plan& plan, MigrationUnits units, const BatchRequest& request) {
  return BatchMaker(plan, request).make(std::move(units));
}

}  // namespace nceplan
