#include <fmt/format.h>

#include "action_table.hpp"
#include "nceplan/i18n/texts.hpp"

namespace nceplan {
namespace {

const Bilingual& phrase_of(const Action& action, const PlanEntry& entry) {
  if (action.code == ActionCode::clear_blocker) {
    switch (entry.self_migration.blocker) {
      case Blocker::ineligible:
        return clear_ineligible;
      case Blocker::promotion:
        return clear_promotion;
      case Blocker::bundle:
        return clear_bundle;
      default:
        break;
    }
  }
  return action_texts[static_cast<std::size_t>(action.code)].phrase;
}

/// Inside the window the days count; its end date stands in a column of its own.
const Bilingual& window_timing(const Action& action, const PlanEntry& entry, int days) {
  if (days > 1) return action_timing::days_left;
  if (days == 1) return action_timing::one_day_left;
  return action.due == entry.window.end ? action_timing::closes_today : action_timing::last_full_day;
}

const Bilingual& timing_of(const Action& action, const PlanEntry& entry, Date as_of) {
  const bool later = action.from && *action.from > as_of;
  if (!action.due) return later ? action_timing::from_only : action_timing::plain;
  const int days = days_left(action, as_of);
  if (days < -1) return action_timing::days_overdue;
  if (days == -1) return action_timing::one_day_overdue;
  if (action.code == ActionCode::adjust_in_window) return window_timing(action, entry, days);
  if (days == 0) return action_timing::today;
  const Bilingual& upcoming = action_texts[static_cast<std::size_t>(action.code)].upcoming;
  if (!upcoming.en.empty() && (later || action.code != ActionCode::prepare_migration)) return upcoming;
  return later ? action_timing::from_to : action_timing::by;
}

/// A failed migration says why in a word, where its error is one of Microsoft's.
std::string phrase_text(const Action& action, const PlanEntry& entry, Language language) {
  std::string phrase(phrase_of(action, entry).in(language));
  if (action.code != ActionCode::clear_failed_migration) return phrase;
  const std::string_view why = ineligibility_word(entry.migration_error_code, language);
  return why.empty() ? phrase : fmt::format("{} ({})", phrase, why);
}

}  // namespace

std::string action_sentence(const Action& action, const PlanEntry& entry, Date as_of, Language language) {
  if (action.code == ActionCode::none) return {};
  const auto date = [&](OptionalDate day) { return day ? format_date(*day, language) : std::string(); };
  const int days = action.due ? std::abs(days_left(action, as_of)) : 0;
  return fmt::format(fmt::runtime(timing_of(action, entry, as_of).in(language)),
                     fmt::arg("phrase", phrase_text(action, entry, language)), fmt::arg("from", date(action.from)),
                     fmt::arg("due", date(action.due)), fmt::arg("start", date(entry.window.start)),
                     fmt::arg("days", days));
}

}  // namespace nceplan
