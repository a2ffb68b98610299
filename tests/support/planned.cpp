#include "support/planned.hpp"

#include <stdexcept>

namespace nceplan::test {
namespace {

PlanContext context_of(const PlanOptions& options, const OfferCatalog& catalog) {
  PlanContext context;
  context.as_of = day(options.as_of);
  context.edition = &options.edition;
  context.catalog = &catalog;
  context.matrix = options.matrix ? &*options.matrix : nullptr;
  context.waivers = options.waivers ? &*options.waivers : nullptr;
  context.end_date = options.end_date;
  context.own_provider = options.own_provider;
  context.jobs = options.jobs;
  return context;
}

}  // namespace

Planned::Planned(Made, Portfolio portfolio, PlanOptions options)
    : portfolio_(std::move(portfolio)),
      options_(std::move(options)),
      catalog_(options_.catalog),
      plan_(make_plan(portfolio_, context_of(options_, catalog_), options_.evidence)) {}

RowIndex Planned::row(std::string_view id) const {
  for (auto index = static_cast<RowIndex>(portfolio_.row_count()); index-- > 0;) {
    if (portfolio_.subscription_id(portfolio_.block_of(index), portfolio_.row(index)) == id) return index;
  }
  throw std::out_of_range("no row " + std::string(id));
}

std::string Planned::bundle(std::string_view id) const {
  std::string ids;
  for (const RowIndex member : plan_.bundle_members(row(id))) {
    if (!ids.empty()) ids += ' ';
    ids += portfolio_.subscription_id(portfolio_.block_of(member), portfolio_.row(member));
  }
  return ids;
}

std::vector<std::string> Planned::diagnostics() const {
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : plan_.diagnostics().kept()) {
    if (diagnostic.severity == Severity::info) continue;
    std::string line(to_code(diagnostic.code));
    line += ' ' + diagnostic.where.file + ':' + std::to_string(diagnostic.where.line) + ' ' + diagnostic.seen;
    for (const std::string& detail : diagnostic.details) line += " [" + detail + ']';
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string phase_of(const PlanEntry& entry) {
  const std::string phase(to_code(entry.phase));
  return entry.reason == PhaseReason::none ? phase : phase + ' ' + std::string(to_code(entry.reason));
}

std::string notes_of(const PlanEntry& entry) {
  std::string codes;
  entry.notes.for_each([&codes](Note note) {
    if (!codes.empty()) codes += ' ';
    codes += to_code(note);
  });
  return codes;
}

std::string written(const ActionList& actions) {
  std::string text;
  for (const Action& action : actions) {
    if (!text.empty()) text += "; ";
    text += std::string(to_code(action.code)) + ' ';
    if (action.from) text += iso(action.from) + "..";
    text += iso(action.due);
  }
  return text;
}

}  // namespace nceplan::test
