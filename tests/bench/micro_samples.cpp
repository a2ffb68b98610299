#include "micro_samples.hpp"

#include <array>
#include <cstdlib>

#include "nceplan/input/edition_reader.hpp"
#include "nceplan/input/offer_reader.hpp"
#include "nceplan/input/read_portfolio.hpp"

namespace nceplan::bench {

const std::string& sample_export(GeneratedFormat format) {
  static std::array<std::string, 3> exports;
  std::string& content = exports[static_cast<std::size_t>(format)];
  if (content.empty()) content = generate_export({.format = format}, sample_rows);
  return content;
}

Portfolio read_sample(const std::string& content) {
  const auto read_at = [&content](std::uint64_t offset, char* out, std::size_t size) {
    return content.copy(out, size, static_cast<std::size_t>(offset));
  };
  const std::array files{InputFile{.name = "sample", .size = content.size(), .read_at = read_at}};
  Diagnostics diagnostics;
  Portfolio portfolio = read_portfolio(files, {}, diagnostics);
  if (portfolio.row_count() != sample_rows) std::abort();
  return portfolio;
}

const Portfolio& sample_portfolio() {
  static const Portfolio portfolio = read_sample(sample_export());
  return portfolio;
}

PlanContext sample_context() {
  static const Date as_of = *parse_iso_date("2024-03-15");
  return {.as_of = as_of,
          .edition = &choose_edition(bundled_editions(), default_edition_id, as_of),
          .catalog = &bundled_catalog()};
}

const Plan& sample_plan() {
  static const Plan plan = make_plan(sample_portfolio(), sample_context());
  return plan;
}

}  // namespace nceplan::bench
