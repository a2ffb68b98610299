// Generated rows in the clothes of three exports: the batch migration tool's CSV with its 22 columns, the same as one
// JSON object a line, and as the items of one JSON collection.
#pragma once

#include <cstdint>
#include <string>

#include "generate_rows.hpp"

namespace nceplan::bench {

enum class GeneratedFormat : std::uint8_t {
  csv,     ///< dates `MM/dd/yyyy HH:mm:ss`, `True` and `False`
  ndjson,  ///< dates in ISO 8601, typed numbers and booleans, null for what is empty
  json     ///< `{"totalCount":N,"items":[...]}` of the same objects
};

struct WriterOptions {
  GeneratedFormat format = GeneratedFormat::csv;
  bool byte_order_mark = false;
  char delimiter = ',';             ///< of csv
  std::string line_break = "\r\n";  ///< of csv
};

/// Each appends to `out`.
void write_head(const WriterOptions& options, std::uint64_t row_count, std::string& out);
/// `number` counts rows from 0.
void write_row(const WriterOptions& options, const RowGenerator& generator, const GeneratedRow& row,
               std::uint64_t number, std::string& out);
void write_tail(const WriterOptions& options, std::string& out);

/// A whole export in memory.
std::string generate_export(const WriterOptions& options, std::uint64_t row_count, std::uint64_t seed = 1);

}  // namespace nceplan::bench
