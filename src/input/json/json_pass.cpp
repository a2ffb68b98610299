#include "json_pass.hpp"

#include <algorithm>
#include <deque>
#include <optional>

#include "base/parallel.hpp"
#include "input/csv/csv_reader.hpp"
#include "input/date_orders.hpp"
#include "json_problem.hpp"
#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

constexpr std::size_t first_tail_step = 4096;
constexpr std::size_t longest_seen = 200;

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

void append_keys(std::vector<std::string>& keys, const std::vector<std::string>& later) {
  for (const std::string& key : later) {
    if (keys.size() == JsonTally::most_keys) return;
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
  }
}

/// Reads blocks on one thread.
class BlockReader {
 public:
  BlockReader(const JsonInput& input, const RowContext& context, const JsonKeys* keys, Shard& shard)
      : input_(input), context_(context), keys_(keys), shard_(shard), rows_(context, keys, shard) {}

  void read(std::size_t number, JsonBlock& block) {
    rows_.start_block(block);
    if (input_.is_lines()) {
      read_lines(number, block);
    } else {
      read_elements(number);
    }
  }

 private:
  void read_elements(std::size_t number) {
    const JsonElements& elements = input_.elements[number];
    const std::size_t size = elements.end - elements.begin;
    buffer_.resize(size + 1 + JsonRowReader::padding);
    read_exactly(input_.file, elements.begin, buffer_.data() + 1, size);
    const JsonCollection& collection = input_.collections[elements.collection];
    try {
      if (collection.is_row) {
        rows_.read_document(std::string_view(buffer_).substr(1, size));
      } else {
        rows_.read_elements(buffer_, size, collection, elements.first);
      }
    } catch (const simdjson::simdjson_error& error) {
      throw JsonMalformed{{elements.begin, error.what()}};
    }
  }

  void read_lines(std::size_t number, JsonBlock& block) {
    std::string_view text = load_lines(number);
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      ++block.tally.lines;
      if (const std::string_view line = text.substr(0, end); !is_blank(line)) read_line(line, block.tally);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (!too_long_.empty()) reject_long_line(block.tally);
  }

  void reject_long_line(JsonTally& tally) {
    ++tally.lines;
    ++tally.rows;
    ++tally.rejected;
    tally.diagnostics.add({DiagnosticCode::line_too_long,
                           Severity::error,
                           {context_.file, tally.lines, 0, {}, {}},
                           too_long_,
                           {std::to_string(longest_record)}});
  }

  void read_line(std::string_view line, JsonTally& tally) {
    try {
      rows_.read_line(line, static_cast<std::uint32_t>(tally.lines));
    } catch (const simdjson::simdjson_error& error) {
      ++tally.rows;
      ++tally.rejected;
      report_line(line, error.what(), tally);
      if (keys_ != nullptr) learn_keys(line, tally);
    }
  }

  /// A line that turns out to be damaged in a value teaches its keys all the same, as it does in the first block,
  /// whose keys are learnt before values are read: otherwise the size of blocks would decide what is known.
  void learn_keys(std::string_view line, JsonTally& tally) {
    if (!learner_) learner_.emplace(context_, nullptr, shard_);
    JsonBlock learnt;
    learner_->start_block(learnt);
    try {
      learner_->read_line(line, 0);
    } catch (const simdjson::simdjson_error&) {
      // Rows that stood before the damage have taught theirs.
    }
    const auto is_known = [this](const std::string& key) { return keys_->find(key) != nullptr; };
    std::erase_if(learnt.tally.new_keys, is_known);
    append_keys(tally.new_keys, learnt.tally.new_keys);
  }

  void report_line(std::string_view line, std::string_view suspected, JsonTally& tally) {
    constexpr DiagnosticCode code = DiagnosticCode::json_line_invalid;
    if (!tally.diagnostics.wants(code)) return tally.diagnostics.count_only(code, Severity::error);
    const JsonProblem problem = find_json_problem(line).value_or(JsonProblem{0, std::string(suspected)});
    tally.diagnostics.add({code,
                           Severity::error,
                           {context_.file, tally.lines, character_column(line, problem.offset), {}, {}},
                           elide(trim(line), longest_seen),
                           {problem.reason}});
  }

  /// The lines that start within the block, the last one whole, with padding behind them.
  std::string_view load_lines(std::size_t number) {
    too_long_.clear();
    const std::uint64_t nominal_begin = number * input_.line_block_size;
    const std::uint64_t begin = number == 0 ? 0 : nominal_begin - 1;  // a line break there starts a line of ours
    const std::uint64_t end = std::min(nominal_begin + input_.line_block_size, input_.file.size);
    buffer_.resize(end - begin);
    read_exactly(input_.file, begin, buffer_.data(), buffer_.size());
    std::size_t first = 0;
    if (number != 0) {
      const std::size_t line_break = buffer_.find('\n');
      if (line_break == std::string::npos || line_break + 1 == buffer_.size()) return {};
      first = line_break + 1;
    }
    load_tail(begin);
    const std::size_t size = buffer_.size();
    buffer_.resize(size + JsonRowReader::padding);
    return std::string_view(buffer_).substr(first, size - first);
  }

  /// Completes the last line, or takes it out when it is longer than a record may be.
  void load_tail(std::uint64_t begin) {
    const std::size_t last_line = buffer_.rfind('\n', buffer_.size() - 2) + 1;  // 0 when there is no other
    for (std::size_t step = first_tail_step; !buffer_.empty() && buffer_.back() != '\n'; step *= 2) {
      const std::size_t size = buffer_.size();
      if (size - last_line > longest_record) {
        too_long_ = elide(trim(std::string_view(buffer_).substr(last_line, longest_seen)), longest_seen);
        buffer_.resize(last_line);
        return;
      }
      // One byte more than a record may have, its line break, decides.
      step = std::min<std::size_t>(step, longest_record + 1 - (size - last_line));
      buffer_.resize(size + step);
      buffer_.resize(size + input_.file.read_at(begin + size, buffer_.data() + size, step));
      if (buffer_.size() == size) return;
      const std::size_t line_break = buffer_.find('\n', size);
      if (line_break != std::string::npos) buffer_.resize(line_break + 1);
    }
  }

  const JsonInput& input_;
  const RowContext& context_;
  const JsonKeys* keys_;
  Shard& shard_;
  JsonRowReader rows_;
  std::optional<JsonRowReader> learner_;  ///< of keys alone
  std::string buffer_;
  std::string too_long_;  ///< start of the block's last line, if that is longer than `longest_record`
};

void append(JsonTally& tally, const JsonTally& later) {
  tally.rows += later.rows;
  tally.rejected += later.rejected;
  tally.lines += later.lines;
  tally.diagnostics.append(later.diagnostics);
  append(tally.evidence, later.evidence);
  append_keys(tally.new_keys, later.new_keys);
  tally.names_customers |= later.names_customers;
  tally.not_utf8 |= later.not_utf8;
  tally.batch_tool_booleans |= later.batch_tool_booleans;
  tally.spreadsheet_booleans |= later.spreadsheet_booleans;
}

/// Blocks count lines and elements from 1.
void move_to_place(JsonBlock& block, const JsonTally& before, bool lines) {
  const std::uint64_t by = lines ? before.lines : before.rows;
  for (Subscription& row : block.rows.rows) row.source_line += static_cast<std::uint32_t>(by);
  if (lines) block.tally.diagnostics.move_lines(by);
}

}  // namespace

std::size_t JsonInput::block_count() const {
  return is_lines() ? (file.size + line_block_size - 1) / line_block_size : elements.size();
}

std::vector<std::string> first_json_keys(const JsonInput& input) {
  if (input.block_count() == 0) return {};
  const HeaderMapping no_mapping;
  RowContext context;
  context.mapping = &no_mapping;
  Shard shard(0);
  JsonBlock block;
  BlockReader(input, context, nullptr, shard).read(0, block);
  return block.tally.new_keys;
}

JsonTally read_json_blocks(const JsonInput& input, const RowContext& context, const JsonKeys& keys, unsigned jobs,
                           Portfolio& portfolio) {
  std::deque<BlockReader> readers;  // they do not move
  for (unsigned worker = 0; worker < jobs; ++worker) {
    readers.emplace_back(input, context, &keys, portfolio.shards[worker]);
  }
  std::vector<JsonBlock> blocks(input.block_count());
  for_each_number(jobs, blocks.size(),
                  [&](unsigned worker, std::size_t number) { readers[worker].read(number, blocks[number]); });

  JsonTally tally;
  for (JsonBlock& block : blocks) {
    move_to_place(block, tally, input.is_lines());
    append(tally, block.tally);
    if (block.rows.rows.empty()) continue;
    block.rows.source = static_cast<std::uint32_t>(portfolio.sources.size());
    block.rows.first_row = static_cast<RowIndex>(portfolio.row_count());
    portfolio.blocks.push_back(std::move(block.rows));
  }
  return tally;
}

}  // namespace nceplan
