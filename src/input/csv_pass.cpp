// The workers of a pass and the confirmation of their blocks in file order.
#include <atomic>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

#include "base/start_thread.hpp"
#include "csv_blocks.hpp"
#include "date_orders.hpp"

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
    const std::uint64_t nominal_end = source_.data_begin + (next_ + 1) * source_.block_size;
    if (expected_begin_ >= nominal_end) {
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
  const std::uint64_t bytes = source.file->size - std::min(source.file->size, source.data_begin);
  const std::uint64_t block_count = (bytes + source.block_size - 1) / source.block_size;
  BlockSequence sequence(source, portfolio);
  std::atomic<std::uint64_t> next = 0;
  std::vector<std::exception_ptr> errors(jobs);

  const auto work = [&](unsigned worker) {
    try {
      CsvBlockParser parser(source, portfolio.shards[worker]);
      for (std::uint64_t number = next++; number < block_count; number = next++) {
        sequence.finish(number, parser.parse(number, std::nullopt), parser);
      }
    } catch (...) {
      errors[worker] = std::current_exception();
      next = block_count;
    }
  };
  std::vector<std::thread> threads;
  for (unsigned worker = 1; worker < jobs && worker < block_count; ++worker) {
    if (!start_thread(threads, [&work, worker] { work(worker); })) break;
  }
  work(0);
  for (std::thread& thread : threads) thread.join();
  for (const std::exception_ptr& error : errors) {
    if (error) std::rethrow_exception(error);
  }
  return sequence.take_tally();
}

}  // namespace nceplan
