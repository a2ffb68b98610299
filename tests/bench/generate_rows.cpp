#include "generate_rows.hpp"

#include <chrono>

#include "generate_tables.hpp"

namespace nceplan::bench {
namespace {

/// First and last day of the term ends: 2023-10-01 and 2026-12-31, in days since 1970-01-01.
constexpr std::uint32_t first_end_day = 19631;
constexpr std::uint32_t last_end_day = 20818;

constexpr std::string_view availability = ":CFQ7TTC0K971";

/// Longest subscription name that gets a number behind it; longer ones are cut.
constexpr std::size_t longest_numbered_name = 63;

/// A version 4 GUID (RFC 9562) but for its variant bits, lower case.
std::string make_guid(std::uint64_t a, std::uint64_t b) {
  constexpr std::string_view digits = "0123456789abcdef";
  constexpr std::string_view pattern = "xxxxxxxx-xxxx-4xxx-xxxx-xxxxxxxxxxxx";
  const std::uint64_t halves[] = {scramble(a), scramble(b ^ 0x5bd1e995U)};
  std::string guid(pattern);
  unsigned digit = 0;
  for (char& c : guid) {
    if (c == '-') continue;
    if (c == 'x') c = digits[(halves[digit / 16] >> (digit % 16 * 4)) & 15];
    ++digit;
  }
  return guid;
}

std::string subscription_guid(std::uint64_t serial) { return make_guid(serial, serial * 31 + 5); }

std::vector<std::size_t> make_product_lots() {
  std::vector<std::size_t> lots;
  for (std::size_t product = 0; product < generated_products.size(); ++product) {
    lots.insert(lots.end(), generated_products[product].weight, product);
  }
  return lots;
}

/// Offers that are sold for several terms: 72 % a year, 22 % a month, 6 % three years.
std::string_view draw_term(Random& random) {
  const std::uint32_t percent = random.below(100);
  return percent < 72 ? "P1Y" : percent < 94 ? "P1M" : "P3Y";
}

/// 60 % up to 25 seats, 30 % up to 300, 10 % up to 5000.
std::uint32_t draw_seats(Random& random) {
  const std::uint32_t permille = random.below(1000);
  return 1 + random.below(permille < 600 ? 25 : permille < 900 ? 300 : 5000);
}

std::string_view draw_ineligibility_reason(Random& random) {
  const bool common = random.below(100) < 70;
  return ineligibility_reasons[random.below(2) + (common ? 0U : 2U)];
}

}  // namespace

RowGenerator::RowGenerator(std::uint64_t seed, std::uint32_t line_break_permille)
    : seed_(seed),
      line_break_permille_(line_break_permille),
      random_(seed),
      partner_tenant_id_(make_guid(seed * 3 + 1, seed * 7 + 2)),
      product_lots_(make_product_lots()) {}

const GeneratedRow& RowGenerator::next() {
  if (left_in_customer_ == 0) start_customer();
  --left_in_customer_;
  start_subscription();
  draw_product();
  draw_quantities();
  return row_;
}

void RowGenerator::start_customer() {
  ++customers_;
  left_in_customer_ = 1 + random_.below(15);
  bases_.clear();
  GeneratedCustomer& customer = row_.customer;
  customer.tenant_id = make_guid(seed_ ^ (customers_ * 0x2545f4914f6cdd1dU), customers_ + 99);
  customer.reseller_mpn_id.clear();
  if (random_.chance(600)) customer.reseller_mpn_id = std::to_string(1000000 + random_.below(200) * 4273);
  customer.name = make_customer_name();
}

/// Some 9 % of the names hold commas or quotation marks, 12 % letters beyond ASCII.
std::string RowGenerator::make_customer_name() {
  const std::uint32_t style = random_.below(1000);
  const bool accented = random_.chance(120);
  std::string name(accented ? random_.one_of(accented_words) : random_.one_of(ascii_words));
  name.append(1, ' ').append(random_.one_of(business_kinds));
  name.append(1, ' ').append(std::to_string(random_.below(90000)));
  if (style < 55) {
    name.append(", ").append(random_.one_of(legal_forms));
  } else if (style < 75) {
    name = "The \"" + name + "\" Group";
  } else if (style < 90) {
    name = "\"" + name + "\", ";
    name.append(random_.one_of(legal_forms));
  } else if (style < 500) {
    name.append(1, ' ').append(random_.one_of(legal_forms));
  }
  if (line_break_permille_ != 0 && random_.chance(line_break_permille_)) name += "\r\nBranch office";
  return name;
}

/// Decides what the subscription is called by and whether it is an add-on of an earlier one of its customer.
void RowGenerator::start_subscription() {
  const std::uint64_t serial = seed_ * 0x100000001b3U + ++subscriptions_;
  row_.subscription_id = subscription_guid(serial);
  row_.base_subscription_id.clear();
  if (!bases_.empty() && random_.chance(137)) {
    row_.base_subscription_id = subscription_guid(random_.one_of(bases_));
  } else {
    bases_.push_back(serial);
  }
}

void RowGenerator::draw_product() {
  const GeneratedProduct& product = generated_products[random_.one_of(product_lots_)];
  row_.product_name = row_.is_addon() ? random_.one_of(addon_names) : product.name;
  row_.term = product.term.empty() ? draw_term(random_) : product.term;
  row_.billing_plan = row_.term == "P1M" || random_.chance(550) ? "Monthly" : "Annual";
  row_.subscription_name = draw_subscription_name();
  row_.nce_product.assign(product.nce_product).append(availability);
}

/// Most subscriptions are called after their product.
std::string RowGenerator::draw_subscription_name() {
  if (random_.chance(800)) return row_.product_name;
  const std::uint32_t number = random_.below(100);
  const char letter = static_cast<char>('A' + random_.below(26));
  const std::string name = row_.product_name + ' ' + letter + std::to_string(number);
  return name.substr(0, longest_numbered_name);
}

void RowGenerator::draw_quantities() {
  row_.expiration = draw_timestamp();
  row_.seats = draw_seats(random_);
  row_.auto_renew = random_.chance(850);
  const bool eligible = !random_.chance(70);
  row_.start_new_term = eligible && random_.chance(250);
  const bool has_custom_end = eligible && !row_.start_new_term && random_.chance(60);
  row_.new_seats = random_.chance(900) ? row_.seats : row_.seats + random_.below(10);
  row_.ineligibility_reason = eligible ? std::string_view{} : draw_ineligibility_reason(random_);
  if (!eligible) row_.nce_product.clear();
  Timestamp custom_end = draw_timestamp();
  custom_end.hour = custom_end.minute = custom_end.second = 0;
  row_.custom_term_end = has_custom_end ? std::optional(custom_end) : std::nullopt;
}

/// Seven in ten are at midnight.
Timestamp RowGenerator::draw_timestamp() {
  const std::uint32_t days = first_end_day + random_.below(last_end_day - first_end_day + 1);
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{days}}};
  Timestamp timestamp{.year = static_cast<int>(date.year()),
                      .month = static_cast<unsigned>(date.month()),
                      .day = static_cast<unsigned>(date.day())};
  if (random_.chance(700)) return timestamp;
  timestamp.hour = random_.below(24);
  timestamp.minute = random_.below(60);
  timestamp.second = random_.below(60);
  return timestamp;
}

}  // namespace nceplan::bench
