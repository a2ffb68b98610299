#include "nceplan/rules/name_markers.hpp"

#include "nceplan/base/term.hpp"
#include "support/catch.hpp"

using namespace nceplan;

namespace {

std::string segment_of(std::string_view name) {
  const auto segment = name_markers_of(name).segment;
  return segment ? std::string(to_code(*segment)) : "none";
}

struct Case {
  std::string name;
  std::string expected;
};

}  // namespace

TEST_CASE("segment markers are whole words of a name, whatever their case", "[rules][R2]") {
  const auto [name, expected] = GENERATE(values<Case>({
      {"Office 365 G3 GCC", "gcc"},
      {"Exchange Online Plan 1 for gcc", "gcc"},
      {"Office 365 A3 GCC", "gcc"},  // the first marker in the rule's order, not in the name's
      {"Office 365 GCCX", "none"},
      {"Microsoft 365 E3 (Government Pricing)", "government"},
      {"Microsoft 365 E3 (Goverment Pricing)", "government"},
      {"Microsoft 365 E3 (Preise für Behörden)", "government"},
      {"Microsoft 365 E3 (PREISE FÜR BEHÖRDEN)", "government"},
      {"Microsoft 365 E3 Government", "none"},
      {"Office 365 E1 (Nonprofit Staff Pricing)", "nonprofit"},
      {"Dynamics 365 Human Resources (Nonprofits Pricing)", "nonprofit"},
      {"Office 365 E1 (Non-Profit Staff Pricing)", "nonprofit"},
      {"Office 365 E1 (non-profits)", "nonprofit"},
      {"Nonprofit Portal", "none"},  // not inside parentheses
      {"Office (E1) nonprofit", "none"},
      {"Microsoft 365 F3 (Charity)", "nonprofit"},
      {"Azure Information Protection Plan 2 charity", "nonprofit"},
      {"Office 365 F1 - Volunteer", "nonprofit"},
      {"Enterprise Mobility + Security E3 (50 Seat Donation)", "nonprofit"},
      {"Office 365 E1 für gemeinnützige Organisationen", "nonprofit"},
      {"Office 365 E1 (Wohltätigkeitsorganisationen)", "nonprofit"},
      {"Charityware", "none"},
      {"Office 365 E3 for faculty", "education"},
      {"Office 365 E3 Faculty", "education"},
      {"Office 365 ProPlus for student", "education"},
      {"Office 365 ProPlus for students", "education"},
      {"Windows 10 student use benefit", "education"},
      {"Windows 10 Students Use Benefit", "education"},
      {"10-Year Audit Log Retention Add On for EDU", "education"},
      {"Teams Rooms for Education", "education"},
      {"Project Plan 3 (Education Faculty Pricing)", "education"},
      {"Project Plan 3 Education", "none"},
      {"Office 365 A1", "education"},
      {"Office 365 A3 (6 year)", "education"},
      {"Microsoft 365 A5 Security", "education"},
      {"Office 365 A3-Lizenz", "education"},
      {"Office 365 E3 für Lehrkräfte", "education"},
      {"Office 365 E3 für Lehrpersonal", "education"},
      {"Office 365 E3 für Lehrkörper", "education"},
      {"Office 365 E3 für Lehrer", "education"},
      {"Office 365 E3 für Schüler", "education"},
      {"Office 365 E3 für Studenten", "education"},
      {"Office 365 E3 für Kursteilnehmer", "education"},
      {"Office 365 E3 (Bildungseinrichtungen)", "education"},
  }));
  CAPTURE(name);
  CHECK(segment_of(name) == expected);
}

TEST_CASE("names that only look like a marker have no segment", "[rules][R2]") {
  const auto name = GENERATE(values<std::string>(
      {"Azure Active Directory Premium P1", "Visio Plan 1", "A", "Add-On", "Microsoft 365 A13", "Tier 1 (1-99 users)",
       "Teams for studentswap", "Office 365 E3 für Lehrerinnenverband", "", "()", "(((", "\xff\xfe"}));
  CAPTURE(name);
  CHECK(segment_of(name) == "none");
}

TEST_CASE("blanks and hyphens of any kind separate words", "[rules][R2]") {
  CHECK(segment_of("Office 365 E3 for\u00a0faculty") == "education");
  CHECK(segment_of("Office 365 E1 (Non\u2011Profit Staff Pricing)") == "nonprofit");
  CHECK(segment_of("Dynamics 365 Operations \u2013 Volunteer") == "nonprofit");
  CHECK(segment_of("Office 365 E3 fu\u0308r Schu\u0308ler") == "education");  // decomposed umlauts
}

TEST_CASE("a whole parenthesis or the very end of a name states the term", "[rules][R2]") {
  struct TermCase {
    std::string name;
    unsigned months;
  };
  const auto [name, months] = GENERATE(values<TermCase>({
      {"Dynamics 365 Customer Engagement Plan (36 mo)", 36},
      {"Office 365 E3 (36 Monate)", 36},
      {"Office 365 E3 (13 mo)", 13},
      {"Office 365 E3 (12 mo)", 12},
      {"Office 365 A3 for faculty (6 year)", 72},
      {"Office 365 A3 for faculty (6 years)", 72},
      {"Intune per-device for Enterprise (5-year)", 60},
      {"Intune per-device for Enterprise (5-Year)", 60},
      {"Office 365 E3 (3 Jahre)", 36},
      {"Office 365 E3 (2 year)", 24},
      {"Office 365 E3 (1 year)", 12},
      {"Microsoft 365 E3 Unattended License 3-year", 36},
      {"10-Year Audit Log Retention Add-On", 0},
      {"10-Year Audit Log Retention Add On (Nonprofit Staff Pricing)", 0},
      {"Office 365 E3 (3 year commitment)", 0},
      {"Office 365 E3 3 year", 0},
      {"Plan A3-year", 0},
      {"Tier 1 (1-99 users)", 0},
      {"Enterprise Mobility + Security E3 (50 Seat Donation)", 0},
      {"Storage (500 GB)", 0},
      {"Office 365 E3 (0 year)", 0},
      {"Office 365 E3 (101 year)", 0},
      {"Office 365 E3 (99999999999 mo)", 0},
  }));
  CAPTURE(name);
  CHECK(name_markers_of(name).term.months == months);
}

TEST_CASE("a name says trial by the word alone", "[rules][R8]") {
  CHECK(name_markers_of("Office 365 E5 Trial").trial);
  CHECK(name_markers_of("Office 365 E5 (Testversion)").trial);
  CHECK_FALSE(name_markers_of("Industrial Edition").trial);
  CHECK_FALSE(name_markers_of("Trials Manager").trial);
}

TEST_CASE("a name says promotion by the word or the campaign", "[rules][R7]") {
  CHECK(name_markers_of("Advanced Communications Promo").promotion);
  CHECK(name_markers_of("Power Apps per app plan promotion (200 seat min)").promotion);
  CHECK(name_markers_of("Microsoft 365 Business Shift Campaign - 15%").promotion);
  CHECK(name_markers_of("Dynamics 365 Commerce for AX Migration Program").promotion);
  CHECK_FALSE(name_markers_of("Promotional Planner").promotion);
  CHECK_FALSE(name_markers_of("Migration Tools Program").promotion);
}

TEST_CASE("the Business suites are capped by name", "[rules][R10]") {
  CHECK(name_markers_of("Microsoft 365 Business Standard").seat_capped);
  CHECK(name_markers_of("Microsoft 365 Business").seat_capped);
  CHECK(name_markers_of("Office 365 Business Premium").seat_capped);
  CHECK(name_markers_of("Microsoft 365 Apps for business").seat_capped);
  CHECK(name_markers_of("Microsoft 365 Apps for Business (Nonprofit Staff Pricing)").seat_capped);
  CHECK_FALSE(name_markers_of("Dynamics 365 Business Central").seat_capped);
  CHECK_FALSE(name_markers_of("Microsoft 365 E3").seat_capped);
  CHECK_FALSE(name_markers_of("Defender for Microsoft 365 Business Premium").seat_capped);
  CHECK_FALSE(name_markers_of("Microsoft 365 Businesses").seat_capped);
}
