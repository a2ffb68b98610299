// One pass over the blocks of a CSV source; see csv_reader.hpp.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "csv_index.hpp"
#include "nceplan/base/diagnostic.hpp"
#include "nceplan/input/input_file.hpp"
#include "nceplan/input/row_builder.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan {

/// What all blocks of a source share.
struct CsvSource {
  const InputFile* file = nullptr;
  const RowContext* context = nullptr;
  CsvSeparators separators;
  std::uint64_t data_begin = 0;  ///< offset of the first record behind the header, at most the file's size
  std::uint32_t first_line = 2;  ///< its line number
  std::uint64_t block_size = 0;  ///< nominal bytes of a block, at least 1
  std::uint64_t row_length = 1;  ///< estimate of the bytes of a record
  std::uint32_t number = 0;      ///< index into Portfolio::sources

  /// Where a block begins nominally, and the one before ends; the file's size behind the last one. The blocks of the
  /// last eighth are small, so that no worker waits long for another at the end.
  std::uint64_t block_begin(std::uint64_t block) const;
  std::uint64_t block_count() const;

 private:
  std::uint64_t whole_blocks() const;
  std::uint64_t small_block_size() const { return (block_size + 7) / 8; }
};

/// What a pass over a source, or over one of its blocks, gives besides rows.
struct CsvTally {
  std::uint64_t rows = 0;
  std::uint64_t rejected = 0;
  Diagnostics diagnostics;
  DateEvidence evidence;
};

/// Records that start within one block; line numbers count from 0 until the block's place is known.
struct CsvBlock {
  RowBlock rows;
  CsvTally tally;
  std::uint64_t begin = 0;  ///< offset of its first record
  std::uint64_t end = 0;    ///< offset behind its last record
  std::uint32_t lines = 0;  ///< line breaks it spans
  bool guessed = false;     ///< begin is a guess that the block before must confirm
  bool unfinished = false;  ///< given up, since the guess looks wrong
};

/// Parses blocks of one source on one thread.
class CsvBlockParser {
 public:
  CsvBlockParser(const CsvSource& source, Shard& shard);
  CsvBlockParser(const CsvBlockParser&) = delete;  // raw_ points into it
  CsvBlockParser& operator=(const CsvBlockParser&) = delete;

  /// Block `number`. With `begin`, the offset where its first record is known to start; else that is guessed.
  CsvBlock parse(std::uint64_t number, std::optional<std::uint64_t> begin);

 private:
  std::optional<std::uint64_t> guess_begin(std::uint64_t nominal_begin, std::uint64_t nominal_end);
  std::uint64_t parse_whole_records(std::uint64_t at, std::uint64_t end, CsvBlock& block);
  std::optional<std::uint64_t> parse_long_record(std::uint64_t at, CsvBlock& block);
  std::uint64_t skip_record(std::uint64_t at, std::string_view text, DiagnosticCode code, CsvBlock& block);
  std::uint64_t behind_line(std::uint64_t at);
  std::size_t parse_records(std::string_view text, std::size_t most, CsvBlock& block);
  inline void parse_record(std::string_view text, std::size_t first_end, std::size_t last_end,
                           std::span<const std::uint32_t> quotes, CsvBlock& block);
  void unquote(const std::uint32_t* ends, std::span<const std::uint32_t> quotes);
  bool has_right_width(std::size_t fields, std::string_view record, CsvBlock& block);
  void make_room(std::uint64_t size);
  std::string_view load(std::uint64_t at, std::uint64_t end);
  void learn_from(const CsvBlock& block);
  void report(DiagnosticCode code, std::string_view seen, std::vector<std::string> details, CsvBlock& block);

  const CsvSource* source_;
  Shard* shard_;
  std::uint64_t row_estimate_;  ///< bytes of a row
  std::uint64_t details_per_1000_rows_ = 0;
  RecordLayout layout_;
  std::unique_ptr<char[]> buffer_;
  std::uint64_t buffer_size_ = 0;
  std::uint64_t buffer_begin_ = 0;  ///< offset of the buffer's first byte in the file
  std::uint64_t buffer_end_ = 0;
  CsvIndex index_;
  std::array<std::string, field_count> scratch_;  ///< per field, for doubled quotes
  RowBlock no_rows_;
  CsvTally no_tally_;
  RowBuilder builder_;
  RawRow raw_;
  std::uint32_t line_ = 0;  ///< line breaks before the current record, within the block
};

/// Reads all blocks with one thread per job and appends them to the portfolio in order.
CsvTally read_csv_blocks(const CsvSource& source, unsigned jobs, Portfolio& portfolio);

}  // namespace nceplan
