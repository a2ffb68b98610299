// What several fuzzers check: a broken promise aborts, so that libFuzzer keeps the input.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "nceplan/input/read_portfolio.hpp"
#include "nceplan/plan/plan.hpp"
#include "support/reading.hpp"

namespace nceplan::fuzz {

/// Aborts with `what` unless it holds.
void require(bool holds, const char* what);

/// Requires a day that the calendar has, in a year that four digits can write.
void require_day(Date date);

/// Nothing when the file is refused as a whole.
std::optional<Portfolio> portfolio_of(const std::string& name, std::string_view content, const ReadOptions& options,
                                      Diagnostics& diagnostics);
/// The accounting must add up, and all texts be UTF-8.
test::Reading reading_of(const Portfolio& portfolio, const Diagnostics& diagnostics);

/// Reads the file in one block and in small ones, now and then on two threads: both must refuse it, or say the same.
void check_reading(const std::string& name, std::string_view content);

/// A plan on the day with the bundled catalog, under the bundled edition of that number (modulo how many there are).
Plan plan_of(const Portfolio& portfolio, Date as_of, std::size_t edition = 0);

/// The accounting must add up and every entry must be sound.
void check_plan(const Plan& plan);

}  // namespace nceplan::fuzz
