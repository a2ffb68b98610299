#include "json_problem.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "nceplan/base/diagnostic.hpp"

namespace nceplan {
namespace {

/// Accepts everything and keeps the first error.
class ProblemFinder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t read, const std::string&, const nlohmann::detail::exception& error) override {
    problem = JsonProblem{read == 0 ? 0 : read - 1, reason_in(error.what())};
    return false;
  }

  std::optional<JsonProblem> problem;

 private:
  /// The message without its number and position, which we give ourselves.
  static std::string reason_in(std::string_view message) {
    const std::size_t colon = message.find(": ");
    return std::string(colon == std::string_view::npos ? message : message.substr(colon + 2));
  }
};

}  // namespace

std::optional<JsonProblem> find_json_problem(std::string_view text) {
  ProblemFinder finder;
  nlohmann::json::sax_parse(text.begin(), text.end(), &finder);
  return finder.problem;
}

std::uint32_t character_column(std::string_view text, std::uint64_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_break = before.rfind('\n');
  const std::string_view line = line_break == std::string_view::npos ? before : before.substr(line_break + 1);
  const auto starts_character = [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; };
  return static_cast<std::uint32_t>(std::count_if(line.begin(), line.end(), starts_character)) + 1;
}

void fail_json_invalid(const InputFile& document, const JsonProblem& suspected) {
  const std::string text = read_all(document);
  const JsonProblem problem = find_json_problem(text).value_or(suspected);
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(problem.offset, text.size()));
  const auto line = static_cast<std::uint64_t>(std::count(text.begin(), end, '\n')) + 1;
  throw Failure({DiagnosticCode::json_invalid,
                 Severity::error,
                 {document.name, line, character_column(text, problem.offset), {}, {}},
                 {},
                 {problem.reason}});
}

}  // namespace nceplan
