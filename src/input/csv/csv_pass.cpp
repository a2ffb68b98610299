// The workers of a pass and the confirmation of their blocks in file order.
#include <map>
#include <memory>
#include <mutex>

#include "base/parallel.hpp"
#include "csv_blocks.hpp"
#include "input/date_orders.hpp"

namespace nceplan {
namespace {

void move_lines(CsvBlock& block, std::uint32_t by) {
  for (Subscription& row : block.rows.rows) row.source_line += by;
}

/// Takes finished blocks in any order and appends them in file order.
class BlockSequence {
 public:
  BlockSequence(const CsvSource& source, Portfolio& portfolio)
      : source_(source), portfolio_(portfolio), expected_begin_(source.data_begin), line_(source.first_line) {}

  /// Thread-safe. `parser` parses blocks again whose guess was wrong.
  void finish(std::uint64_t number, CsvBlock block, CsvBlockParser& parser) {
    const std::lock_guard<std::mutex> lock(mutex_);
    waiting_.emplace(number, std::move(block));
    while (!waiting_.empty() && waiting_.begin()->first == next_) {
      append(std::move(waiting_.begin()->second), parser);
      waiting_.erase(waiting_.begin());
      ++next_;
    }
  }

  CsvTally take_tally() { return std::move(tally_); }

 private:
  void append(CsvBlock block, CsvBlockParser& parser) {
    if (expected_begin_ >= source_.block_begin(next_ + 1)) {
      block = {};  // the record of an earlier block covers this one
      block.begin = block.end = expected_begin_;
    } else if (block.unfinished || block.begin != expected_begin_) {
      block = parser.parse(next_, expected_begin_);
    }
    expected_begin_ = block.end;
    move_lines(block, line_);
    block.tally.diagnostics.move_lines(line_);
    line_ += block.lines;
    tally_.rows += block.tally.rows;
    tally_.rejected += block.tally.rejected;
    tally_.diagnostics.append(block.tally.diagnostics);
    nceplan::append(tally_.evidence, block.tally.evidence);
    if (block.rows.rows.empty()) return;
    block.rows.first_row = static_cast<RowIndex>(portfolio_.row_count());
    portfolio_.blocks.push_back(std::move(block.rows));
  }

  const CsvSource& source_;
  Portfolio& portfolio_;
  std::mutex mutex_;
  std::map<std::uint64_t, CsvBlock> waiting_;  ///< finished before one of their predecessors
  std::uint64_t next_ = 0;
  std::uint64_t expected_begin_;
  std::uint32_t line_;
  CsvTally tally_;
};

}  // namespace

CsvTally read_csv_blocks(const CsvSource& source, unsigned jobs, Portfolio& portfolio) {
  BlockSequence sequence(source, portfolio);
  std::vector<std::unique_ptr<CsvBlockParser>> parsers(jobs);  // each made by its worker, in memory of its own
  for_each_number(jobs, source.block_count(), [&](unsigned worker, std::size_t number) {
    std::unique_ptr<CsvBlockParser>& parser = parsers[worker];
    if (!parser) parser = std::make_unique<CsvBlockParser>(source, portfolio.shards[worker]);
    sequence.finish(number, parser->parse(number, std::nullopt), *parser);
  });
  return sequence.take_tally();
}

}  // namespace nceplan
