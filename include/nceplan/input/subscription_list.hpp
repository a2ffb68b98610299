// Files that say something of single subscriptions by their id: `--seats-from`, and the schedule for `batch --on`.
#pragma once

#include "nceplan/base/date.hpp"
#include "nceplan/base/diagnostic.hpp"
#include "nceplan/input/input_file.hpp"
#include "nceplan/input/read_portfolio.hpp"
#include "nceplan/model/wish.hpp"

namespace nceplan {

/// CSV, TSV, or JSON (an array of objects, or an object with one such array) with the subscription's id and its seats.
/// An export of the batch tool serves too: its SeatCount counts, the number that is asked for. Empty cells give no
/// wish. Rows with an unreadable cell are left out and reported; of two rows for one id the later counts, with a
/// warning. Throws Failure `list_columns_missing`, and those of unreadable files.
Wishes<std::int32_t> read_seat_list(const InputFile& file, const ReadOptions& options, Diagnostics& diagnostics);

/// The same with the column `target_date`, as `nceplan schedule` writes it; also re-saved by a spreadsheet.
Wishes<Date> read_day_list(const InputFile& file, const ReadOptions& options, Diagnostics& diagnostics);

}  // namespace nceplan
