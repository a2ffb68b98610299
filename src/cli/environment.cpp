#include "cli/environment.hpp"

#include <cstdlib>

namespace nceplan::cli {

std::optional<std::string> environment_variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
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
