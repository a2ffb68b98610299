#include "nceplan/input/holiday_reader.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "input/date_problem.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/date_cell.hpp"
#include "nceplan/input/encoding.hpp"

namespace nceplan {
namespace {

struct NumberedLine {
  std::uint64_t number = 0;
  std::string text;
};

std::vector<NumberedLine> lines_of(std::string_view text) {
  std::vector<NumberedLine> lines;
  std::uint64_t number = 0;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("\r\n");
    lines.push_back({++number, std::string(text.substr(0, end))});
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + (text.substr(end, 2) == "\r\n" ? 2 : 1));
  }
  return lines;
}

void report(DiagnosticCode code, Severity severity, const std::string& file, const NumberedLine& line,
            std::string_view seen, std::vector<std::string> details, Diagnostics& diagnostics) {
  diagnostics.add({.code = code,
                   .severity = severity,
                   .where = {.file = file, .line = line.number},
                   .seen = std::string(seen),
                   .details = std::move(details)});
}

/// The first word of a line: `24.12.2024;Heiligabend` and `2024-12-24 Christmas Eve` have a date there.
std::string_view first_word(std::string_view line) {
  line = trim(line);
  return line.substr(0, line.find_first_of(" ,;\t"));
}

std::vector<Holiday> holidays_of_list(const std::vector<NumberedLine>& lines, const std::string& file,
                                      std::optional<DateOrder> requested, Diagnostics& diagnostics) {
  DateColumnEvidence evidence;
  for (const NumberedLine& line : lines) evidence.add(parse_date_cell(first_word(line.text)), first_word(line.text));
  const CellOrder order = decide_order(evidence, false, requested);
  std::vector<Holiday> holidays;
  for (const NumberedLine& line : lines) {
    const std::string_view word = first_word(line.text);
    if (word.empty() || word.front() == '#') continue;
    const DateCell cell = parse_date_cell(word);
    if (const OptionalDate day = date_of(cell, order)) {
      holidays.push_back({*day, *day});
      continue;
    }
    if (cell.shape == DateShape::unreadable && line.number == 1) continue;  // a heading
    Diagnostic problem = date_problem(cell, word, order, evidence);
    problem.where = {.file = file, .line = line.number};
    diagnostics.add(std::move(problem));
  }
  return holidays;
}

/// RFC 5545, 3.1: a line that begins with a blank goes on with the line before.
std::vector<NumberedLine> unfolded(std::vector<NumberedLine> lines) {
  std::vector<NumberedLine> whole;
  for (NumberedLine& line : lines) {
    const bool goes_on = !line.text.empty() && (line.text.front() == ' ' || line.text.front() == '\t');
    if (goes_on && !whole.empty()) {
      whole.back().text.append(line.text, 1);
    } else {
      whole.push_back(std::move(line));
    }
  }
  return whole;
}

/// `DTSTART;VALUE=DATE` of `DTSTART;VALUE=DATE:20241225`, without parameters, and what stands behind the colon.
struct Property {
  std::string name;
  std::string_view value;
};

Property property_of(std::string_view line) {
  const std::size_t colon = std::min(line.find(':'), line.size());
  const std::string_view name = line.substr(0, std::min(line.find(';'), colon));
  return {to_lower_ascii(name), colon < line.size() ? trim(line.substr(colon + 1)) : std::string_view()};
}

/// The day of a DATE or DATE-TIME value, as it is written there; a time zone does not move a holiday.
OptionalDate calendar_day(std::string_view value) {
  if (value.size() < 8) return {};
  const std::string iso =
      std::string(value.substr(0, 4)) + '-' + std::string(value.substr(4, 2)) + '-' + std::string(value.substr(6, 2));
  const auto day = parse_iso_date(iso);
  return day ? OptionalDate(*day) : OptionalDate();
}

class CalendarReader {
 public:
  CalendarReader(const std::string& file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  std::vector<Holiday> read(const std::vector<NumberedLine>& lines) {
    for (const NumberedLine& line : lines) read_line(line);
    if (!ended_) throw Failure({.code = DiagnosticCode::calendar_cut_off, .where = {.file = file_, .field = {}}});
    return std::move(holidays_);
  }

 private:
  void read_line(const NumberedLine& line) {
    const Property property = property_of(line.text);
    const std::string value = to_lower_ascii(property.value);
    if (property.name == "begin" && value == "vevent") {
      event_ = {};
      in_event_ = true;
    } else if (property.name == "end" && value == "vevent") {
      finish();
    } else if (property.name == "end" && value == "vcalendar") {
      ended_ = true;
    } else if (in_event_) {
      read_property(property, value, line);
    }
  }

  void read_property(const Property& property, const std::string& value, const NumberedLine& line) {
    if (property.name == "dtstart") event_.first = day_or_report(property.value, line);
    if (property.name == "dtend") event_.end = end_or_report(property.value, line);
    if (property.name == "duration") read_duration(property.value, line);
    if (property.name == "status" && value == "cancelled") event_.cancelled = true;
    if (property.name == "rdate" || property.name == "exdate") report_unsupported(property.value, line);
    if (property.name != "rrule") return;
    event_.yearly = value.rfind("freq=yearly", 0) == 0 && value.find("until=") == value.npos &&
                    value.find("count=") == value.npos && value.find("interval=") == value.npos &&
                    value.find("byday=") == value.npos;
    if (!event_.yearly) report_unsupported(property.value, line);
  }

  /// RFC 5545, 3.3.6, in place of DTEND: one number of days or weeks. Others, also of hours, are reported.
  void read_duration(std::string_view value, const NumberedLine& line) {
    constexpr std::size_t longest = 5;  // P999D
    int count = 0;
    const bool has_form = value.size() > 2 && value.size() <= longest && value.front() == 'P';
    if (!has_form) return report_unsupported(value, line);
    const char* const unit = &value.back();
    const bool is_counted = std::from_chars(value.data() + 1, unit, count).ptr == unit;
    if (!is_counted || count < 1 || (*unit != 'D' && *unit != 'W')) return report_unsupported(value, line);
    event_.days = *unit == 'W' ? count * 7 : count;
  }

  void report_unsupported(std::string_view value, const NumberedLine& line) {
    report(DiagnosticCode::holiday_unsupported, Severity::warning, file_, line, value, {}, diagnostics_);
  }

  OptionalDate day_or_report(std::string_view value, const NumberedLine& line) {
    const OptionalDate day = calendar_day(value);
    if (!day) report(DiagnosticCode::date_invalid, Severity::error, file_, line, value, {}, diagnostics_);
    return day;
  }

  /// The day behind the last one: DTEND is exclusive, so that a day, or midnight, ends before it; any later hour of the
  /// day takes it too.
  OptionalDate end_or_report(std::string_view value, const NumberedLine& line) {
    const OptionalDate day = day_or_report(value, line);
    const std::size_t time = value.find('T');
    const bool in_its_course = time != value.npos && value.substr(time + 1, 6) != "000000";
    return day && in_its_course ? OptionalDate(*day + 1) : day;
  }

  void finish() {
    in_event_ = false;
    if (event_.cancelled || !event_.first) return;
    const Date end = event_.end ? *event_.end : *event_.first + event_.days;
    const Date last = std::max(*event_.first, end - 1);
    holidays_.push_back({*event_.first, last, event_.yearly});
  }

  struct Event {
    OptionalDate first;
    OptionalDate end;  ///< the day behind the last one
    int days = 1;      ///< without `end`
    bool yearly = false;
    bool cancelled = false;
  };

  const std::string& file_;
  Diagnostics& diagnostics_;
  Event event_;
  bool in_event_ = false;
  bool ended_ = false;
  std::vector<Holiday> holidays_;
};

}  // namespace

std::vector<Holiday> read_holidays(const InputFile& file, const ReadOptions& options, Diagnostics& diagnostics) {
  const std::string bytes = read_all(file);
  if (looks_binary(std::string_view(bytes).substr(0, 4096))) {
    throw Failure({.code = DiagnosticCode::not_text, .where = {.file = file.name}, .details = {}});
  }
  std::string text = decode_text(bytes, options.encoding);
  if (trim(text).empty()) {
    throw Failure({.code = DiagnosticCode::file_empty, .where = {.file = file.name}, .details = {}});
  }
  text.erase(0, byte_order_mark(text, Encoding::utf8_bom));
  std::vector<NumberedLine> lines = lines_of(text);
  const bool calendar = to_lower_ascii(trim(text).substr(0, 15)) == "begin:vcalendar";
  if (calendar) return CalendarReader(file.name, diagnostics).read(unfolded(std::move(lines)));
  return holidays_of_list(lines, file.name, options.date_order, diagnostics);
}

}  // namespace nceplan
