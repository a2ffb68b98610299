// Invented legacy subscriptions in the shape of real exports: 1 to 15 a customer, add-ons behind their bases, names
// that need quoting, terms that end between October 2023 and December 2026.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generate_random.hpp"

namespace nceplan::bench {

/// A second in UTC.
struct Timestamp {
  int year = 1970;
  unsigned month = 1;
  unsigned day = 1;
  unsigned hour = 0;
  unsigned minute = 0;
  unsigned second = 0;
};

struct GeneratedCustomer {
  std::string name;
  std::string tenant_id;
  std::string reseller_mpn_id;  ///< empty for customers without an indirect reseller
};

struct GeneratedRow {
  GeneratedCustomer customer;
  std::string subscription_id;
  std::string subscription_name;
  std::string product_name;
  Timestamp expiration;
  bool auto_renew = true;
  std::string nce_product;  ///< product:sku:availability; empty when it is not eligible
  std::string_view term;    ///< ISO duration
  std::string_view billing_plan;
  std::uint32_t seats = 1;
  bool start_new_term = false;
  std::uint32_t new_seats = 1;
  std::optional<Timestamp> custom_term_end;
  std::string base_subscription_id;       ///< empty when it is no add-on
  std::string_view ineligibility_reason;  ///< empty when it is eligible

  bool eligible() const { return ineligibility_reason.empty(); }
  bool is_addon() const { return !base_subscription_id.empty(); }
};

/// An endless stream of rows; equal seeds give equal rows.
class RowGenerator {
 public:
  /// `line_break_permille`: share of customers with a line break in their name.
  explicit RowGenerator(std::uint64_t seed, std::uint32_t line_break_permille = 0);

  const std::string& partner_tenant_id() const { return partner_tenant_id_; }

  /// Valid until the next call.
  const GeneratedRow& next();

 private:
  void start_customer();
  std::string make_customer_name();
  void start_subscription();
  void draw_product();
  void draw_quantities();
  Timestamp draw_timestamp();
  std::string draw_subscription_name();

  std::uint64_t seed_;
  std::uint32_t line_break_permille_;
  Random random_;
  std::string partner_tenant_id_;
  std::vector<std::size_t> product_lots_;  ///< each product as often as it weighs
  GeneratedRow row_;
  std::uint64_t customers_ = 0;
  std::uint64_t subscriptions_ = 0;
  std::uint32_t left_in_customer_ = 0;
  std::vector<std::uint64_t> bases_;  ///< serial numbers of the customer's subscriptions that are no add-ons
};

}  // namespace nceplan::bench
