#include "nceplan/rules/renewal.hpp"

#include "support/catch.hpp"
#include "support/editions.hpp"

using namespace nceplan;
using test::iso;
using test::maybe_day;

TEST_CASE("the renewal follows the last day of the term", "[rules][R3]") {
  struct RenewalCase {
    std::string term_end;
    std::string own_renewal;
    EndDateMeaning meaning;
    std::string expected_end;
    std::string expected_renewal;
    RenewalBasis basis;
  };
  constexpr auto inclusive = EndDateMeaning::inclusive;
  constexpr auto exclusive = EndDateMeaning::exclusive;
  const auto [term_end, own_renewal, meaning, expected_end, expected_renewal, basis] =
      GENERATE_COPY(values<RenewalCase>({
          {"2024-01-19", "", inclusive, "2024-01-19", "2024-01-20", RenewalBasis::day_after_term_end},
          {"2023-12-31", "", inclusive, "2023-12-31", "2024-01-01", RenewalBasis::day_after_term_end},
          {"2024-02-28", "", inclusive, "2024-02-28", "2024-02-29", RenewalBasis::day_after_term_end},
          {"2023-02-28", "", inclusive, "2023-02-28", "2023-03-01", RenewalBasis::day_after_term_end},
          {"2024-01-19", "", exclusive, "2024-01-19", "2024-01-19", RenewalBasis::term_end_itself},
          {"", "2024-01-20", inclusive, "2024-01-19", "2024-01-20", RenewalBasis::own_date},
          {"", "2024-01-20", exclusive, "2024-01-19", "2024-01-20", RenewalBasis::own_date},
          {"2024-01-19", "2024-02-01", inclusive, "2024-01-19", "2024-02-01", RenewalBasis::own_date},
          {"2024-01-19", "2024-02-01", exclusive, "2024-01-19", "2024-02-01", RenewalBasis::own_date},
          {"8999-12-31", "", inclusive, "8999-12-31", "9000-01-01", RenewalBasis::day_after_term_end},
          {"9000-01-01", "", inclusive, "9000-01-01", "", RenewalBasis::does_not_renew},
          {"9999-12-31", "", inclusive, "9999-12-31", "", RenewalBasis::does_not_renew},
          {"9999-12-31", "", exclusive, "9999-12-31", "", RenewalBasis::does_not_renew},
          {"9999-12-31", "2024-02-01", inclusive, "9999-12-31", "", RenewalBasis::does_not_renew},
          {"", "9999-12-31", inclusive, "9999-12-30", "", RenewalBasis::does_not_renew},
          {"", "", inclusive, "", "", RenewalBasis::none},
      }));
  CAPTURE(term_end, own_renewal);
  const RenewalDecision decision = decide_renewal(maybe_day(term_end), maybe_day(own_renewal), meaning);
  CHECK(iso(decision.term_end) == expected_end);
  CHECK(iso(decision.renewal) == expected_renewal);
  CHECK(decision.basis == basis);
}
