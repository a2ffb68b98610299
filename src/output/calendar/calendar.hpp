// A plan as the entries of a calendar: adjustment windows (R6) and days to act by (R12), one entry where several of a
// customer's subscriptions coincide.
//
// A calendar knows an entry again by its UID, whatever else changes. An entry stands for a group, and groups split and
// merge as dates move, so the UID is that of one member, the leader: the first of the group by its key, bases before
// add-ons. When a group moves as a whole, the entry moves. When it splits, the entry goes with its leader, and the
// others get the entry of their own. When groups merge, one entry remains. The leader is chosen among all planned rows,
// so that a selection does not change it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "nceplan/output/report.hpp"

namespace nceplan {

enum class EventKind : std::uint8_t { window, deadline };

struct EventProduct {
  std::string name;  ///< safe to print
  bool addon = false;
  std::int32_t seats = -1;         ///< -1 when not known
  std::vector<std::string> steps;  ///< what is to be done by the day of a deadline, without dates
};

struct CalendarEvent {
  std::string uid;
  EventKind kind = EventKind::window;
  Date first;
  Date last;             ///< inclusive: the last full day of a window, or `first`
  std::string customer;  ///< safe to print
  std::vector<EventProduct> products;
};

/// All entries of the rows shown, by date; independent of the order of the rows.
std::vector<CalendarEvent> calendar_events(const SelectedRows& rows, Language language);

}  // namespace nceplan
