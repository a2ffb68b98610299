#include <nlohmann/json.hpp>

#include "output/cell.hpp"
#include "output/machine/json_text.hpp"
#include "output/value_text.hpp"
#include "support/catch.hpp"
#include "unit/output/sample_plan.hpp"

using namespace nceplan;
using namespace nceplan::testing;
using Json = nlohmann::json;

namespace {

std::string json_string(std::string_view text) {
  std::string out(json_string_room(text.size()), '\0');
  out.resize(static_cast<std::size_t>(put_json_string(out.data(), text) - out.data()));
  return out;
}

std::vector<Json> parse_lines(const std::string& text) {
  std::vector<Json> lines;
  std::size_t start = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', start)) {
    lines.push_back(Json::parse(text.substr(start, end - start)));
    start = end + 1;
  }
  REQUIRE(start == text.size());
  return lines;
}

Json json_of(const Cell& cell) {
  std::array<char, value_room> scratch;
  if (cell.kind == Cell::Kind::empty) return nullptr;
  if (cell.kind == Cell::Kind::integer) return cell.number;
  if (cell.kind == Cell::Kind::boolean) return cell.number != 0;
  return std::string(machine_text(cell, scratch));
}

}  // namespace

TEST_CASE("strings are escaped as JSON wants it") {
  CHECK(json_string("") == R"("")");
  CHECK(json_string("plain") == R"("plain")");
  CHECK(json_string("say \"hi\" \\ bye") == R"("say \"hi\" \\ bye")");
  CHECK(json_string("a\tb\nc\rd") == R"("a\tb\nc\rd")");
  CHECK(json_string(std::string_view("\0\x01\x1f\x7f", 4)) == "\"\\u0000\\u0001\\u001f\x7f\"");
  CHECK(json_string("Müller 😀 \xe2\x80\xa8") == "\"Müller 😀 \xe2\x80\xa8\"");
}

TEST_CASE("bytes that are not UTF-8 become replacement characters") {
  CHECK(json_string("M\xfcller") == "\"M\xef\xbf\xbdller\"");
  CHECK(json_string("\"\xff") == "\"\\\"\xef\xbf\xbd\"");
  CHECK(Json::parse(json_string("cut \xe2\x82")).get<std::string>().substr(0, 4) == "cut ");
}

TEST_CASE("every byte comes back from JSON as it went in") {
  for (int byte = 0; byte < 0x80; ++byte) {
    for (std::size_t at = 0; at < 18; ++at) {
      std::string text = "eighteen bytes ...";
      text[at] = static_cast<char>(byte);
      CHECK(Json::parse(json_string(text)).get<std::string>() == text);
    }
  }
}

TEST_CASE("entries hold what the cells hold") {
  std::vector<SampleRow> rows = many_rows(50);
  rows[3].name = "hostile \"\\\n\x01 'name' </script>";
  rows[4].ineligibility_reason = "Ungültig; \xc3";
  rows[5].id = "";
  const SamplePlan sample = plan_of(rows);
  const Json entries = Json::parse(sample.report({.format = ReportFormat::json})).at("entries");
  RowCells cells(sample.plan(), Language::en);
  std::size_t i = 0;
  SelectedRows(sample.plan()).for_each([&](RowIndex row) {
    const Json& entry = entries.at(i++);
    REQUIRE(entry.size() == column_count);
    cells.load(sample.plan().portfolio().block_of(row), row);
    for (const Column column : all_columns()) {
      const bool list = column == Column::notes || column == Column::actions;
      const bool broken = column == Column::ineligibility_reason && row == 4;
      CAPTURE(row, to_code(column));
      if (broken) CHECK(entry.at("ineligibility_reason") == "Ungültig; \xef\xbf\xbd");
      if (!list && !broken) CHECK(entry.at(std::string(to_code(column))) == json_of(cells[column]));
    }
  });
  CHECK(i == entries.size());
}

TEST_CASE("actions are objects and notes are codes") {
  const SamplePlan sample =
      plan_of({{.id = "base"}, {.id = "addon", .base_id = "base"}, {.id = "3", .auto_renew = false}});
  const Json entries = Json::parse(sample.report({.format = ReportFormat::json})).at("entries");
  CHECK(entries[0].at("actions") == Json::parse(R"([{"code":"migrate_yourself","from":"2023-07-11","due":"2024-01-30"},
                        {"code":"preorder","from":"2023-12-03","due":"2024-01-30"}])"));
  CHECK(entries[0].at("notes") == Json::array());
  CHECK(entries[1].at("notes") == Json::array({"follows_base"}));
  CHECK(entries[2].at("actions")[0].at("from").is_null());
}

TEST_CASE("json is one object with head, summary, entries and diagnostics") {
  const SamplePlan sample = plan_of({{.seats = 12}, {.id = "x", .kind = RowKind::nce}});
  Diagnostics diagnostics;
  diagnostics.add({.code = DiagnosticCode::date_invalid,
                   .severity = Severity::error,
                   .where = {.file = "kunden.csv", .line = 17, .column = 8, .field = "ExpirationDate"},
                   .seen = "31.02.2024 \"x\""});
  const ReportOptions options{.format = ReportFormat::json, .columns = {Column::seats, Column::phase, Column::seats}};
  const std::string text = sample.report(options, {}, diagnostics);
  CHECK(text.substr(0, text.find("  \"diagnostics\": [")) ==
        R"({
  "schema_version": 1,
  "tool": {"name":"nceplan","version":"1.0.0"},
  "edition": {"id":"2023-07","announced":"2023-07-11"},
  "as_of": "2024-01-16",
  "inputs": [{"path":"kunden.csv","format":"generic","encoding":"utf-8","delimiter":",","date_order":null,"rows":2,)"
        R"("takeover":false}],
  "evidence": [],
  "summary": {"rows":{"read":2,"planned":1,"already_nce":1,"other":0,"rejected":0,"merged":0},"shown":1,"waived":0,)"
        R"("phases":{"already_nce":0,"not_covered":0,"waiting":0,"window_closed":0,"window_open":0,"scheduled":0,)"
        R"("due_soon":1,"open":0},"due":{"urgent":0,"overdue":0,"due_7_days":0,"due_30_days":1,"later":0,)"
        R"("without_due_date":0},"diagnostics":{"errors":1,"warnings":0}},
  "entries": [
    {"seats":12,"phase":"due_soon"}
  ],
)");
  const Json diagnostic = Json::parse(text).at("diagnostics").at(0);
  CHECK(diagnostic.at("code") == "date-invalid");
  CHECK(diagnostic.at("severity") == "error");
  CHECK(diagnostic.at("line") == 17);
  CHECK(diagnostic.at("column") == 8);
  CHECK(diagnostic.at("field") == "ExpirationDate");
  CHECK(diagnostic.at("seen") == "31.02.2024 \"x\"");
  CHECK(diagnostic.at("message").is_string());
}

TEST_CASE("json without rows has empty arrays") {
  const std::string text = plan_of({}).report({.format = ReportFormat::json});
  CHECK(text.substr(text.find("  \"entries\"")) == "  \"entries\": [],\n  \"diagnostics\": []\n}\n");
}

TEST_CASE("entries are parted by commas across chunks, also where a chunk has none") {
  std::vector<SampleRow> rows = many_rows(13'000);
  for (std::size_t i = 0; i < 9'000; ++i) rows[i].kind = RowKind::nce;
  const SamplePlan sample = plan_of(rows, 3, 5000);
  const Json document = Json::parse(sample.report({.format = ReportFormat::json, .columns = {Column::source_line}}));
  CHECK(document.at("entries").size() == sample.plan().counts().planned);
  CHECK(document.at("summary").at("shown") == sample.plan().counts().planned);
}

TEST_CASE("ndjson has a typed object a line and the summary last") {
  const SamplePlan sample = plan_of({{.seats = 12}, {.id = "2", .seats = -1}});
  Diagnostics diagnostics;
  diagnostics.add({.code = DiagnosticCode::no_legacy_rows, .severity = Severity::info});
  const ReportOptions options{.format = ReportFormat::ndjson, .columns = {Column::seats}};
  const std::vector<Json> lines = parse_lines(sample.report(options, {}, diagnostics));
  REQUIRE(lines.size() == 4);
  CHECK(lines[0] == Json::parse(R"({"type":"entry","seats":12})"));
  CHECK(lines[1] == Json::parse(R"({"type":"entry","seats":null})"));
  CHECK(lines[2].at("type") == "diagnostic");
  CHECK(lines[2].at("code") == "no-legacy-rows");
  CHECK(lines[2].at("file").is_null());
  CHECK(lines[3].at("type") == "summary");
  CHECK(lines[3].at("as_of") == "2024-01-16");
  CHECK(lines[3].at("rows").at("planned") == 2);
}

TEST_CASE("a summary leaves the entries out and counts them by month") {
  const SamplePlan sample = plan_of({{}, {.id = "2", .auto_renew = false}});
  const Json expected = Json::parse(R"([
    {"month":"2024-02","category":"commercial","phase":"due_soon","count":1},
    {"month":null,"category":"commercial","phase":"not_covered","count":1}])");
  const Json document = Json::parse(sample.report({.format = ReportFormat::json, .summary = true}));
  CHECK_FALSE(document.contains("entries"));
  CHECK(document.at("summary").at("months") == expected);
  const std::vector<Json> lines = parse_lines(sample.report({.format = ReportFormat::ndjson, .summary = true}));
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].at("months") == expected);
}

TEST_CASE("a selection changes what is shown, not what was read") {
  const SamplePlan sample = plan_of({{}, {.id = "2", .auto_renew = false}});
  const Selection selection{.where = {{Column::phase, "not_covered"}}};
  const Json document = Json::parse(sample.report({.format = ReportFormat::json}, selection));
  CHECK(document.at("entries").size() == 1);
  CHECK(document.at("summary").at("shown") == 1);
  CHECK(document.at("summary").at("phases").at("due_soon") == 0);
  CHECK(document.at("summary").at("rows").at("planned") == 2);
}
