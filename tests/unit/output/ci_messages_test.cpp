#include "nceplan/output/ci_messages.hpp"

#include "nceplan/base/text.hpp"
#include "support/catch.hpp"
#include "unit/output/sample_plan.hpp"

using namespace nceplan;
using nceplan::testing::SamplePlan;
using nceplan::testing::SampleRow;

namespace {

using Writer = void (*)(const SelectedRows&, const Attention&, const ReportOptions&, const Sink&);

std::string written(Writer write, const SamplePlan& sample, const ReportOptions& options) {
  std::string text;
  const SelectedRows rows(sample.plan());
  write(rows, attention_of(rows, options.gate, most_annotations), options,
        [&](std::string_view part) { text += part; });
  return text;
}

SampleRow urgent_row(std::string customer, int number = 1) {
  SampleRow row;
  row.id = "11111111-aaaa-4aaa-8aaa-0000000000" + std::to_string(10 + number);
  row.customer = std::move(customer);
  row.term_end = "2024-01-20";
  return row;
}

ReportOptions gated() {
  ReportOptions options;
  options.gate = {{GateKind::due, 7}};
  return options;
}

}  // namespace

TEST_CASE("texts are escaped as the runners read them back", "[output]") {
  CHECK(github_text("50%\r\na:b,c;]") == "50%25%0D%0Aa:b,c;]");
  CHECK(github_property("50%\r\na:b,c::") == "50%25%0D%0Aa%3Ab%2Cc%3A%3A");
  CHECK(azure_text("50%;\r\n[x]a:b") == "50%AZP25%3B%0D%0A[x%5Da:b");
}

TEST_CASE("an annotation is one line with place, title and what to do", "[output]") {
  const SamplePlan sample({urgent_row("A, B: C")});
  CHECK(written(write_github_annotations, sample, gated()) ==
        "::error file=kunden.csv,line=2,title=A%2C B%3A C%3A Office 365 E3::migrate yourself by 2024-01-19\n"
        "::notice title=nceplan::1 urgent, 0 more due in 30 days, 0 later. 1 meets --fail-on.\n");
  CHECK(written(write_azure_issues, sample, gated()) ==
        "##vso[task.logissue type=error;sourcepath=kunden.csv;linenumber=2;code=migrate_yourself]"
        "A, B: C: Office 365 E3: migrate yourself by 2024-01-19\n"
        "##vso[task.logissue type=error]nceplan: 1 urgent, 0 more due in 30 days, 0 later. 1 meets --fail-on.\n");
}

TEST_CASE("without a gate urgent rows are warnings; without any Azure hears nothing", "[output]") {
  const SamplePlan sample({urgent_row("A")});
  CHECK(written(write_github_annotations, sample, {}).rfind("::warning file=", 0) == 0);
  SampleRow calm = urgent_row("A");
  calm.term_end = "2025-06-30";
  const SamplePlan quiet({calm});
  CHECK(written(write_github_annotations, quiet, {}) ==
        "::notice title=nceplan::0 urgent, 0 more due in 30 days, 1 later.\n");
  CHECK(written(write_azure_issues, quiet, {}).empty());
}

TEST_CASE("ten rows are marked, the totals count all", "[output]") {
  std::vector<SampleRow> rows;
  for (int i = 0; i < 12; ++i) rows.push_back(urgent_row("A", i));
  const SamplePlan sample(rows);
  const std::string text = written(write_github_annotations, sample, gated());
  CHECK(split(text, '\n').size() == 12);  // ten, the totals, and nothing behind the last line break
  CHECK(text.find("12 meet --fail-on. The 10 most urgent of 12 are marked.") != std::string::npos);
}

TEST_CASE("a name cannot end a command or begin another", "[output]") {
  const SamplePlan sample({urgent_row("x\n::add-mask::y\r##vso[task.complete]z::")});
  const std::string github = written(write_github_annotations, sample, gated());
  CHECK(split(github, '\n').size() == 3);
  CHECK(github.find("add-mask") != std::string::npos);
  CHECK(github.find("::add-mask") == std::string::npos);
  const std::string azure = written(write_azure_issues, sample, gated());
  CHECK(split(azure, '\n').size() == 3);
  // An agent takes the first command of a line, which ends with the first bracket; the name's own is escaped.
  CHECK(azure.rfind("##vso[task.logissue ", 0) == 0);
  CHECK(azure.find("##vso[task.complete%5Dz") != std::string::npos);
}
