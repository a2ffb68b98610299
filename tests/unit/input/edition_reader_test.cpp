#include "nceplan/input/edition_reader.hpp"

#include <nlohmann/json.hpp>

#include "nceplan/base/diagnostic.hpp"
#include "support/catch.hpp"

using namespace nceplan;

namespace {

Date day(std::string_view iso) { return parse_iso_date(iso).value(); }

OptionalDate optional_day(std::string_view iso) { return iso.empty() ? OptionalDate{} : OptionalDate(day(iso)); }

const Edition& bundled(std::string_view id) { return choose_edition(bundled_editions(), id, day("2024-01-16")); }

nlohmann::json minimal_edition() {
  return nlohmann::json::parse(R"({
    "id": "own", "announced": "2024-06-01",
    "categories": {
      "commercial": {"self_service_from": "2023-07-11", "microsoft_led_from": "2024-01-11"},
      "public_sector": {"self_service_from": null, "microsoft_led_from": null},
      "multi_year": {"self_service_from": "when_listed", "microsoft_led_from": "2024-01-11"}
    },
    "sources": [{"source": "a letter", "retrieved": "2024-06-02"}]
  })");
}

/// The minimal edition with the value at `pointer` replaced or added.
std::string edition_with(const std::string& pointer, const nlohmann::json& value) {
  nlohmann::json edition = minimal_edition();
  edition[nlohmann::json::json_pointer(pointer)] = value;
  return edition.dump();
}

std::string edition_without(const std::string& parent, const std::string& key) {
  nlohmann::json edition = minimal_edition();
  edition[nlohmann::json::json_pointer(parent)].erase(key);
  return edition.dump();
}

Diagnostic problem_of(const std::string& json) {
  try {
    read_edition(json, "own.json");
  } catch (const Failure& failure) {
    return failure.diagnostic();
  }
  FAIL("accepted: " << json);
  return {};
}

void check_problem(const std::string& json, const std::string& pointer, const std::string& seen,
                   const std::string& what) {
  INFO(json);
  const Diagnostic problem = problem_of(json);
  CHECK(problem.code == DiagnosticCode::edition_invalid);
  CHECK(problem.severity == Severity::error);
  CHECK(problem.where.file == "own.json");
  CHECK(problem.where.field == pointer);
  CHECK(problem.seen == seen);
  REQUIRE(problem.details.size() == 1);
  CHECK(problem.details[0] == what);
}

}  // namespace

TEST_CASE("the bundled editions have the dates of R13") {
  struct Row {
    const char* id;
    const char* announced;
    const char* commercial_self;
    const char* commercial_led;
    const char* public_self;
    const char* public_led;
    const char* multi_year_led;
  };
  const std::vector<Row> rows = {
      {"2023-07", "2023-07-11", "2023-07-11", "2024-01-01", "2023-11-01", "2024-01-01", "2024-01-01"},
      {"2023-09", "2023-09-26", "2023-07-11", "2024-01-01", "", "", "2024-01-01"},
      {"2023-10", "2023-10-18", "2023-07-11", "2024-01-01", "2024-01-01", "2024-07-01", "2024-01-01"},
      {"2024-01", "2024-01-16", "2023-07-11", "2024-01-11", "2024-03-01", "2024-07-01", "2024-01-11"},
      {"2024-05", "2024-05-13", "2023-07-11", "2024-01-11", "2024-03-01", "2024-09-01", "2024-01-11"},
  };
  REQUIRE(bundled_editions().size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows[i];
    INFO(row.id);
    const Edition& edition = bundled_editions()[i];
    CHECK(edition.id == row.id);
    CHECK(edition.announced == day(row.announced));
    const CategorySchedule& commercial = edition.schedule(Category::commercial);
    CHECK(commercial.self_service_from == optional_day(row.commercial_self));
    CHECK(commercial.self_service_at_once);
    CHECK(commercial.microsoft_led_from == optional_day(row.commercial_led));
    const CategorySchedule& public_sector = edition.schedule(Category::public_sector);
    CHECK(public_sector.self_service_from == optional_day(row.public_self));
    CHECK(public_sector.microsoft_led_from == optional_day(row.public_led));
    CHECK_FALSE(public_sector.self_service_at_once);
    const CategorySchedule& multi_year = edition.schedule(Category::multi_year);
    CHECK(multi_year.self_service_when_listed);
    CHECK_FALSE(multi_year.self_service_from.has_value());
    CHECK(multi_year.microsoft_led_from == optional_day(row.multi_year_led));
    CHECK(edition.window_days == 7);
    CHECK(edition.preorder_days == 60);
  }
}

TEST_CASE("only the 2024 editions keep a three-year term") {
  for (const Edition& edition : bundled_editions()) {
    INFO(edition.id);
    const bool keeps = edition.announced >= day("2024-01-01");
    CHECK(edition.outcome_of(three_years) == (keeps ? three_years : one_year));
    CHECK(edition.outcome_of(one_month) == one_year);
    CHECK(edition.outcome_of(one_year) == one_year);
    CHECK(edition.outcome_of(Term{72}) == one_year);
  }
}

TEST_CASE("public sector waves and the end of new legacy purchases are in the editions that announced them") {
  CHECK(bundled("2023-10").schedule(Category::public_sector).waves.empty());
  CHECK_FALSE(bundled("2024-01").public_sector_nce_only_from.has_value());
  CHECK(bundled("2024-05").public_sector_nce_only_from == day("2024-08-01"));
  for (const char* id : {"2024-01", "2024-05"}) {
    const auto& waves = bundled(id).schedule(Category::public_sector).waves;
    REQUIRE(waves.size() == 4);
    CHECK(waves[0] == std::pair<std::string, Date>("Wave 1", day("2024-03-01")));
    CHECK(waves[1].second == day("2024-03-01"));
    CHECK(waves[2].second == day("2024-04-01"));
    CHECK(waves[3].second == day("2024-05-01"));
  }
}

TEST_CASE("every bundled edition names its sources and when they were retrieved") {
  for (const Edition& edition : bundled_editions()) {
    INFO(edition.id);
    CHECK_FALSE(edition.sources.empty());
    CHECK_FALSE(edition.remarks.empty());
    for (const EditionSource& source : edition.sources) {
      CHECK_FALSE(source.source.empty());
      CHECK(source.retrieved.has_value());
    }
  }
}

TEST_CASE("an edition is chosen by id, as the latest, or by the as-of day") {
  const auto& editions = bundled_editions();
  const auto chosen = [&](const char* name, const char* as_of) {
    return choose_edition(editions, name, day(as_of)).id;
  };
  CHECK(chosen("2023-10", "2020-01-01") == "2023-10");
  CHECK(chosen("latest", "2020-01-01") == "2024-05");
  CHECK(chosen("as-of", "2020-01-01") == "2023-07");
  CHECK(chosen("as-of", "2023-07-10") == "2023-07");
  CHECK(chosen("as-of", "2023-09-25") == "2023-07");
  CHECK(chosen("as-of", "2023-09-26") == "2023-09");
  CHECK(chosen("as-of", "2024-01-15") == "2023-10");
  CHECK(chosen("as-of", "2024-01-16") == "2024-01");
  CHECK(chosen("as-of", "2024-05-12") == "2024-01");
  CHECK(chosen("as-of", "2024-05-13") == "2024-05");
  CHECK(chosen("as-of", "2030-01-01") == "2024-05");
}

TEST_CASE("an unknown edition is refused with the known ids") {
  try {
    choose_edition(bundled_editions(), "2023-08", day("2024-01-16"));
    FAIL("accepted");
  } catch (const Failure& failure) {
    CHECK(failure.diagnostic().code == DiagnosticCode::edition_unknown);
    CHECK(failure.diagnostic().seen == "2023-08");
    REQUIRE(failure.diagnostic().details.size() == 2);
    CHECK(failure.diagnostic().details[0] == "2023-07, 2023-09, 2023-10, 2024-01, 2024-05");
    CHECK(failure.diagnostic().details[1] == "2023-07");
  }
}

TEST_CASE("an edition needs no more than dates and a source") {
  const Edition edition = read_edition("\xef\xbb\xbf" + minimal_edition().dump(), "own.json");
  CHECK(edition.id == "own");
  CHECK(edition.announced == day("2024-06-01"));
  CHECK(edition.window_days == 7);
  CHECK(edition.preorder_days == 60);
  CHECK(edition.outcomes.empty());
  CHECK(edition.default_outcome == one_year);
  CHECK_FALSE(edition.schedule(Category::public_sector).microsoft_led_from.has_value());
  CHECK(edition.sources[0].url.empty());
}

TEST_CASE("every part of an edition is read") {
  nlohmann::json json = minimal_edition();
  json["window_days"] = 30;
  json["preorder_days"] = 0;
  json["outcomes"] = {{"P1M", "P1M"}, {"default", "P3Y"}};
  json["remarks"] = {"First.", "Second."};
  json["sources"][0]["url"] = "https://example.org/letter";
  json["categories"]["commercial"]["self_service_at_once"] = true;
  json["categories"]["multi_year"]["waves"] = {{{"name", "only"}, {"from", "2024-02-29"}}};
  const Edition edition = read_edition(json.dump(), "own.json");
  CHECK(edition.window_days == 30);
  CHECK(edition.preorder_days == 0);
  CHECK(edition.outcome_of(one_month) == one_month);
  CHECK(edition.outcome_of(one_year) == three_years);
  CHECK(edition.remarks == std::vector<std::string>{"First.", "Second."});
  CHECK(edition.sources[0].url == "https://example.org/letter");
  CHECK(edition.sources[0].retrieved == day("2024-06-02"));
  CHECK(edition.schedule(Category::commercial).self_service_at_once);
  CHECK(edition.schedule(Category::multi_year).waves.at(0).second == day("2024-02-29"));
}

TEST_CASE("what is missing from an edition is named with its object") {
  check_problem(edition_without("", "id"), "", problem_of(edition_without("", "id")).seen, "\"id\" is missing");
  for (const char* key : {"announced", "categories", "sources"}) {
    const Diagnostic problem = problem_of(edition_without("", key));
    CHECK(problem.where.field.empty());
    CHECK(problem.details[0] == '"' + std::string(key) + "\" is missing");
  }
  CHECK(problem_of(edition_without("/categories", "multi_year")).where.field == "/categories");
  const Diagnostic problem = problem_of(edition_without("/categories/commercial", "microsoft_led_from"));
  CHECK(problem.where.field == "/categories/commercial");
  CHECK(problem.seen == R"({"self_service_from":"2023-07-11"})");
  CHECK(problem.details[0] == "\"microsoft_led_from\" is missing");
}

TEST_CASE("an unknown key is refused, with the one that was probably meant") {
  check_problem(edition_with("/windows_days", 14), "/windows_days", "windows_days",
                "unknown key; \"window_days\" is meant?");
  check_problem(edition_with("/categories/commercial/microsoft_led_form", "2025-01-01"),
                "/categories/commercial/microsoft_led_form", "microsoft_led_form",
                "unknown key; \"microsoft_led_from\" is meant?");
  check_problem(edition_with("/categories/government", nullptr), "/categories/government", "government",
                "unknown key; known here: commercial, public_sector, multi_year");
  check_problem(edition_with("/categories/commercial/new_purchases_nce_only_from", "2024-08-01"),
                "/categories/commercial/new_purchases_nce_only_from", "new_purchases_nce_only_from",
                "unknown key; known here: self_service_from, self_service_at_once, microsoft_led_from, waves");
  check_problem(edition_with("/a~1b~0", 1), "/a~1b~0", "a/b~",
                "unknown key; known here: id, announced, categories, outcomes, window_days, preorder_days, remarks, "
                "sources");
}

TEST_CASE("a value of the wrong kind is refused with its JSON pointer") {
  struct Row {
    const char* pointer;
    const char* json;
    const char* what;
  };
  const char* const day_expected = "a day is expected, as YYYY-MM-DD";
  const char* const day_or_null = "a day is expected, as YYYY-MM-DD, or null while none is announced";
  const char* const term_expected = "a term is expected, as P1M or P3Y";
  const std::vector<Row> rows = {
      {"/id", "7", "a text is expected"},
      {"/id", "\" \"", "a text is expected"},
      {"/id", "\"my edition\"", "an id has letters, digits, `-`, `_` and `.` only"},
      {"/id", "\"latest\"", "this id is a word of --edition"},
      {"/id", "\"as-of\"", "this id is a word of --edition"},
      {"/announced", "\"2024-06-31\"", day_expected},
      {"/announced", "\"01.06.2024\"", day_expected},
      {"/announced", "null", day_expected},
      {"/announced", "20240601", day_expected},
      {"/categories", "[]", "an object is expected"},
      {"/categories/commercial", "\"2024-01-01\"", "an object is expected"},
      {"/categories/commercial/self_service_from", "\"when listed\"", day_or_null},
      {"/categories/commercial/self_service_from", "true", day_or_null},
      {"/categories/commercial/microsoft_led_from", "\"when_listed\"", day_or_null},
      {"/categories/commercial/self_service_at_once", "\"yes\"", "true or false is expected"},
      {"/categories/public_sector/self_service_at_once", "true", "\"at once\" needs the day of self_service_from"},
      {"/categories/public_sector/waves", "{}", "a list is expected"},
      {"/categories/public_sector/new_purchases_nce_only_from", "null", day_expected},
      {"/outcomes", "\"P1Y\"", "an object is expected"},
      {"/outcomes", R"(["P1Y"])", "an object is expected"},
      {"/window_days", "0", "a whole number of days from 1 to 365 is expected"},
      {"/window_days", "366", "a whole number of days from 1 to 365 is expected"},
      {"/window_days", "7.5", "a whole number of days from 1 to 365 is expected"},
      {"/window_days", "18446744073709551615", "a whole number of days from 1 to 365 is expected"},
      {"/preorder_days", "-1", "a whole number of days from 0 to 365 is expected"},
      {"/preorder_days", "\"60\"", "a whole number of days from 0 to 365 is expected"},
      {"/remarks", "\"text\"", "a list is expected"},
      {"/sources", "[]", "at least one source is expected"},
      {"/sources", "{}", "a list is expected"},
      {"/sources/0", "\"a letter\"", "an object is expected"},
      {"/sources/0/url", "\"\"", "a text is expected"},
      {"/sources/0/retrieved", "\"today\"", day_expected},
  };
  for (const Row& row : rows) {
    const auto value = nlohmann::json::parse(row.json);
    check_problem(edition_with(row.pointer, value), row.pointer, value.dump(), row.what);
  }
  check_problem(edition_with("/outcomes", {{"P3Y", "3 years"}}), "/outcomes/P3Y", "\"3 years\"", term_expected);
  check_problem(edition_with("/outcomes", {{"P3Y", 36}}), "/outcomes/P3Y", "36", term_expected);
  check_problem(edition_with("/outcomes", {{"3 years", "P3Y"}}), "/outcomes/3 years", "3 years",
                "unknown key; a term as P3Y, or \"default\"");
  check_problem(edition_with("/remarks", {"One.", 2}), "/remarks/1", "2", "a text is expected");
  check_problem(edition_with("/categories/public_sector/waves", {{{"name", "Wave 1"}, {"from", "March"}}}),
                "/categories/public_sector/waves/0/from", "\"March\"", day_expected);
  check_problem(edition_with("/categories/public_sector/waves", {{{"name", "Wave 1"}, {"begins", "2024-03-01"}}}),
                "/categories/public_sector/waves/0/begins", "begins", "unknown key; known here: name, from");
  check_problem(edition_with("/categories/public_sector/waves", {{{"name", "Wave 1"}, {"form", "2024-03-01"}}}),
                "/categories/public_sector/waves/0/form", "form", "unknown key; \"from\" is meant?");
}

TEST_CASE("a number that nothing can hold is refused, with its place") {
  const std::string number = "4E" + std::string(116, '5');
  const Diagnostic problem = problem_of("{\n  \"window_days\": " + number + "}");
  CHECK(problem.code == DiagnosticCode::edition_invalid);
  CHECK(problem.where.line == 2);
  CHECK(problem.where.column == 18);
  CHECK(problem.seen.find("4E555") == 0);
  CHECK(problem.seen.size() < 50);
  CHECK(problem.details == std::vector<std::string>{"a smaller number is expected"});
}

TEST_CASE("a key that stands twice is refused") {
  check_problem(R"({"id": "own", "announced": "2024-06-01", "announced": "2024-07-01"})", "", "announced",
                "a key stands twice in one object");
  CHECK_NOTHROW(read_edition(minimal_edition().dump(), "own.json"));
}

TEST_CASE("text that is not JSON is refused with line and column") {
  const Diagnostic problem = problem_of("{\n  \"id\": own\n}");
  CHECK(problem.where.line == 2);
  CHECK(problem.where.column == 9);
  CHECK(problem.details.at(0).find("syntax error") == 0);
  CHECK(problem_of("").where.line == 1);
  CHECK(problem_of("[]").details.at(0) == "an object is expected");
}
