// A schedule edition: what Microsoft had announced by a certain day (R13). Data, not code: data/schedules/*.json.
#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "nceplan/base/date.hpp"
#include "nceplan/base/term.hpp"
#include "nceplan/model/codes.hpp"

namespace nceplan {

struct EditionSource {
  std::string source;  ///< document, for example `PC/announcements/2023-july#11`
  std::string url;     ///< may be empty
  OptionalDate retrieved;
};

/// Dates of one category.
struct CategorySchedule {
  OptionalDate self_service_from;         ///< first day on which the partner can migrate; none when not announced
  OptionalDate microsoft_led_from;        ///< first day on which Microsoft migrates at renewal; none when not announced
  bool self_service_when_listed = false;  ///< R7: the day is the one on which the offer matrix lists the offer
  bool self_service_at_once = false;      ///< Microsoft wrote "now", no day
  std::vector<std::pair<std::string, Date>> waves;  ///< further published steps, for display only
};

struct Edition {
  std::string id;  ///< for example `2023-07`
  Date announced;
  std::array<CategorySchedule, 3> categories;   ///< indexed by Category
  std::vector<std::pair<Term, Term>> outcomes;  ///< legacy term -> NCE term (R5)
  Term default_outcome = one_year;              ///< for every term not in `outcomes`
  int window_days = 7;                          ///< length of the adjustment window in days (R6)
  int preorder_days = 60;                       ///< how far ahead an order can be placed (R7)
  OptionalDate public_sector_nce_only_from;     ///< new purchases in NCE only from this day; display
  std::vector<EditionSource> sources;
  std::vector<std::string> remarks;  ///< plain sentences, English

  const CategorySchedule& schedule(Category category) const { return categories[static_cast<std::size_t>(category)]; }
  /// What a legacy term becomes when Microsoft migrates (R5).
  Term outcome_of(Term legacy) const;
};

}  // namespace nceplan
