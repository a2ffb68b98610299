// Terms, billing plans and end dates, with the examples of PC/align-subscription-end-dates and
// PC/migrate-subscriptions-to-new-commerce.
#include "nceplan/rules/nce_term.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/editions.hpp"

using namespace nceplan;
using namespace nceplan::test;

namespace {

std::string month_end(std::string_view start, Term term) {
  return iso(month_end_in(full_first_term(day(start), term), term));
}

std::string shared_end(std::string_view start, Term term, const std::vector<ExistingEnd>& existing) {
  return iso(shared_end_in(full_first_term(day(start), term), term, existing));
}

}  // namespace

TEST_CASE("New Commerce has three terms, each with its billing plans", "[batch]") {
  CHECK(is_offered(one_month, BillingPlan::monthly));
  CHECK_FALSE(is_offered(one_month, BillingPlan::annual));
  CHECK(is_offered(one_year, BillingPlan::annual));
  CHECK_FALSE(is_offered(one_year, BillingPlan::triennial));
  CHECK(is_offered(three_years, BillingPlan::triennial));
  CHECK_FALSE(is_offered(three_years, BillingPlan::one_time));
  CHECK_FALSE(is_nce_term(Term{72}));
  CHECK_FALSE(is_nce_term(Term{}));
}

TEST_CASE("an annual term made monthly ends with the next month of the old one", "[batch]") {
  CHECK(remaining_first_term(day("2021-11-17"), day("2022-02-10"), one_year, one_month).last == day("2021-12-10"));
  CHECK(remaining_first_term(day("2022-02-10"), day("2022-02-10"), one_year, one_month).last == day("2022-02-10"));
  CHECK(remaining_first_term(day("2022-01-11"), day("2022-02-10"), one_year, one_month).last == day("2022-02-10"));
  CHECK(remaining_first_term(day("2022-01-10"), day("2022-02-10"), one_year, one_month).last == day("2022-01-10"));
  CHECK(remaining_first_term(day("2021-11-17"), day("2022-02-10"), one_year, one_year).last == day("2022-02-10"));
  CHECK(remaining_first_term(day("2021-11-17"), day("2022-02-10"), one_year, three_years).last == day("2022-02-10"));
  CHECK(remaining_first_term(day("2021-11-17"), day("2022-02-10"), one_year, Term{}).last == day("2022-02-10"));
}

TEST_CASE("a term aligned with the calendar ends with its last month end", "[batch]") {
  CHECK(month_end("2022-07-15", three_years) == "2025-06-30");
  CHECK(month_end("2022-07-15", one_year) == "2023-06-30");
  CHECK(month_end("2022-07-15", one_month) == "2022-07-31");
  CHECK(month_end("2023-02-04", one_year) == "2024-01-31");
  CHECK(month_end("2022-07-01", one_year) == "2023-06-30");  // the whole term
  CHECK(month_end("2022-02-28", one_month) == "2022-02-28");
  CHECK(month_end("2024-02-29", one_month) == "2024-02-29");
}

TEST_CASE("a term that holds no month end cannot be aligned with the calendar", "[batch]") {
  CHECK_FALSE(month_end_in({day("2024-01-20"), day("2024-01-25")}, one_year));
  CHECK(iso(month_end_in({day("2024-01-31"), day("2024-02-05")}, one_year)) == "2024-01-31");
}

TEST_CASE("monthly terms end on no 28th, 29th or 30th but a month end", "[batch]") {
  const FirstTerm term = {day("2024-01-20"), day("2024-02-19")};
  CHECK(can_end_on(day("2024-01-27"), one_month, term));
  CHECK_FALSE(can_end_on(day("2024-01-28"), one_month, term));
  CHECK_FALSE(can_end_on(day("2024-01-29"), one_month, term));
  CHECK_FALSE(can_end_on(day("2024-01-30"), one_month, term));
  CHECK(can_end_on(day("2024-01-31"), one_month, term));
  CHECK(can_end_on(day("2024-01-30"), one_year, term));
  CHECK(can_end_on(day("2023-02-28"), one_month, {day("2023-02-10"), day("2023-03-09")}));
  CHECK(can_end_on(day("2024-02-29"), one_month, {day("2024-02-10"), day("2024-03-09")}));
  CHECK_FALSE(can_end_on(day("2024-02-28"), one_month, {day("2024-02-10"), day("2024-03-09")}));
  CHECK(can_end_on(day("2024-04-30"), one_month, {day("2024-04-10"), day("2024-05-09")}));
}

TEST_CASE("an end date lies within the first term, its ends included", "[batch]") {
  const FirstTerm term = {day("2024-01-20"), day("2025-01-19")};
  CHECK_FALSE(can_end_on(day("2024-01-19"), one_year, term));
  CHECK(can_end_on(day("2024-01-20"), one_year, term));
  CHECK(can_end_on(day("2025-01-19"), one_year, term));
  CHECK_FALSE(can_end_on(day("2025-01-20"), one_year, term));
}

TEST_CASE("a subscription ends with the latest of the customer's that it may end with", "[batch]") {
  CHECK(shared_end("2022-07-01", one_year, {{day("2022-10-01"), one_year}}) == "2022-10-01");
  CHECK(shared_end("2022-07-01", one_year, {{day("2022-10-01"), three_years}, {day("2023-03-15"), one_year}}) ==
        "2023-03-15");
  CHECK(shared_end("2022-07-01", one_year, {{day("2022-07-20"), one_month}}).empty());
  CHECK(shared_end("2022-07-01", three_years, {{day("2022-07-20"), one_month}}).empty());
  CHECK(shared_end("2022-07-01", one_month, {{day("2022-07-20"), one_month}}) == "2022-07-20");
  CHECK(shared_end("2022-07-01", one_month, {{day("2022-07-20"), one_year}}) == "2022-07-20");
  CHECK(shared_end("2022-07-01", one_month, {{day("2022-07-29"), one_year}}).empty());
  CHECK(shared_end("2022-07-01", one_year, {{day("2022-10-01"), Term{}}}).empty());    // it could be monthly
  CHECK(shared_end("2022-07-01", one_year, {{day("2023-07-01"), one_year}}).empty());  // a day too late
}
