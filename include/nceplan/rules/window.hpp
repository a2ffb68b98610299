// The adjustment window after a migration (R6).
#pragma once

#include "nceplan/base/date.hpp"
#include "nceplan/model/codes.hpp"
#include "nceplan/model/edition.hpp"
#include "nceplan/model/plan_entry.hpp"

namespace nceplan {

/// The window of a migration on `migration`: from that day, for the edition's number of days.
inline WindowDecision window_of(Date migration, const Edition& edition) {
  const Date end = migration + edition.window_days;
  return {.start = migration, .last_full_day = end - 1, .end = end};
}

/// Adds `window_closing` on the window's last, partial day, and `still_legacy` more than three days after `migration`.
inline void add_window_notes(NoteSet& notes, Date migration, const WindowDecision& window, Date as_of) {
  constexpr int completion_days = 3;
  if (window.end == OptionalDate(as_of)) notes.add(Note::window_closing);
  if (as_of - migration > completion_days) notes.add(Note::still_legacy);
}

}  // namespace nceplan
