#include "environment.hpp"

#include <algorithm>
#include <cstdlib>

#ifndef _WIN32
extern char** environ;
#endif

namespace nceplan::cli {

std::optional<std::string> environment_variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

std::vector<std::string> variables_with_prefix(std::string_view prefix) {
#ifdef _WIN32
  char** const all = _environ;
#else
  char** const all = environ;
#endif
  std::vector<std::string> names;
  for (char** variable = all; variable != nullptr && *variable != nullptr; ++variable) {
    const std::string_view text(*variable);
    const std::size_t equals = text.find('=');
    if (text.substr(0, prefix.size()) != prefix || equals == std::string_view::npos) continue;
    if (equals + 1 < text.size()) names.emplace_back(text.substr(0, equals));
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string variable_for(std::string_view flag) {
  std::string name = "NCEPLAN_";
  for (const char c : flag) name += c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return name;
}

Language locale_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (const auto locale = environment_variable(name)) return language_of_locale(*locale);
  }
  return Language::en;
}

}  // namespace nceplan::cli
