#include "schedule_listing.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "nceplan/i18n/texts.hpp"
#include "nceplan/plan/batch.hpp"

namespace nceplan::cli {
namespace {

/// What a row of any of the listings says of a subscription.
class Described {
 public:
  Described(const Plan& plan, RowIndex row)
      : portfolio_(plan.portfolio()), block_(portfolio_.block_of(row)), row_(portfolio_.row(row)) {}

  ListingValue id() const { return portfolio_.subscription_id(block_, row_); }
  ListingValue base() const { return listing_value(portfolio_.to_string(Portfolio::details(block_, row_).related_id)); }
  ListingValue customer_id() const {
    return listing_value(portfolio_.to_string(portfolio_.customer(row_.customer).id));
  }
  ListingValue product() const { return listing_value(portfolio_.text(portfolio_.product(row_.product).name)); }
  ListingValue seats() const { return row_.seats < 0 ? ListingValue() : ListingValue(std::int64_t{row_.seats}); }
  ListingValue customer() const { return listing_value(portfolio_.text(portfolio_.customer(row_.customer).name)); }
  /// The customer's name, or its id.
  ListingValue customer_named() const {
    const ListingValue name = customer();
    return name == ListingValue() ? customer_id() : name;
  }

 private:
  const Portfolio& portfolio_;
  const RowBlock& block_;
  const Subscription& row_;
};

/// `Office 365 E3` of a single subscription, `Office 365 E3 + 2` of a base with two add-ons.
ListingValue product_of(const Plan& plan, const MigrationUnit& unit) {
  const ListingValue product = Described(plan, unit.root()).product();
  if (unit.rows.size() == 1) return product;
  const std::string* name = std::get_if<std::string>(&product);
  return fmt::format("{} + {}", name == nullptr ? std::string() : *name, unit.rows.size() - 1);
}

void add_rows(Listing& listing, const Plan& plan, const ScheduledUnit& scheduled) {
  const MigrationUnit& unit = scheduled.unit;
  for (const RowIndex row : unit.rows) {
    const Described described(plan, row);
    listing.rows.push_back({listing_value(scheduled.day),
                            scheduled.slot == 0 ? ListingValue() : ListingValue(std::int64_t{scheduled.slot}),
                            described.customer(), described.customer_id(), described.id(), described.base(),
                            described.product(), described.seats(), unit.from, unit.until,
                            listing_value(to_code(scheduled.reason))});
  }
}

}  // namespace

Listing schedule_rows(const Plan& plan, const MigrationSchedule& schedule) {
  Listing listing{"schedule",
                  {{"target_date", CliText::head_day},
                   {"slot", CliText::head_slot},
                   {"customer_name", CliText::head_customer},
                   {"customer_id", CliText::head_customer},
                   {"subscription_id", CliText::head_subscription},
                   {"base_subscription_id", CliText::head_subscription},
                   {"product_name", CliText::head_product},
                   {"seats", CliText::head_seats},
                   {"self_migrate_from", CliText::head_self_service},
                   {"self_migrate_until", CliText::head_due},
                   {"reason", CliText::head_reason}},
                  {}};
  for (const ScheduledUnit& scheduled : schedule.placed) add_rows(listing, plan, scheduled);
  for (const ScheduledUnit& scheduled : schedule.unplaced) add_rows(listing, plan, scheduled);
  return listing;
}

Listing schedule_figures(const MigrationSchedule& schedule, const ScheduleRequest& request, std::size_t others) {
  const auto number = [](std::size_t count) { return ListingValue(static_cast<std::int64_t>(count)); };
  return {"figures",
          {{"first_day", CliText::head_day},
           {"per_day", CliText::head_count},
           {"migrations", CliText::head_migrations},
           {"placed", CliText::head_migrations},
           {"days", CliText::head_count},
           {"busiest_day", CliText::head_count},
           {"customers_on_one_day", CliText::head_count},
           {"customers_on_several_days", CliText::head_count},
           {"sufficient_per_day", CliText::head_count},
           {"other_subscriptions", CliText::head_count}},
          {{request.first, number(request.per_day), number(schedule.placed.size() + schedule.unplaced.size()),
            number(schedule.placed.size()), number(schedule.days), number(schedule.busiest),
            number(schedule.customers_on_one_day), number(schedule.customers_on_several),
            number(schedule.sufficient_per_day), number(others)}}};
}

Listing schedule_days(const Plan& plan, const MigrationSchedule& schedule, Language language) {
  const bool with_slots = schedule.busiest > migrations_per_slot;
  Listing listing{"days", {{"day", CliText::head_day}}, {}};
  if (with_slots) listing.columns.push_back({"slot", CliText::head_slot});
  listing.columns.insert(listing.columns.end(), {{"customer", CliText::head_customer},
                                                 {"product", CliText::head_product},
                                                 {"seats", CliText::head_seats},
                                                 {"due", CliText::head_due}});
  const ScheduledUnit* before = nullptr;
  for (const ScheduledUnit& scheduled : schedule.placed) {
    const Described base(plan, scheduled.unit.root());
    const bool same_day = before != nullptr && before->day == scheduled.day;
    const bool same_slot = same_day && before->slot == scheduled.slot;
    const bool same_customer = same_slot && before->unit.customer == scheduled.unit.customer;
    auto& row = listing.rows.emplace_back();
    row.push_back(same_day ? ListingValue() : ListingValue(format_date(*scheduled.day, language)));
    if (with_slots) row.push_back(same_slot ? ListingValue() : ListingValue(std::int64_t{scheduled.slot}));
    row.push_back(same_customer ? ListingValue() : base.customer_named());
    row.insert(row.end(), {product_of(plan, scheduled.unit), base.seats(), scheduled.unit.until});
    before = &scheduled;
  }
  return listing;
}

Listing schedule_unplaced(const Plan& plan, const MigrationSchedule& schedule, Language language) {
  Listing listing{"unplaced",
                  {{"due", CliText::head_due},
                   {"customer", CliText::head_customer},
                   {"product", CliText::head_product},
                   {"reason", CliText::head_reason}},
                  {}};
  for (const ScheduledUnit& scheduled : schedule.unplaced) {
    listing.rows.push_back({scheduled.unit.until, Described(plan, scheduled.unit.root()).customer_named(),
                            product_of(plan, scheduled.unit), std::string(word(scheduled.reason, language))});
  }
  return listing;
}

}  // namespace nceplan::cli
