// Days on which nobody works: a plain list, or a calendar (RFC 5545).
#pragma once

#include <vector>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/input/input_file.hpp"
#include "nceplan/input/read_portfolio.hpp"
#include "nceplan/model/holiday.hpp"

namespace nceplan {

/// A list has a date at the start of each line, in any notation that exports have, and after a blank, comma, semicolon
/// or tab whatever else; lines that are empty or start with `#` are skipped, and so is a first line without a date.
/// Of a calendar the events count, with DTSTART and DTEND (exclusive) and RRULE:FREQ=YEARLY; cancelled ones do not.
/// Lines that are no date are reported and left out. Throws the Failures of unreadable files.
std::vector<Holiday> read_holidays(const InputFile& file, const ReadOptions& options, Diagnostics& diagnostics);

}  // namespace nceplan
