// Tabular exports, in parallel: a file is cut into blocks, each block begins at the first line break behind its
// nominal start. That is a guess, since the break may stand within quotes; it holds when the block before ends
// exactly there, and is corrected where it does not.
#pragma once

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/input/input_file.hpp"
#include "nceplan/input/read_portfolio.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan {

/// Longest record that is read; a longer one is rejected, and reading goes on at its second line.
inline constexpr std::uint64_t longest_record = std::uint64_t{64} << 20;

/// Reads UTF-8 text into new blocks and a new Source at the end of `portfolio`, which has a shard per job.
/// `encoding` is what the file had, for the record. Throws Failure when there is no usable header row.
void read_csv_source(const InputFile& file, Encoding encoding, const ReadOptions& options, Portfolio& portfolio,
                     Diagnostics& diagnostics);

}  // namespace nceplan
