// From JSON objects to rows: one worker's reader. Objects around rows are walked down to the rows they hold.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "json_customer.hpp"
#include "json_keys.hpp"
#include "json_outline.hpp"
#include "json_texts.hpp"
#include "nceplan/base/diagnostic.hpp"
#include "nceplan/base/text_map.hpp"
#include "nceplan/input/row_builder.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan {

/// What a pass over a source, or over one of its blocks, gives besides rows.
struct JsonTally {
  std::uint64_t rows = 0;
  std::uint64_t rejected = 0;
  std::uint64_t lines = 0;  ///< of NDJSON
  Diagnostics diagnostics;
  DateEvidence evidence;
  std::vector<std::string> new_keys;  ///< of rows, in order of first sight; at most `most_keys`
  bool names_customers = false;       ///< objects around rows do
  bool not_utf8 = false;              ///< some of the text was read as Windows-1252
  bool batch_tool_booleans = false;   ///< True, False or true, false
  bool spreadsheet_booleans = false;  ///< TRUE, FALSE, WAHR, FALSCH
  static constexpr std::size_t most_keys = 4096;
};

struct JsonBlock {
  RowBlock rows;
  JsonTally tally;
};

/// Reads blocks, one after the other. Not thread-safe. Malformed JSON throws simdjson_error.
class JsonRowReader {
 public:
  /// With `keys` null it only learns keys and builds no rows. Everything referred to must outlive the reader.
  JsonRowReader(const RowContext& context, const JsonKeys* keys, Shard& shard);

  void start_block(JsonBlock& block);

  /// Reads `size` bytes of elements, separated by commas, that stand in `text` behind one byte of room; behind them
  /// are at least `padding` bytes of room. Rows are numbered from 1; `first` is the first element's index.
  void read_elements(std::string& text, std::size_t size, const JsonCollection& collection, std::uint64_t first);

  /// Reads a document that is one row. At least `padding` bytes behind `text` must be readable.
  void read_document(std::string_view text);

  /// Reads one line of NDJSON; `line` is its number. Needs the same room.
  void read_line(std::string_view text, std::uint32_t line);

  static constexpr std::size_t padding = simdjson::SIMDJSON_PADDING + 1;

 private:
  enum class Shape { row, around_rows, no_row };
  using Object = simdjson::ondemand::object;
  using Value = simdjson::ondemand::value;

  simdjson::ondemand::document start_document(const char* text, std::size_t size);
  void read_value(std::string_view text);
  void read_array(simdjson::ondemand::array array, const std::string& pointer, std::uint64_t first,
                  const JsonCustomer& customer, int depth);
  void read_element(Value value, const std::string& pointer, const JsonCustomer& customer, int depth);
  void read_object(Object object, const std::string& pointer, const JsonCustomer& customer, int depth);
  void read_around_rows(Object object, const std::string& pointer, const JsonCustomer& outer, int depth);

  Shape fill_row(Object object);
  // What `fill_row` does for each key. Entering and leaving them would take 900 instructions a row.
  inline const JsonKey& key_of(simdjson::ondemand::raw_json_string raw, std::size_t position);
  inline void take(const JsonKey& key, Value value, simdjson::ondemand::json_type type);

  const JsonKey& other_key(simdjson::ondemand::raw_json_string raw, std::size_t position);
  const JsonKey& unknown_key(std::string_view name);
  void take_container(const JsonKey& key, Value value, simdjson::ondemand::json_type type);
  void take_object(const JsonKey& key, Value value);
  void take_list(const JsonKey& key, Value value);
  void note_boolean(std::string_view text, bool typed);

  void add_row(const std::string& pointer, const JsonCustomer& customer);
  void count_row(bool accepted);
  void reject(DiagnosticCode code, const std::string& place, std::string_view seen, std::vector<std::string> details);
  void report(DiagnosticCode code, const std::string& place, std::string_view seen, std::vector<std::string> details);
  void keep_new_keys();

  /// A value of a type that its field cannot have.
  struct TypeError {
    const JsonKey* key;
    std::string_view seen;
  };

  const RowContext* context_;
  const JsonKeys* keys_;
  JsonBlock nowhere_;
  JsonBlock* block_ = &nowhere_;
  RowBuilder builder_;
  simdjson::ondemand::parser parser_;
  JsonTexts texts_;
  std::string decoded_;  ///< the document, when it was not UTF-8
  RawRow raw_;
  JsonLinks links_;
  std::uint32_t number_ = 0;  ///< of the row, or its line
  bool numbers_rows_ = false;
  std::vector<const JsonKey*> order_;  ///< keys of the object before: most objects have the same in the same order
  std::deque<JsonKey> unknown_;        ///< keys of this block that are not in `keys_`
  std::unordered_map<std::string_view, const JsonKey*, TextHash> unknown_by_name_;
  std::vector<const JsonKey*> new_in_row_;
  std::unordered_set<const JsonKey*> kept_;
  std::deque<std::string> made_texts_;  ///< texts of this row that stand nowhere in the document
  std::vector<TypeError> type_errors_;
};

}  // namespace nceplan
