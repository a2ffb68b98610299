// What can stand at a place of the command line, from the declared commands and options; the shells' own scripts
// (data/completion) only ask and show. They call
//     nceplan __complete --word=THE_WORD_AT_THE_CURSOR [WORD_BEFORE...]
// and get a line for each candidate, `word TAB description`, and a last line of `:` and what else holds, separated by
// blanks: `files` or `folders` (complete those too), `nospace` (a candidate is not the end of its word).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli11.hpp"

namespace nceplan::cli {

inline constexpr std::string_view completion_word = "__complete";

struct Candidate {
  std::string word;         ///< the whole word, also behind `--lang=`
  std::string description;  ///< may be empty
};

struct Completion {
  std::vector<Candidate> candidates;  ///< in the order of declaration
  bool files = false;
  bool folders = false;
  bool goes_on = false;  ///< a candidate is not the end of its word: no blank behind it
};

/// What `word`, behind the words `before`, can become. Asks options for what they take, so `root` must not run later.
Completion complete(CLI::App& root, std::span<const std::string> before, const std::string& word);

/// The answer to a call as above.
std::string completion_lines(CLI::App& root, std::span<const std::string> arguments);

}  // namespace nceplan::cli
