// What the rules say of one subscription: every date, and what each was derived from. `explain` renders these values;
// it never calculates again.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "nceplan/base/date.hpp"
#include "nceplan/base/term.hpp"
#include "nceplan/model/codes.hpp"

namespace nceplan {

enum class TermBasis : std::uint8_t { row, catalog, name, assumed };
enum class RenewalBasis : std::uint8_t { none, own_date, day_after_term_end, term_end_itself, does_not_renew };
enum class SelfServiceBasis : std::uint8_t { none, announced, listed_on, edition_announced };

/// R2 and R3, as far as they concern the row alone.
struct OfferDecision {
  Segment segment = Segment::commercial;
  SegmentBasis segment_basis = SegmentBasis::assumed;
  Category category = Category::commercial;
  Term term;
  TermBasis term_basis = TermBasis::assumed;
};

/// R3.
struct RenewalDecision {
  OptionalDate term_end;  ///< last day of the term, as output
  OptionalDate renewal;
  RenewalBasis basis = RenewalBasis::none;
};

/// R4 and R5.
struct MigrationDecision {
  OptionalDate microsoft_led_from;  ///< the edition's date for the category; none when not announced
  OptionalDate date;
  int terms_renewed = 0;  ///< k: renewals in legacy before the migration
  MigratedBy by = MigratedBy::none;
  Term target_term;

  /// The last day of the first term in New Commerce, inclusive; none without a date.
  OptionalDate committed_until() const {
    return date ? OptionalDate(add_months(*date, target_term.months) - 1) : std::nullopt;
  }
};

/// R6. `last_full_day` is the last day that is wholly inside; on `end` the window closes.
struct WindowDecision {
  OptionalDate start;
  OptionalDate last_full_day;
  OptionalDate end;
};

/// R7.
struct SelfMigrationDecision {
  OptionalDate self_service_from;  ///< of the row's own category
  SelfServiceBasis basis = SelfServiceBasis::none;
  OptionalDate first_month;  ///< start + 1 month, or + 30 days for an add-on; none when the start is unknown
  OptionalDate from;         ///< latest over the bundle; none when unknown or blocked
  OptionalDate until;        ///< inclusive
  OptionalDate preorder_from;
  Blocker blocker = Blocker::none;
  std::int8_t ineligibility_code = -1;  ///< 0..12, or -1 when it matches none
};

/// Dates of one action (R12); an empty `from` is "at once".
struct Action {
  ActionCode code = ActionCode::none;
  OptionalDate from;
  OptionalDate due;
  friend bool operator==(const Action&, const Action&) = default;
};

/// The actions of an entry in order; the first is the primary one.
class ActionList {
 public:
  static constexpr std::size_t capacity = 8;

  void add(Action action) { slots_.actions[size_++] = action; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const Action* begin() const { return slots_.actions.data(); }
  const Action* end() const { return slots_.actions.data() + size_; }
  /// Precondition: not empty.
  const Action& front() const { return slots_.actions.front(); }

 private:
  /// Not filled before it is used: most entries are made without their actions.
  union Slots {
    Slots() {}  // NOLINT(modernize-use-equals-default): = default would not do, an action has default values
    std::array<Action, capacity> actions;
  };

  Slots slots_;
  std::size_t size_ = 0;
};

struct PlanEntry {
  OfferDecision offer;
  RenewalDecision renewal;
  Coverage coverage = Coverage::covered;
  MigrationDecision migration;
  WindowDecision window;
  SelfMigrationDecision self_migration;
  Phase phase = Phase::waiting;
  PhaseReason reason = PhaseReason::none;
  NoteSet notes;
  bool takeover = false;                          ///< held at another provider (R12)
  OptionalDate waived_until;                      ///< last day of the waiver in force, inclusive; none if not waived
  std::optional<MigrationState> migration_state;  ///< what evidence says (R8)
  std::optional<Instant> completed_at;            ///< the migration's completion, where evidence has the instant
  std::optional<Instant> window_closes_at;        ///< exact to the second, with `completed_at`
  std::int8_t migration_error_code = -1;          ///< of a failed one: 0..12 as in R7, or -1 when it matches none
  std::uint32_t seat_sum = 0;  ///< R10: seats of the customer in this offer when over the cap, else 0
  ActionList actions;

  /// The primary action, or one with code `none`.
  Action primary() const { return actions.empty() ? Action{} : actions.front(); }
};

/// Days from `as_of` to the primary action's due day; negative when overdue. Precondition: a due date.
inline int days_left(const Action& action, Date as_of) { return *action.due - as_of; }

inline constexpr int urgent_days = 7;     ///< days left at which something is urgent (R12)
inline constexpr int due_soon_days = 30;  ///< those at which people look at it (R11)

/// Urgent (R12): the window is open, or at most seven days are left.
bool is_urgent(const PlanEntry& entry, Date as_of);
/// Urgent, and no waiver in force says that it may wait: what people are to look at first.
inline bool is_pressing(const PlanEntry& entry, Date as_of) { return !entry.waived_until && is_urgent(entry, as_of); }

}  // namespace nceplan
