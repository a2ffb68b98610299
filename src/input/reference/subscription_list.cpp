#include "nceplan/input/subscription_list.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "document.hpp"
#include "input/date_problem.hpp"
#include "nceplan/base/id.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/csv.hpp"
#include "nceplan/input/date_cell.hpp"
#include "nceplan/input/encoding.hpp"
#include "nceplan/input/header_mapping.hpp"
#include "nceplan/input/values.hpp"

namespace nceplan {
namespace {

[[noreturn]] void fail(DiagnosticCode code, const std::string& file, std::vector<std::string> details = {}) {
  throw Failure({.code = code, .where = {.file = file}, .details = std::move(details)});
}

/// The array of the document that names subscriptions.
nlohmann::json objects_of(nlohmann::json document) {
  if (!document.is_object()) return document;
  for (auto& [key, value] : document.items()) {
    const bool names_some = value.is_array() && !value.empty() && value.front().is_object();
    if (names_some && value.front().contains("subscription_id")) return std::move(value);
  }
  return nlohmann::json::array();
}

/// JSON as rows with these keys for headers; `line` is the number of the element.
std::vector<CsvRow> rows_of_json(std::string_view text, const std::string& file,
                                 std::span<const std::string_view> keys) {
  nlohmann::json document = nlohmann::json::parse(text, nullptr, false);
  if (document.is_discarded()) fail(DiagnosticCode::json_invalid, file, {"syntax"});
  std::vector<CsvRow> rows(1);
  for (const std::string_view key : keys) rows[0].fields.emplace_back(key);
  std::uint32_t number = 0;
  for (const nlohmann::json& object : objects_of(std::move(document))) {
    CsvRow& row = rows.emplace_back(CsvRow{++number, {}});
    for (const std::string_view key : keys) {
      const auto value = object.is_object() ? object.find(key) : object.end();
      if (value == object.end() || value->is_null()) {
        row.fields.emplace_back();
      } else {
        row.fields.push_back(value->is_string() ? value->get<std::string>() : value->dump());
      }
    }
  }
  return rows;
}

/// Where id and value stand.
struct ListColumns {
  std::size_t id = 0;
  std::size_t value = 0;
};

/// The list as rows of cells, its columns found.
class SubscriptionList {
 public:
  SubscriptionList(const InputFile& file, const ReadOptions& options, Field value, std::string_view preferred)
      : file_(file.name) {
    const std::array<std::string_view, 2> keys = {"subscription_id", to_code(value)};
    const std::string text = document_text(file, options.encoding);
    const std::string_view start = trim(text);
    const bool json = start.substr(0, 1) == "{" || start.substr(0, 1) == "[";
    rows_ =
        json ? rows_of_json(start, file_, keys) : parse_csv(text, detect_csv_dialect(text, options.delimiter), file_);
    if (rows_.empty()) fail(DiagnosticCode::file_empty, file_);
    find_columns(value, preferred, keys, options.field_map);
  }

  std::span<const CsvRow> rows() const { return std::span(rows_).subspan(1); }
  std::string id(const CsvRow& row) const { return to_lower_ascii(without_guid_braces(cell(row, columns_.id))); }
  std::string_view value(const CsvRow& row) const { return cell(row, columns_.value); }
  /// How many fields the header has.
  std::size_t width() const { return rows_[0].fields.size(); }
  /// The row ends before one of the two columns.
  bool is_cut_off(const CsvRow& row) const { return row.fields.size() <= std::max(columns_.id, columns_.value); }
  Location place(const CsvRow& row, bool of_value) const {
    const std::size_t column = of_value ? columns_.value : columns_.id;
    return {.file = file_,
            .line = row.line,
            .column = static_cast<std::uint32_t>(column) + 1,
            .field = std::string(trim(rows_[0].fields[column]))};
  }

 private:
  static std::string_view cell(const CsvRow& row, std::size_t column) {
    return column < row.fields.size() ? trim(row.fields[column]) : std::string_view();
  }

  /// As exports are read: the braces of other ids are part of them.
  static std::string_view without_guid_braces(std::string_view text) {
    if (text.size() != guid_length + 2 || text.front() != '{' || text.back() != '}') return text;
    const std::string_view inner = text.substr(1, guid_length);
    return parse_guid(inner).empty() ? text : inner;
  }

  void find_columns(Field value, std::string_view preferred, std::span<const std::string_view> keys,
                    const FieldOverrides& overrides) {
    Diagnostics ignored;  // what the headers mean beyond the two is of no interest here
    const HeaderMapping mapping = map_headers(rows_[0].fields, overrides, file_, ignored);
    std::size_t value_column = mapping.column_of[index_of(value)];
    for (std::size_t i = 0; i < rows_[0].fields.size(); ++i) {
      if (normalized_header(rows_[0].fields[i]) == preferred) value_column = i + 1;
    }
    const std::size_t id_column = mapping.column_of[index_of(Field::subscription_id)];
    if (id_column == 0 || value_column == 0) {
      fail(DiagnosticCode::list_columns_missing, file_,
           {fmt::format("{}", fmt::join(keys, ", ")), fmt::format("{}", fmt::join(rows_[0].fields, ", "))});
    }
    columns_ = {id_column - 1, value_column - 1};
  }

  std::string file_;
  std::vector<CsvRow> rows_;
  ListColumns columns_;
};

/// A row without a value, as a schedule leaves what has no day, wishes nothing. One that is cut off, or does not say
/// whose value it has, is reported.
bool wishes_something(const SubscriptionList& list, const CsvRow& row, Diagnostics& diagnostics) {
  if (list.is_cut_off(row)) {
    Location where = list.place(row, true);
    where.column = 0;
    where.field.clear();
    diagnostics.add({.code = DiagnosticCode::fields_too_few,
                     .where = std::move(where),
                     .seen = {},
                     .details = {std::to_string(list.width()), std::to_string(row.fields.size())}});
    return false;
  }
  if (list.value(row).empty()) return false;
  if (!list.id(row).empty()) return true;
  diagnostics.add({.code = DiagnosticCode::reference_unused,
                   .severity = Severity::warning,
                   .where = list.place(row, false),
                   .seen = {},
                   .details = {}});
  return false;
}

template <typename Value>
void add_wish(Wishes<Value>& wishes, const SubscriptionList& list, const CsvRow& row, Value value,
              Diagnostics& diagnostics) {
  const auto [known, added] = wishes.try_emplace(list.id(row), Wish<Value>{value, list.place(row, true)});
  if (added) return;
  if (known->second.value != value) {
    diagnostics.add({.code = DiagnosticCode::duplicate_conflict,
                     .severity = Severity::warning,
                     .where = list.place(row, false),
                     .seen = list.id(row),
                     .details = {fmt::format("{}:{}", known->second.place.file, known->second.place.line)}});
  }
  known->second = {value, list.place(row, true)};
}

}  // namespace

Wishes<std::int32_t> read_seat_list(const InputFile& file, const ReadOptions& options, Diagnostics& diagnostics) {
  const SubscriptionList list(file, options, Field::seats, "seatcount");
  Wishes<std::int32_t> wishes;
  for (const CsvRow& row : list.rows()) {
    if (!wishes_something(list, row, diagnostics)) continue;
    const auto seats = parse_seats(list.value(row));
    if (!seats) {
      diagnostics.add({.code = DiagnosticCode::seats_invalid,
                       .where = list.place(row, true),
                       .seen = std::string(list.value(row)),
                       .details = {}});
      continue;
    }
    add_wish(wishes, list, row, *seats, diagnostics);
  }
  return wishes;
}

Wishes<Date> read_day_list(const InputFile& file, const ReadOptions& options, Diagnostics& diagnostics) {
  const SubscriptionList list(file, options, Field::target_date, "targetdate");
  DateColumnEvidence evidence;
  for (const CsvRow& row : list.rows()) {
    if (!list.value(row).empty()) evidence.add(parse_date_cell(list.value(row)), list.value(row));
  }
  const CellOrder order = decide_order(evidence, false, options.date_order);
  Wishes<Date> wishes;
  for (const CsvRow& row : list.rows()) {
    if (!wishes_something(list, row, diagnostics)) continue;
    const DateCell cell = parse_date_cell(list.value(row));
    if (const OptionalDate day = date_of(cell, order)) {
      add_wish(wishes, list, row, *day, diagnostics);
      continue;
    }
    Diagnostic problem = date_problem(cell, list.value(row), order, evidence);
    problem.where = list.place(row, true);
    diagnostics.add(std::move(problem));
  }
  return wishes;
}

}  // namespace nceplan
