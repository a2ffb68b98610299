#include "delimited_line.hpp"

#include <utility>

namespace nceplan {

DelimitedLine::DelimitedLine(char delimiter, std::string_view line_end)
    : delimiter_(delimiter), line_end_(line_end), special_(std::string("\"\t\r\n") + delimiter) {}

void DelimitedLine::add(std::string_view text) {
  if (fields_++ != 0) line_ += delimiter_;
  const bool outer_space = !text.empty() && (text.front() == ' ' || text.back() == ' ');
  if (!outer_space && text.find_first_of(special_) == std::string_view::npos) {
    line_ += text;
    return;
  }
  line_ += '"';
  for (const char c : text) {
    if (c == '"') line_ += '"';
    line_ += c;
  }
  line_ += '"';
}

std::string DelimitedLine::take() {
  if (line_.empty()) line_ = "\"\"";
  line_ += line_end_;
  fields_ = 0;
  return std::exchange(line_, {});
}

}  // namespace nceplan
