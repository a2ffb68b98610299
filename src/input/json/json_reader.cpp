#include "json_reader.hpp"

#include <algorithm>

#include "input/date_orders.hpp"
#include "input/source_customer.hpp"
#include "json_keys.hpp"
#include "json_outline.hpp"
#include "json_pass.hpp"
#include "json_problem.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/encoding.hpp"

namespace nceplan {
namespace {

constexpr std::uint64_t largest_in_memory = std::uint64_t{4} << 30;
constexpr std::size_t sample_size = 65536;
/// The places that simdjson notes of a block take about as much room as its text. Both should stay near the processor,
/// and the first block is read once more for its keys.
constexpr std::size_t largest_block = std::size_t{1} << 20;

[[noreturn]] void fail(DiagnosticCode code, const std::string& file, std::vector<std::string> details) {
  throw Failure({code, Severity::error, {file, 0, 0, {}, {}}, {}, std::move(details)});
}

/// The file as UTF-8 without byte order mark. Only other encodings are held in memory.
InputFile as_utf8(const InputFile& file, Encoding encoding) {
  if (encoding == Encoding::utf8 || encoding == Encoding::utf8_bom) {
    std::string start(3, '\0');
    start.resize(file.read_at(0, start.data(), start.size()));
    const std::uint64_t mark = byte_order_mark(start, Encoding::utf8_bom);
    if (mark == 0) return file;
    const auto read_at = [&file, mark](std::uint64_t offset, char* out, std::size_t size) {
      return file.read_at(offset + mark, out, size);
    };
    return {file.name, file.size - mark, read_at};
  }
  if (file.size > largest_in_memory) fail(DiagnosticCode::json_too_large, file.name, {});
  return memory_file(file.name, to_utf8(read_all(file), encoding));
}

bool has_lines_extension(const std::string& name) {
  const std::string lower = to_lower_ascii(name);
  return matches_glob(lower, "*.ndjson") || matches_glob(lower, "*.jsonl");
}

/// True when the second line is an object and the first is not the beginning of one around it: NDJSON whose first line
/// is damaged.
bool has_object_in_second_line(const InputFile& file) {
  std::string sample(std::min<std::uint64_t>(sample_size, file.size), '\0');
  sample.resize(file.read_at(0, sample.data(), sample.size()));
  const std::vector<std::string_view> lines = split(sample, '\n');
  const std::size_t whole_lines = lines.size() - (sample.size() < file.size ? 1 : 0);
  if (whole_lines < 2 || lines[0].empty()) return false;
  const bool first_goes_on = std::string_view("[{,:").find(lines[0].back()) != std::string_view::npos;
  return !first_goes_on && lines[1].substr(0, 1) == "{" && !find_json_problem(lines[1]);
}

bool has_line_break(const InputFile& file, std::uint64_t begin, std::uint64_t end) {
  std::string window;
  for (; begin < end; begin += window.size()) {
    window.resize(std::min<std::uint64_t>(sample_size, end - begin));
    read_exactly(file, begin, window.data(), window.size());
    if (window.find('\n') != std::string::npos) return true;
  }
  return false;
}

JsonInput lines_of(InputFile file, const ReadOptions& options) {
  JsonInput input;
  input.file = std::move(file);
  input.line_block_size = options.block_size;
  return input;
}

/// An object without rows in it is a row itself, unless it has objects under a key of the user's own.
bool is_row_itself(const JsonOutline& outline, const ReadOptions& options) {
  if (!outline.collections.empty()) return false;
  return outline.other_arrays.empty() || looks_like_header_row(outline.keys, options.field_map);
}

/// A document that is one object without a known key of rows.
JsonInput only_object(InputFile file, const JsonOutline& outline, bool is_row, const ReadOptions& options) {
  JsonInput input;
  if (is_row) {
    input.collections.push_back({{}, {}, true});
    input.elements.push_back({outline.begin, outline.end, 0, 0});
  } else {
    JsonOutline deeper = outline_json(file, options.block_size, outline.other_arrays.front());
    input.collections = std::move(deeper.collections);
    input.elements = std::move(deeper.blocks);
  }
  input.file = std::move(file);
  return input;
}

JsonInput find_input(InputFile file, const ReadOptions& options) {
  if (has_lines_extension(file.name)) return lines_of(std::move(file), options);
  JsonOutline outline;
  try {
    outline = outline_json(file, options.block_size);
  } catch (const JsonMalformed&) {
    if (has_object_in_second_line(file)) return lines_of(std::move(file), options);
    throw;
  }
  const bool is_row = is_row_itself(outline, options);
  const bool more_values = outline.next == '{' || outline.next == '[' || (is_row && outline.next != '\0');
  if ((more_values || is_row) && !has_line_break(file, outline.begin, outline.end)) {
    return lines_of(std::move(file), options);
  }
  if (outline.next != '\0') throw JsonMalformed{{outline.end, "unexpected content behind the document"}};
  if (outline.collections.empty()) return only_object(std::move(file), outline, is_row, options);

  JsonInput input;
  input.file = std::move(file);
  input.collections = std::move(outline.collections);
  input.elements = std::move(outline.blocks);
  input.paging = outline.paging;
  return input;
}

/// `--map` entries whose key was seen; keys may turn up late.
FieldOverrides overrides_among(const std::vector<std::string>& keys, const FieldOverrides& overrides) {
  FieldOverrides present;
  for (const auto& entry : overrides) {
    const auto is_named = [&entry](const std::string& key) {
      return normalized_header(key) == normalized_header(entry.second);
    };
    if (std::any_of(keys.begin(), keys.end(), is_named)) present.push_back(entry);
  }
  return present;
}

/// Reads a source in as many passes as it takes: one for nearly every export; another when keys turn up late that are
/// of use, and another when the dates prove another order.
class JsonSourceReader {
 public:
  JsonSourceReader(const JsonInput& input, const ReadOptions& options, Portfolio& portfolio)
      : input_(input),
        options_(options),
        portfolio_(portfolio),
        first_block_(portfolio.blocks.size()),
        keys_(first_json_keys(input)) {
    context_.mapping = &mapping_;
    context_.file = input.file.name;
    context_.takeover = options.takeover;
    context_.places = input.is_lines() ? PlaceKind::json_line : PlaceKind::json_pointer;
  }

  void read() {
    map_keys();
    read_blocks();
    if (!tally_.new_keys.empty()) {
      const std::vector<std::optional<Field>> fields_before = mapping_.fields;
      const ExportFormat format_before = mapping_.format;
      keys_.insert(keys_.end(), tally_.new_keys.begin(), tally_.new_keys.end());
      map_keys();
      std::vector<std::optional<Field>> same_fields = fields_before;
      same_fields.resize(mapping_.fields.size());
      if (mapping_.fields != same_fields || mapping_.format != format_before) read_blocks();
    }
    const bool tool_booleans = tally_.batch_tool_booleans && !tally_.spreadsheet_booleans;
    context_.date_orders = decide_date_orders(tally_.evidence, tool_booleans, options_.date_order);
    if (!needs_second_pass(context_.date_orders, tally_.evidence)) return;
    context_.date_evidence = tally_.evidence;
    read_blocks();
  }

  /// Adds the source to the portfolio, and what there is to say of it as a whole.
  void finish(Encoding encoding, Diagnostics& diagnostics) {
    require_known_shape();
    if (!keys_.empty()) map_headers(keys_, options_.field_map, context_.file, diagnostics);
    Source source;
    source.path = context_.file;
    source.format = mapping_.format;
    source.json = true;
    source.by_element = !input_.is_lines();
    source.encoding = encoding;
    source.delimiter = '\0';
    source.rows = tally_.rows;
    source.rejected = tally_.rejected;
    for (std::size_t i = 0; i < mapping_.headers.size(); ++i) {
      const std::optional<Field> field = mapping_.fields[i];
      source.columns.push_back({mapping_.headers[i], field ? std::string(to_code(*field)) : std::string(), {}});
    }
    report_date_orders(mapping_, tally_.evidence, context_.date_orders, source);
    report_whole_source(diagnostics);
    diagnostics.append(tally_.diagnostics);
    portfolio_.sources.push_back(std::move(source));
  }

 private:
  void map_keys() {
    Diagnostics reported_later;
    mapping_ = map_headers(keys_, overrides_among(keys_, options_.field_map), context_.file, reported_later);
    const bool has_customers = mapping_.has(Field::customer_id) || mapping_.has(Field::customer_name);
    context_.customer_name = default_customer(context_.file, options_, has_customers);
  }

  void read_blocks() {
    const unsigned jobs = std::clamp(options_.jobs, 1U, static_cast<unsigned>(portfolio_.shards.size()));
    portfolio_.blocks.resize(first_block_);
    tally_ = read_json_blocks(input_, context_, JsonKeys(keys_, mapping_), jobs, portfolio_);
  }

  void require_known_shape() const {
    const bool only_bad_lines = tally_.diagnostics.count(DiagnosticCode::json_line_invalid) == tally_.rows;
    if (tally_.rows == 0 || only_bad_lines) return;
    const bool has_customer = tally_.names_customers || !context_.customer_name.empty() || outline_names_customers();
    try {
      require_fields(mapping_, has_customer, context_.file);
    } catch (const Failure& failure) {
      if (failure.diagnostic().code != DiagnosticCode::header_unrecognized) throw;
      fail(DiagnosticCode::json_shape_unknown, context_.file, failure.diagnostic().details);
    }
  }

  bool outline_names_customers() const {
    return std::any_of(input_.collections.begin(), input_.collections.end(),
                       [](const JsonCollection& collection) { return collection.customer.known(); });
  }

  void report_whole_source(Diagnostics& diagnostics) const {
    for (std::size_t i = 0; i < date_fields.size(); ++i) {
      if (!tally_.evidence[i].has(DateColumnEvidence::Sign::serial)) continue;
      const Location where{context_.file, 0, 0, mapping_.header_of(date_fields[i])};
      diagnostics.add({DiagnosticCode::date_serial, Severity::info, where, {}, {}});
    }
    const JsonPaging& paging = input_.paging;
    if (paging.goes_on || paging.total > tally_.rows) {
      const bool fewer = paging.total > tally_.rows;
      diagnostics.add({.code = DiagnosticCode::collection_incomplete,
                       .severity = Severity::warning,
                       .where = {.file = context_.file, .field = {}},
                       .seen = {},
                       .details = {std::to_string(tally_.rows), fewer ? std::to_string(paging.total) : std::string()}});
    }
    if (tally_.not_utf8) {
      diagnostics.add({DiagnosticCode::text_not_utf8, Severity::warning, {context_.file, 0, 0, {}, {}}, {}, {}});
    }
  }

  const JsonInput& input_;
  const ReadOptions& options_;
  Portfolio& portfolio_;
  std::size_t first_block_;
  std::vector<std::string> keys_;  ///< of rows, in order of first sight
  HeaderMapping mapping_;
  RowContext context_;
  JsonTally tally_;
};

}  // namespace

bool looks_like_json(std::string_view utf8_sample) {
  utf8_sample.remove_prefix(byte_order_mark(utf8_sample, Encoding::utf8_bom));
  const std::size_t first = utf8_sample.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (utf8_sample[first] == '{' || utf8_sample[first] == '[');
}

void read_json_source(const InputFile& file, Encoding encoding, const ReadOptions& options, Portfolio& portfolio,
                      Diagnostics& diagnostics) {
  const InputFile text = as_utf8(file, encoding);
  ReadOptions in_json_blocks = options;
  in_json_blocks.block_size = std::clamp<std::size_t>(options.block_size, 1, largest_block);
  try {
    const JsonInput input = find_input(text, in_json_blocks);
    JsonSourceReader reader(input, options, portfolio);
    reader.read();
    reader.finish(encoding, diagnostics);
  } catch (const JsonMalformed& malformed) {
    fail_json_invalid(text, malformed.problem);
  }
}

}  // namespace nceplan
