#include "output/page/page_facts.hpp"
#include "output/page/page_files.hpp"
#include "output/page/page_parts.hpp"
#include "support/catch.hpp"
#include "unit/output/sample_plan.hpp"

using namespace nceplan;
using namespace nceplan::testing;

namespace {

std::string page_of(const SamplePlan& sample, ReportOptions options = {}, const Selection& selection = {},
                    const Diagnostics& diagnostics = {}) {
  options.format = ReportFormat::html;
  return sample.report(std::move(options), selection, diagnostics);
}

bool has(const std::string& page, std::string_view part) { return page.find(part) != std::string::npos; }

std::size_t count(const std::string& page, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = page.find(part); at != std::string::npos; at = page.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("The page is whole, in the language asked for, and allows only its own style and script") {
  const SamplePlan sample = plan_of({{}});
  const std::string page = page_of(sample);
  CHECK(page.rfind("<!DOCTYPE html>\n<html lang=\"en\">\n", 0) == 0);
  CHECK(has(page, "default-src 'none'; style-src 'sha256-" + std::string(page_file("page.css").sha256) + "'"));
  CHECK(has(page, "script-src 'sha256-" + std::string(page_file("page.js").sha256) + "'"));
  CHECK(has(page, "<style>" + std::string(page_file("page.css").content) + "</style>"));
  CHECK(has(page, "<script>" + std::string(page_file("page.js").content) + "</script>\n</body>\n</html>\n"));
  CHECK(has(page_of(sample, {.language = Language::de}), "<html lang=\"de\">"));
  CHECK(has(page_of(sample, {.language = Language::de}), "Migration zu New Commerce"));
}

TEST_CASE("Nothing in the page is styled, run or fetched from elsewhere") {
  const std::string page = page_of(plan_of(many_rows(50)));
  for (const std::string_view foreign : {" style=", " onclick=", " src=", "@import", "url(", "http://", "https://"}) {
    INFO(foreign);
    CHECK_FALSE(has(page, foreign));
  }
}

TEST_CASE("Names are text, whatever they contain") {
  const std::string hostile = "</script><script>alert(1)</script><b onload='x'>\"&{{title}}";
  const std::string page = page_of(plan_of({{.customer = hostile, .product = hostile, .term_end = "2024-01-19"}}), {},
                                   {.where = {{Column::phase, "due_soon"}}});
  CHECK_FALSE(has(page, "<script>alert"));
  CHECK_FALSE(has(page, "<b onload"));
  CHECK(count(page, "<script>") == 1);
  CHECK(
      count(page,
            "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;b onload=&apos;x&apos;&gt;&quot;&amp;{{title}}") >=
      4);
}

TEST_CASE("Control characters of names are visible escapes") {
  const std::string page = page_of(plan_of({{.customer = std::string("a\x1b[31m\nb\0c", 10)}}));
  CHECK(has(page, "a\\x1b[31m\\nb"));
  CHECK_FALSE(has(page, "\x1b"));
}

TEST_CASE("Figures count what is shown") {
  const SamplePlan sample =
      plan_of({{.id = "A", .term_end = "2024-01-19", .seats = 1000},
               {.id = "B", .term_end = "2024-02-10", .seats = 500},
               {.id = "C", .customer = "Fabrikam", .customer_id = "K-2", .term_end = "2024-09-30"}});
  const std::string page = page_of(sample);
  CHECK(has(page, "<div class=\"figure urgent\"><dt>Urgent</dt><dd>1</dd></div>"));
  CHECK(has(page, "<dt>Due in 30 days</dt><dd>1</dd>"));
  CHECK(has(page, "<dt>Later</dt><dd>1</dd>"));
  CHECK(has(page, "<div class=\"figure none\"><dt>Nothing to do</dt><dd>0</dd></div>"));
  CHECK(has(page, "<dt>Subscriptions</dt><dd>3</dd><dd class=\"note\">2 customers, 1,505 seats</dd>"));
  CHECK(has(page_of(sample, {.language = Language::de}), "2 Kunden, 1.505 Lizenzen"));
  CHECK(has(page_of(sample, {}, {.due_days = 7}),
            "<dt>Subscriptions</dt><dd>1</dd><dd class=\"note\">1 customer, 1,000 seats"));
}

TEST_CASE("What is due is listed by customer, step and day, most urgent first") {
  const SamplePlan sample =
      plan_of({{.id = "A", .product = "Visio", .term_end = "2024-01-19"},
               {.id = "B", .product = "Word", .term_end = "2024-01-19"},
               {.id = "C", .customer = "Fabrikam", .customer_id = "K-2", .term_end = "2024-02-10"},
               {.id = "D", .term_end = "2024-09-30"}});
  const PageFacts facts = page_facts(SelectedRows(sample.plan()), Language::en);
  REQUIRE(facts.due.size() == 2);
  CHECK(facts.due[0].urgent);
  CHECK(facts.due[0].products == std::vector<std::string>{"Visio", "Word"});
  CHECK(facts.due[0].seats == 10);
  CHECK(facts.due[0].step == "migrate yourself");
  CHECK(facts.due[1].customer == "Fabrikam");
  CHECK_FALSE(facts.due[1].urgent);
  CHECK(has(page_of(sample), "<time datetime=\"2024-01-18\">2024-01-18</time> <span class=\"left\">in 2 days</span>"));
}

TEST_CASE("Each customer has a section that is open when there are few rows") {
  const std::string few = page_of(plan_of({{.id = "A"}, {.id = "B", .customer = "Fabrikam", .customer_id = "K-2"}}));
  CHECK(count(few, "<details class=\"customer\" open>") == 2);
  CHECK(has(few, "<caption class=\"unseen\">Subscriptions of Fabrikam</caption>"));
  const std::string many = page_of(plan_of(many_rows(200)));
  CHECK(count(many, "<details class=\"customer\" open>") == 0);
  CHECK(count(many, "<details class=\"customer\">") > 50);
}

TEST_CASE("A summary has no sections, and an empty selection says so") {
  const SamplePlan sample = plan_of({{}});
  CHECK_FALSE(has(page_of(sample, {.summary = true}), "<details class=\"customer\""));
  const std::string empty = page_of(sample, {}, {.where = {{Column::product_name, "None"}}});
  CHECK(has(empty, "<p class=\"nothing\">No subscription matches.</p>"));
  CHECK_FALSE(has(empty, "<svg"));
}

TEST_CASE("Columns and groups are those asked for") {
  const SamplePlan sample = plan_of({{.term_end = "2024-01-19"}});
  const std::string page =
      page_of(sample, {.columns = {Column::subscription_id, Column::window_end}, .group_by = GroupBy::month});
  CHECK(
      has(page, "<thead><tr><th scope=\"col\">Subscription id</th><th scope=\"col\">Window closes</th></tr></thead>"));
  CHECK(has(page, "<h3 class=\"group\">January 2024</h3>"));
}

TEST_CASE("Problems of the files are in the page") {
  Diagnostics diagnostics;
  diagnostics.add({DiagnosticCode::status_unknown, Severity::warning, {"kunden.csv", 3, 2, "Status"}, "<odd>", {}});
  const std::string page = page_of(plan_of({{}}), {}, {}, diagnostics);
  CHECK(has(page, "&lt;odd&gt;"));
  CHECK_FALSE(has(page, "<odd>"));
}

TEST_CASE("Large numbers are grouped as the language does it") {
  CHECK(grouped_digits(0, Language::en) == "0");
  CHECK(grouped_digits(999, Language::en) == "999");
  CHECK(grouped_digits(1000, Language::en) == "1,000");
  CHECK(grouped_digits(-1234567, Language::de) == "-1.234.567");
}
