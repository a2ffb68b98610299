// JUnit XML as Jenkins, GitLab and Azure read it: a suite per customer, a case per subscription. What fails the gate is
// a failure, what is waived is skipped, rejected rows are errors. tests/ci/junit.xsd has the form.
#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <vector>

#include "i18n/format_text.hpp"
#include "nceplan/i18n/texts.hpp"
#include "nceplan/output/attention.hpp"
#include "output/cell.hpp"
#include "output/human/grouping.hpp"
#include "output/human/human_cell.hpp"
#include "output/machine/machine_writers.hpp"
#include "xml_text.hpp"

namespace nceplan {
namespace {

/// Number of cases, and of those that did not just pass.
struct Counts {
  std::uint64_t tests = 0;
  std::uint64_t failures = 0;
  std::uint64_t errors = 0;
  std::uint64_t skipped = 0;

  void add(const Counts& other) {
    tests += other.tests;
    failures += other.failures;
    errors += other.errors;
    skipped += other.skipped;
  }
  std::string attributes() const {
    return fmt::format(R"(tests="{}" failures="{}" errors="{}" skipped="{}")", tests, failures, errors, skipped);
  }
};

struct Suite {
  std::string name;
  Counts counts;
  std::string cases;
};

std::string attribute(std::string_view name, std::string_view value) {
  return fmt::format(R"( {}="{}")", name, xml_text(value));
}

class JunitWriter {
 public:
  JunitWriter(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics)
      : rows_(rows), options_(options), diagnostics_(diagnostics), cells_(rows.plan(), options.language) {}

  void write(const Sink& sink) {
    ReportOptions by_customer = options_;
    by_customer.group_by = GroupBy::customer;
    for (const ReportGroup& group : grouped(rows_, by_customer)) {
      for (const CustomerGroup& customer : group.customers) add_customer(customer);
    }
    add_rejected_rows();
    sink(R"(<?xml version="1.0" encoding="UTF-8"?>)"
         "\n");
    sink(fmt::format("<testsuites name=\"nceplan\" {} time=\"0\">\n", total_.attributes()));
    for (const Suite& suite : suites_) write_suite(suite, sink);
    sink("</testsuites>\n");
  }

 private:
  void add_customer(const CustomerGroup& customer);
  void add_case(Suite& suite, RowIndex row);
  std::string case_start(const std::string& suite, const std::string& name, const Location& where) const;
  std::string failure();
  std::string skipped(const Waiver& waiver) const;
  void add_rejected_rows();
  void add(Suite suite) {
    total_.add(suite.counts);
    suites_.push_back(std::move(suite));
  }
  void write_suite(const Suite& suite, const Sink& sink) const;

  const SelectedRows& rows_;
  const ReportOptions& options_;
  const Diagnostics& diagnostics_;
  RowCells cells_;
  std::vector<Suite> suites_;
  Counts total_;
};

void JunitWriter::add_customer(const CustomerGroup& customer) {
  Suite suite{.name = customer.name, .counts = {}, .cases = {}};
  for (const RowIndex row : customer.rows) add_case(suite, row);
  add(std::move(suite));
}

void JunitWriter::add_case(Suite& suite, RowIndex row) {
  const Plan& plan = rows_.plan();
  const RowBlock& block = plan.portfolio().block_of(row);
  cells_.load(block, row);
  const Subscription& subscription = cells_.subscription();
  const std::string name = fmt::format("{} ({})", product_label(plan, subscription, options_.language),
                                       plan.portfolio().subscription_id(block, subscription));
  const std::string start = case_start(suite.name, name, plan.portfolio().place_of(row));
  ++suite.counts.tests;
  if (const Waiver* const waiver = plan.waiver(row)) {
    ++suite.counts.skipped;
    suite.cases += start + ">\n" + skipped(*waiver) + "    </testcase>\n";
  } else if (fails_gate(options_.gate, cells_.entry(), plan.context().as_of)) {
    ++suite.counts.failures;
    suite.cases += start + ">\n" + failure() + "    </testcase>\n";
  } else {
    suite.cases += start + "/>\n";
  }
}

std::string JunitWriter::case_start(const std::string& suite, const std::string& name, const Location& where) const {
  std::string start = "    <testcase" + attribute("name", name) + attribute("classname", suite);
  if (!where.file.empty()) start += attribute("file", where.file);
  if (where.line != 0) start += fmt::format(R"( line="{}")", where.line);
  return start + R"( time="0")";
}

/// GitLab shows the text and not the message, so the text says all.
std::string JunitWriter::failure() {
  const Date as_of = rows_.plan().context().as_of;
  std::string type;
  for (const GateCondition& condition : options_.gate) {
    if (matches(condition, cells_.entry(), as_of)) type.append(type.empty() ? "" : ",").append(to_text(condition));
  }
  const std::string step = next_step(cells_);
  std::string text = xml_text(step) + '\n';
  for (const Column column : {Column::seats, Column::migration_date, Column::window_last_full_day, Column::phase,
                              Column::act_by, Column::days_left}) {
    const std::string value = human_text(cells_, column);
    if (!value.empty()) text += fmt::format("{}: {}\n", to_code(column), xml_text(value));
  }
  return "      <failure" + attribute("message", step) + attribute("type", type) + '>' + text + "</failure>\n";
}

std::string JunitWriter::skipped(const Waiver& waiver) const {
  const std::string why = format_text(Text::waived_because, options_.language,
                                      format_date(waiver.until, options_.language), waiver.owner, waiver.reason);
  return "      <skipped" + attribute("message", why) + "/>\n";
}

/// The rows that could not be planned: at most twenty of a kind are known one by one, the others as a number.
void JunitWriter::add_rejected_rows() {
  Suite suite{.name = std::string(text(Text::rejected_rows, options_.language)), .counts = {}, .cases = {}};
  const auto add_error = [&](const std::string& name, std::string_view type, const Location& where,
                             const std::string& what) {
    ++suite.counts.tests;
    ++suite.counts.errors;
    suite.cases += case_start(suite.name, name, where) + ">\n      <error" + attribute("message", what) +
                   attribute("type", type) + '>' + xml_text(what) + "</error>\n    </testcase>\n";
  };
  std::uint64_t kept = 0;
  for (const Diagnostic& diagnostic : diagnostics_.kept()) {
    if (diagnostic.severity != Severity::error) continue;
    ++kept;
    const Location& where = diagnostic.where;
    const std::string name = fmt::format("{}:{}:{} {}", where.file, where.line, where.column, to_code(diagnostic.code));
    add_error(name, to_code(diagnostic.code), where, message(diagnostic, options_.language));
  }
  if (const std::uint64_t more = diagnostics_.errors() - kept; more != 0) {
    const std::string what = counted(Text::single_more_error, Text::more_errors, more, options_.language);
    add_error(what, "more", {}, what);
  }
  if (suite.counts.tests != 0) add(std::move(suite));
}

void JunitWriter::write_suite(const Suite& suite, const Sink& sink) const {
  sink("  <testsuite" + attribute("name", suite.name) +
       fmt::format(" {} time=\"0\" timestamp=\"{}T00:00:00\">\n", suite.counts.attributes(),
                   to_iso(rows_.plan().context().as_of)));
  sink(suite.cases);
  sink("  </testsuite>\n");
}

}  // namespace

void write_junit(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                 const Sink& sink) {
  JunitWriter(rows, options, diagnostics).write(sink);
}

}  // namespace nceplan
