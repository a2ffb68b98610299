// One pass over a JSON source: its blocks, read by several threads and put together in order.
#pragma once

#include <cstdint>
#include <vector>

#include "json_outline.hpp"
#include "json_rows.hpp"
#include "nceplan/input/input_file.hpp"

namespace nceplan {

/// What is read, in UTF-8 without byte order mark: the elements of a document, or the lines of NDJSON.
struct JsonInput {
  InputFile file;
  std::vector<JsonCollection> collections;
  std::vector<JsonElements> elements;
  JsonPaging paging;
  std::uint64_t line_block_size = 0;  ///< nominal bytes of a block of lines; 0 for a document

  bool is_lines() const { return line_block_size != 0; }
  std::size_t block_count() const;
};

/// The keys of the rows of the first block, in order of first sight. Throws JsonMalformed.
std::vector<std::string> first_json_keys(const JsonInput& input);

/// Reads all blocks with `jobs` threads, each with its own shard, and appends them to the portfolio in order. What
/// comes out depends neither on the number of threads nor on the size of the blocks. Throws JsonMalformed for a
/// malformed document.
JsonTally read_json_blocks(const JsonInput& input, const RowContext& context, const JsonKeys& keys, unsigned jobs,
                           Portfolio& portfolio);

}  // namespace nceplan
