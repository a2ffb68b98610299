// Where and why a text is not JSON. Only asked once something is known to be wrong: the fast parser gives no position.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "nceplan/input/input_file.hpp"

namespace nceplan {

struct JsonProblem {
  std::uint64_t offset = 0;  ///< of the byte at which it became clear
  std::string reason;
};

/// Thrown by the fast readers of a document, which know neither line nor column.
struct JsonMalformed {
  JsonProblem problem;
};

/// The first problem of `text` as one JSON document; nothing when it is one.
std::optional<JsonProblem> find_json_problem(std::string_view text);

/// Characters before `offset` in its line, plus one.
std::uint32_t character_column(std::string_view text, std::uint64_t offset);

/// Throws Failure `json_invalid` with line and column in `document`; `suspected` is used if a careful parser finds
/// nothing wrong.
[[noreturn]] void fail_json_invalid(const InputFile& document, const JsonProblem& suspected);

}  // namespace nceplan
