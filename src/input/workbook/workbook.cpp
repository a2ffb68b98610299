#include "workbook.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "nceplan/base/text.hpp"
#include "workbook_parts.hpp"
#include "xml_reader.hpp"

namespace nceplan {
namespace {

constexpr std::uint32_t most_columns = 16'384;
constexpr std::uint32_t most_rows = 1'048'576;
constexpr std::int64_t seconds_of_day = 86'400;

/// Shortest decimal; whole numbers without exponent as far as a double holds them.
std::string decimal(std::string_view written) {
  const bool digits_only = !written.empty() && written.find_first_not_of("0123456789") == std::string_view::npos;
  if (digits_only) return std::string(written);
  double value = 0;
  const char* const end = written.data() + written.size();
  if (std::from_chars(written.data(), end, value).ptr != end) return std::string(written);
  std::string text(64, '\0');
  constexpr double largest_exact = 1e15;
  const auto form = std::abs(value) < largest_exact ? std::chars_format::fixed : std::chars_format::general;
  const auto made = std::to_chars(text.data(), text.data() + text.size(), value, form);
  if (made.ec != std::errc()) return std::string(written);
  text.resize(static_cast<std::size_t>(made.ptr - text.data()));
  return text;
}

std::string clock_text(std::int64_t seconds) {
  std::string text = "00:00:00";
  constexpr std::int64_t minute = 60;
  const auto put = [&](std::size_t at, std::int64_t number) {
    text[at] = static_cast<char>('0' + number / 10);
    text[at + 1] = static_cast<char>('0' + number % 10);
  };
  put(0, seconds / (minute * minute));
  put(3, seconds / minute % minute);
  put(6, seconds % minute);
  return text;
}

/// A number that is formatted as a date: days since 1899-12-30, or since 1904-01-01, and the time of day behind the
/// point. Excel's 1900 has a 29 February, so days before March are one later. Less than a day is a time alone.
void read_serial(std::string_view written, bool counts_from_1904, SheetCell& cell) {
  constexpr std::int32_t epoch_1900 = -25569;
  constexpr std::int32_t epoch_1904 = -24107;
  constexpr std::int64_t false_leap_day = 60;
  constexpr double beyond_any_day = 2'958'466;
  constexpr Date last_day = Date::from_days(2'932'896);  // 9999-12-31
  cell.text = decimal(written);
  double value = -1;
  std::from_chars(written.data(), written.data() + written.size(), value);
  if (!(value >= 0 && value < beyond_any_day)) return;
  const auto seconds = static_cast<std::int64_t>(std::llround(value * static_cast<double>(seconds_of_day)));
  const std::int64_t days = seconds / seconds_of_day;
  const std::int64_t time = seconds % seconds_of_day;
  if (days == 0 && !counts_from_1904) {
    cell.text = clock_text(time);
    return;
  }
  const std::int32_t early = !counts_from_1904 && days < false_leap_day ? 1 : 0;
  const std::int32_t epoch = counts_from_1904 ? epoch_1904 : epoch_1900;
  const Date date = Date::from_days(epoch + static_cast<std::int32_t>(days) + early);
  if (date > last_day) return;  // by rounding, or counted from 1904
  cell.kind = SheetCellKind::date;
  cell.date = date;
  cell.text = to_iso(date);
  if (time != 0) cell.text += 'T' + clock_text(time);
}

/// Column and row of `BC17`; nothing for anything else.
struct CellPlace {
  std::uint32_t column = 0;
  std::uint32_t row = 0;
};

std::optional<CellPlace> parse_place(std::string_view text) {
  CellPlace place;
  std::size_t at = 0;
  for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && at < 3; ++at) {
    place.column = place.column * 26 + static_cast<std::uint32_t>(text[at] - 'A' + 1);
  }
  const char* const end = text.data() + text.size();
  if (at == 0 || std::from_chars(text.data() + at, end, place.row).ptr != end) return std::nullopt;
  if (place.column > most_columns || place.row == 0 || place.row > most_rows) return std::nullopt;
  return place;
}

/// From the elements of a sheet to rows of cells.
class SheetVisitor final : public XmlVisitor {
 public:
  SheetVisitor(const std::vector<std::string>& shared_texts, const std::vector<bool>& date_styles,
               bool counts_from_1904, const std::function<bool(const SheetRow&)>& visit)
      : shared_texts_(shared_texts), date_styles_(date_styles), counts_from_1904_(counts_from_1904), visit_(visit) {}

  void begin(std::string_view element, const XmlAttributes& attributes) override {
    if (element == "row") begin_row(attributes["r"]);
    if (element == "c") begin_cell(attributes);
    if (element == "rPh") in_reading_ = true;
    in_value_ = element == "v" || (element == "t" && !in_reading_);
  }

  void end(std::string_view element) override {
    in_value_ = false;
    if (element == "rPh") in_reading_ = false;
    if (element == "c") end_cell();
    if (element == "row" && !row_.cells.empty()) done_ = !visit_(row_);
  }

  void text(std::string_view piece) override {
    if (in_value_) value_ += piece;
  }

  bool done() const override { return done_; }

 private:
  void begin_row(std::string_view number) {
    row_.cells.clear();
    column_ = 0;
    ++row_.number;
    if (number.empty()) return;
    const char* const end = number.data() + number.size();
    std::uint32_t read = 0;
    if (std::from_chars(number.data(), end, read).ptr != end || read < row_.number || read > most_rows) {
      throw XmlMalformed{"row " + std::string(number) + " is out of place"};
    }
    row_.number = read;
  }

  void begin_cell(const XmlAttributes& attributes) {
    value_.clear();
    type_ = attributes["t"];
    const std::string_view style = attributes["s"];
    style_ = 0;
    std::from_chars(style.data(), style.data() + style.size(), style_);
    ++column_;
    const std::string_view written = attributes["r"];
    if (written.empty()) return;
    const std::optional<CellPlace> place = parse_place(written);
    if (!place || place->column < column_) throw XmlMalformed{"cell " + std::string(written) + " is out of place"};
    column_ = place->column;
  }

  void end_cell() {
    if (column_ > most_columns) throw XmlMalformed{"a row has more cells than a sheet"};
    if (value_.empty()) return;
    SheetCell cell{column_, SheetCellKind::text, {}, {}};
    if (type_ == "s") {
      cell.text = shared_text();
    } else if (type_ == "b") {
      cell.kind = SheetCellKind::boolean;
      cell.text = value_ == "0" || value_ == "false" ? "FALSE" : "TRUE";
    } else if (type_.empty() || type_ == "n") {
      cell.kind = SheetCellKind::number;
      const bool dated = style_ < date_styles_.size() && date_styles_[style_];
      dated ? read_serial(value_, counts_from_1904_, cell) : void(cell.text = decimal(value_));
    } else {
      cell.text = type_ == "inlineStr" || type_ == "str" ? without_escapes(std::move(value_)) : std::move(value_);
    }
    if (!trim(cell.text).empty()) row_.cells.push_back(std::move(cell));
  }

  const std::string& shared_text() const {
    std::size_t index = shared_texts_.size();
    std::from_chars(value_.data(), value_.data() + value_.size(), index);
    if (index >= shared_texts_.size()) throw XmlMalformed{"there is no shared text " + value_};
    return shared_texts_[index];
  }

  const std::vector<std::string>& shared_texts_;
  const std::vector<bool>& date_styles_;
  bool counts_from_1904_;
  const std::function<bool(const SheetRow&)>& visit_;
  SheetRow row_;
  std::uint32_t column_ = 0;  ///< of the current cell
  std::string type_;
  std::size_t style_ = 0;
  std::string value_;
  bool in_value_ = false;
  bool in_reading_ = false;
  bool done_ = false;
};

}  // namespace

Workbook::Workbook(const InputFile& file) : archive_(file) {
  WorkbookOutline outline = read_workbook_outline(archive_);
  sheets_ = std::move(outline.sheets);
  counts_from_1904_ = outline.counts_from_1904;
  date_styles_ = read_date_styles(archive_, outline.styles_part);
  shared_texts_ = read_shared_texts(archive_, outline.texts_part);
}

void Workbook::read_rows(const WorkbookSheet& sheet, const std::function<bool(const SheetRow&)>& visit) const {
  SheetVisitor visitor(shared_texts_, date_styles_, counts_from_1904_, visit);
  read_xml_part(archive_, sheet.part, visitor);
}

std::vector<SheetRow> Workbook::first_rows(const WorkbookSheet& sheet, std::size_t most) const {
  std::vector<SheetRow> rows;
  read_rows(sheet, [&](const SheetRow& row) {
    rows.push_back(row);
    return rows.size() < most;
  });
  return rows;
}

}  // namespace nceplan
