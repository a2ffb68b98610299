#include "nceplan/input/values.hpp"

#include <string>

#include "support/catch.hpp"

using namespace nceplan;

TEST_CASE("Booleans are read in every spelling of the exports") {
  for (const char* text : {"True", "TRUE", "true", "WAHR", "wahr", "Yes", "ja", "JA", "1", "on", "Y", "j"}) {
    CAPTURE(text);
    CHECK(parse_boolean(text) == true);
  }
  for (const char* text : {"False", "FALSE", "FALSCH", "no", "Nein", "0", "off", "n"}) {
    CAPTURE(text);
    CHECK(parse_boolean(text) == false);
  }
  for (const char* text : {"maybe", "2", "truee", "-", "01", "true false"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_boolean(text));
  }
}

TEST_CASE("Terms are read as durations, words and counts") {
  const auto [text, months] = GENERATE(table<std::string, unsigned>({
      {"P1M", 1},        {"P1Y", 12},           {"P3Y", 36},         {"P6Y", 72},        {"p12m", 12},
      {"1 Year", 12},    {"1-year", 12},        {"3 years", 36},     {"Annual", 12},     {"Annually", 12},
      {"Monthly", 1},    {"1 month", 1},        {"12", 12},          {"36", 36},         {"1", 1},
      {"36 mo", 36},     {"12 Months", 12},     {"1 Jahr", 12},      {"3 Jahre", 36},    {"1J", 12},
      {"3J", 36},        {"36 Monate", 36},     {"1 Monat", 1},      {"jährlich", 12},   {"JÄHRLICH", 12},
      {"jaehrlich", 12}, {"monatlich", 1},      {"Triennial", 36},   {"Biennial", 24},   {"3Y", 36},
      {"One Year", 12},  {"1200 months", 1200}, {"100 years", 1200}, {"dreijährig", 36},
  }));
  CAPTURE(text);
  const auto cell = parse_term(text);
  REQUIRE(cell);
  CHECK(cell->term.months == months);
  CHECK(cell->billing_plan == BillingPlan::unknown);
}

TEST_CASE("A term can carry its billing plan") {
  const auto [text, months, plan] = GENERATE(table<std::string, unsigned, BillingPlan>({
      {"1J1M", 12, BillingPlan::monthly},
      {"1J1J", 12, BillingPlan::annual},
      {"3J3J", 36, BillingPlan::triennial},
      {"3J/1J", 36, BillingPlan::annual},
      {"1M1M", 1, BillingPlan::monthly},
      {"1Y1M", 12, BillingPlan::monthly},
      {"2j 2j", 24, BillingPlan::biennial},
  }));
  CAPTURE(text);
  CHECK(parse_term(text) == TermCell{Term{static_cast<std::uint16_t>(months)}, plan});
}

TEST_CASE("No term at all is an unknown term, and other text is none") {
  for (const char* text : {"None", "OneTime", "One-Time", "einmalig"}) {
    CAPTURE(text);
    CHECK(parse_term(text) == TermCell{});
  }
  for (const char* text : {"3", "0", "P0M", "-1", "1201 months", "101 years", "99999999999999", "1J1", "1J5M", "1J1M1M",
                           "12 weeks", "Laufzeit", "1 Jahr 6 Monate", "P1D", "1.5 years"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_term(text));
  }
}

TEST_CASE("Billing plans are read in English, German and as durations") {
  const auto [text, plan] = GENERATE(table<std::string, BillingPlan>({
      {"Monthly", BillingPlan::monthly},
      {"monthly", BillingPlan::monthly},
      {"Annual", BillingPlan::annual},
      {"annually", BillingPlan::annual},
      {"Triennial", BillingPlan::triennial},
      {"Biennial", BillingPlan::biennial},
      {"OneTime", BillingPlan::one_time},
      {"one_time", BillingPlan::one_time},
      {"None", BillingPlan::none},
      {"monatlich", BillingPlan::monthly},
      {"jährlich", BillingPlan::annual},
      {"Jährlich", BillingPlan::annual},
      {"jaehrlich", BillingPlan::annual},
      {"dreijährlich", BillingPlan::triennial},
      {"P1M", BillingPlan::monthly},
      {"P1Y", BillingPlan::annual},
      {"P3Y", BillingPlan::triennial},
      {"1 Jahr", BillingPlan::annual},
  }));
  CAPTURE(text);
  CHECK(parse_billing_plan(text) == plan);
}

TEST_CASE("Unknown billing plans are none of ours") {
  for (const char* text : {"weekly", "P6M", "upfront", "?"}) CHECK_FALSE(parse_billing_plan(text));
}

TEST_CASE("Statuses are read in English, German and as Graph has them") {
  const auto [text, status] = GENERATE(table<std::string, Status>({
      {"Active", Status::active},
      {"active", Status::active},
      {"AKTIV", Status::active},
      {"Enabled", Status::active},
      {"Warning", Status::active},
      {"Suspended", Status::suspended},
      {"ausgesetzt", Status::suspended},
      {"Angehalten", Status::suspended},
      {"Deleted", Status::deleted},
      {"gelöscht", Status::deleted},
      {"GELÖSCHT", Status::deleted},
      {"geloescht", Status::deleted},
      {"Expired", Status::expired},
      {"abgelaufen", Status::expired},
      {"Disabled", Status::disabled},
      {"LockedOut", Status::disabled},
      {"Locked Out", Status::disabled},
      {"Pending", Status::pending},
  }));
  CAPTURE(text);
  CHECK(parse_status(text) == status);
}

TEST_CASE("Unknown statuses are left to the caller") {
  for (const char* text :
       {"none", "in Kündigung", "Aktivität", "activ", "a status longer than any word that is known"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_status(text));
  }
}

TEST_CASE("Seats are whole numbers up to ten million") {
  const auto [text, seats] = GENERATE(table<std::string, std::int32_t>({
      {"0", 0},
      {"5", 5},
      {"007", 7},
      {"10000000", 10'000'000},
      {"12.0", 12},
      {"12,00", 12},
      {"1.234", 1234},
      {"1,234", 1234},
      {"1.234,00", 1234},
      {"1,234.0", 1234},
      {"1.000.000", 1'000'000},
      {"1'000", 1000},
      {"1 000", 1000},
      {"1\xc2\xa0"
       "234",
       1234},
  }));
  CAPTURE(text);
  CHECK(parse_seats(text) == seats);
}

TEST_CASE("Seats that are negative, absurd, not whole or have two readings are refused") {
  for (const char* text : {"-1",       "10000001", "99999999999999999999",
                           "1.5",      "1,23",     "1.000",
                           "1,000",    "0.123",    "1234.567",
                           "1.234.56", "1.2345",   "1.234'567",
                           "12.",      ".5",       "5 Lizenzen",
                           "5x",       "1e3",      "10.000.001",
                           "+",        "1..234"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_seats(text));
  }
}
