// What the report page says of all rows shown together, collected in one pass.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "output/human/report_frame.hpp"
#include "output/human/timeline.hpp"

namespace nceplan {

/// Subscriptions of one customer that have the same next step on the same day.
struct DueItem {
  Date due;
  bool urgent = false;
  std::string customer;               ///< safe to print
  std::string step;                   ///< without dates
  std::vector<std::string> products;  ///< each name once, in order
  std::int64_t seats = 0;             ///< as far as known
};

struct MonthLoad {
  std::uint64_t subscriptions = 0;
  std::int64_t seats = 0;
};

struct PageFacts {
  Tally tally;
  std::uint64_t customers = 0;
  std::int64_t seats = 0;  ///< as far as known
  std::vector<WindowLoad> windows;
  std::map<Date, MonthLoad> months;  ///< by the first of the month in which windows open
  std::vector<DueItem> due;          ///< urgent, or due in 30 days; most urgent first
};

/// Independent of the order of the rows.
PageFacts page_facts(const SelectedRows& rows, Language language);

}  // namespace nceplan
