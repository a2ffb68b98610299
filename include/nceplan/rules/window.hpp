// The adjustment window after a migration (R6).
#pragma once

#include "nceplan/base/date.hpp"
#include "nceplan/model/codes.hpp"
#include "nceplan/model/edition.hpp"
#include "nceplan/model/plan_entry.hpp"

namespace nceplan {

/// The window of a migration on `migration`: from that day, for the edition's number of days.
WindowDecision window_of(Date migration, const Edition& edition);

/// Adds `window_closing` on the window's last, partial day, and `still_legacy` more than three days after `migration`.
void add_window_notes(NoteSet& notes, Date migration, const WindowDecision& window, Date as_of);

}  // namespace nceplan
