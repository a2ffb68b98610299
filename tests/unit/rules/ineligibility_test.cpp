#include "nceplan/rules/ineligibility.hpp"

#include "support/catch.hpp"

using namespace nceplan;

TEST_CASE("reasons in words map to Microsoft's codes", "[rules][R7]") {
  struct ReasonCase {
    std::string reason;
    int code;
  };
  const auto [reason, code] = GENERATE(values<ReasonCase>({
      {"not active", 0},
      {"The subscription is suspended", 0},
      {"Subscription is not in an active state.", 0},
      {"Subscription status isn't active", 0},
      {"SubscriptionStatusNotActive", 0},
      {"being processed", 1},
      {"The subscription is currently being processed.", 1},
      {"SubscriptionBeingProcessingInOms", 1},
      {"too close to term end", 2},
      {"Subscription is too close to its term end date", 2},
      {"SubscriptionTooCloseToTermEnd", 2},
      {"promotion", 3},
      {"Subscriptions with promotions can't be migrated", 3},
      {"SubscriptionPromotionsPresent", 3},
      {"add-ons present", 4},
      {"Subscription has add-ons that are not eligible, see the add-on rows", 4},
      {"SubscriptionAddOnsPresent", 4},
      {"no NCE product", 5},
      {"The product is not available in the new commerce experience, market or segment", 5},
      {"NewCommerceProductUnavailable", 5},
      {"term and billing combination", 6},
      {"The term duration and billing cycle combination is not supported", 6},
      {"TermDurationBillingCycleCombinationNotSupported", 6},
      {"active less than a month", 7},
      {"Subscription has been active for less than one month", 7},
      {"Subscription must be active for at least one month", 7},
      {"SubscriptionActiveForLessThanOneMonth", 7},
      {"trade status", 8},
      {"TradeStatusNotAllowed", 8},
      {"invalid partner id", 9},
      {"The partner ID on record is not valid", 9},
      {"last 24 h needs full term", 10},
      {"In the last 24 hours before the term's end a new full term must be purchased", 10},
      {"invalid custom end", 11},
      {"The custom term end date is not valid", 11},
      {"custom end must align", 12},
      {"Custom term end date must align with an existing subscription or the calendar month", 12},
      {"7", 7},
      {"12: anything", 12},
      {"13", -1},
      {"-1", -1},
      {"Trial subscriptions are not eligible for migration", -1},
      {"Something new", -1},
      {"", -1},
      {" ; ", -1},
      {"Something new; trade status; promotion", 8},
  }));
  CAPTURE(reason);
  CHECK(static_cast<int>(ineligibility_code_of(reason)) == code);
}
