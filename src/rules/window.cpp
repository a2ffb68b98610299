#include "nceplan/rules/window.hpp"

namespace nceplan {

WindowDecision window_of(Date migration, const Edition& edition) {
  const Date end = migration + edition.window_days;
  return {.start = migration, .last_full_day = end - 1, .end = end};
}

void add_window_notes(NoteSet& notes, Date migration, const WindowDecision& window, Date as_of) {
  constexpr int completion_days = 3;
  if (window.end == OptionalDate(as_of)) notes.add(Note::window_closing);
  if (as_of - migration > completion_days) notes.add(Note::still_legacy);
}

}  // namespace nceplan
