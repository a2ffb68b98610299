// One row of an export as the planner sees it, before any rule is applied.
#pragma once

#include <cstdint>
#include <optional>
#include <type_traits>

#include "nceplan/base/date.hpp"
#include "nceplan/base/id.hpp"
#include "nceplan/base/string_pool.hpp"
#include "nceplan/base/term.hpp"
#include "nceplan/model/codes.hpp"

namespace nceplan {

struct CustomerId : Handle {};
struct ProductId : Handle {};

/// A customer as one file names it. Two files may name one customer differently; see `Plan::customer_group`.
struct Customer {
  Id id;        ///< tenant id; empty when the export has none
  TextId name;  ///< empty when the export has none
  TextId domain;
  TextId reseller_id;  ///< MPN id of the indirect reseller
};

/// What an export says of the product of a row; rows share it.
struct Product {
  TextId offer_id;     ///< GUIDs in lower case; empty when the export has none
  TextId name;         ///< the offer's display name, trimmed; falls back to the subscription's name
  TextId nce_product;  ///< product:sku of the NCE counterpart
  RowKind kind = RowKind::legacy;
  bool named_by_subscription = false;  ///< `name` is what somebody called a subscription
};

/// Flags of a row, as a bit set.
enum class RowFlag : std::uint32_t {
  auto_renew = 1 << 0,
  auto_renew_known = 1 << 1,
  trial = 1 << 2,
  addon = 1 << 3,               ///< the export calls it an add-on
  promotion = 1 << 4,           ///< the export says so
  eligible = 1 << 5,            ///< MigrationEligible true
  ineligible = 1 << 6,          ///< MigrationEligible false
  status_unknown = 1 << 7,      ///< planned as active
  migrated = 1 << 8,            ///< a saved plan says it is on NCE already
  takeover = 1 << 9,            ///< held at another provider (R12)
  partner_scheduled = 1 << 10,  ///< a saved plan says the partner scheduled it (R8)
  id_assumed = 1 << 11,         ///< no id in the export: it is FILE:LINE (R3); a saved plan has that text as id
};

inline constexpr unsigned row_flag_count = 12;

/// Flags, status, billing plan and term of a row in four bytes.
class PackedFacts {
 public:
  bool has(RowFlag flag) const { return (bits_ & static_cast<std::uint32_t>(flag)) != 0; }
  void set(RowFlag flag) { bits_ |= static_cast<std::uint32_t>(flag); }
  void clear(RowFlag flag) { bits_ &= ~static_cast<std::uint32_t>(flag); }

  Status status() const { return static_cast<Status>(part(status_at, status_bits)); }
  void set(Status status) { set_part(status_at, status_bits, static_cast<std::uint32_t>(status)); }

  BillingPlan billing_plan() const { return static_cast<BillingPlan>(part(plan_at, plan_bits)); }
  void set(BillingPlan plan) { set_part(plan_at, plan_bits, static_cast<std::uint32_t>(plan)); }

  Term term() const { return {static_cast<std::uint16_t>(part(term_at, term_bits))}; }
  /// Precondition: at most 100 years, as every term that is read.
  void set(Term term) { set_part(term_at, term_bits, term.months); }

  /// Adds what `other` says. Precondition: of status, plan and term each is unknown on one side.
  void add(PackedFacts other) { bits_ |= other.bits_; }

  friend bool operator==(const PackedFacts&, const PackedFacts&) = default;

 private:
  static constexpr unsigned status_at = row_flag_count;
  static constexpr unsigned status_bits = 3;
  static constexpr unsigned plan_at = status_at + status_bits;
  static constexpr unsigned plan_bits = 3;
  static constexpr unsigned term_at = plan_at + plan_bits;
  static constexpr unsigned term_bits = 32 - term_at;

  std::uint32_t part(unsigned at, unsigned bits) const { return bits_ >> at & ((1U << bits) - 1); }
  void set_part(unsigned at, unsigned bits, std::uint32_t value) {
    bits_ = (bits_ & ~(((1U << bits) - 1) << at)) | value << at;
  }

  std::uint32_t bits_ = 0;
};

/// 48 bytes; ten million of them are 480 MB. Dates that not every export has live in `RowDates`, rare fields in
/// `SubscriptionDetails`.
struct Subscription {
  Id id;  ///< empty when the export has none
  CustomerId customer;
  ProductId product;
  TextId name;                    ///< friendly name
  std::uint32_t details = 0;      ///< 1-based index into RowBlock::details; 0 for none
  std::uint32_t source_line = 0;  ///< 1-based line, or element number in a JSON document
  std::int32_t seats = -1;        ///< -1 when not known
  OptionalDate term_end;          ///< last day of the term as the export has it
  PackedFacts facts;              ///< as the export has them; active, plan and term unknown unless it says so

  bool has(RowFlag flag) const { return facts.has(flag); }
  void set(RowFlag flag) { facts.set(flag); }
  Status status() const { return facts.status(); }
  BillingPlan billing_plan() const { return facts.billing_plan(); }
  Term term() const { return facts.term(); }
};
static_assert(sizeof(Subscription) == 48 && std::is_trivially_copyable_v<Subscription>);

/// Dates of a row that exports for the batch tool lack.
struct RowDates {
  OptionalDate renewal;  ///< only where the export has a renewal date of its own
  OptionalDate created;
  OptionalDate started;

  friend bool operator==(const RowDates&, const RowDates&) = default;
};

/// What a plan that nceplan wrote holds of a row, beside what exports have.
struct SavedRow {
  // What evidence had said (R8).
  std::optional<MigrationState> migration_state;
  TextId migration_error;
  std::optional<Instant> completed_at;
  // The verdict of that day, for comparing it with a later one (`nceplan diff`).
  std::optional<Phase> phase;  ///< nothing when the plan was written without its phases
  PhaseReason reason = PhaseReason::none;
  OptionalDate migration_date;
  OptionalDate act_by;
  std::int32_t days_left = 0;  ///< only with `act_by`
};

/// Fields that few rows have.
struct SubscriptionDetails {
  /// Of a legacy row the subscription it is an add-on of, of an NCE row the legacy subscription it replaced (R1).
  Id related_id;
  TextId ineligibility_reason;  ///< as written; several joined by `;`
  TextId provider;              ///< who holds the subscription
  OptionalDate custom_term_end;
  OptionalDate target_date;   ///< when the partner scheduled the migration, or the batch file asks for it
  OptionalDate charge_start;  ///< reconciliation files: the row with the latest one wins (R14)
  Term target_term;
  bool migrate_on_renewal = false;
  std::uint32_t saved = 0;  ///< 1-based index into RowBlock::saved; 0 for none

  friend bool operator==(const SubscriptionDetails&, const SubscriptionDetails&) = default;
};
static_assert(sizeof(SubscriptionDetails) == 48);

}  // namespace nceplan
