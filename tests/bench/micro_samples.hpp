// What the micro-benchmarks work on: one generated export, in the states that it passes through.
#pragma once

#include <memory>
#include <string>

#include "generate_writer.hpp"
#include "nceplan/model/portfolio.hpp"
#include "nceplan/plan/plan.hpp"

namespace nceplan::bench {

/// Rows of the sample: some 6 MB of CSV, more than the caches near a core hold.
inline constexpr std::uint64_t sample_rows = 20'000;

/// The sample as one format has it; made once.
const std::string& sample_export(GeneratedFormat format = GeneratedFormat::csv);

/// Reads `content` on one thread, as the program reads a file. Bad rows are an error of the benchmark: it aborts.
Portfolio read_sample(const std::string& content);

/// The sample as a portfolio; read once.
const Portfolio& sample_portfolio();

/// One thread, the default edition, the bundled catalog.
PlanContext sample_context();

/// The plan of `sample_portfolio`; made once.
const Plan& sample_plan();

}  // namespace nceplan::bench
