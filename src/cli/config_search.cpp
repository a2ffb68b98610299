#include <filesystem>

#include "environment.hpp"
#include "input_files.hpp"
#include "nceplan/base/text.hpp"
#include "settings.hpp"

namespace nceplan::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* file_names[] = {"nceplan.toml", ".nceplan.toml"};

bool is_file(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

/// As short as the user would type it: `nceplan.toml`, `../../nceplan.toml`.
std::string project_config_path() {
  std::error_code error;
  const fs::path start = fs::current_path(error);
  if (error) return {};
  fs::path up;
  for (fs::path folder = start;; folder = folder.parent_path(), up /= "..") {
    for (const char* name : file_names) {
      if (is_file(folder / name)) return (up / name).generic_string();
    }
    if (folder == folder.parent_path()) return {};
  }
}

void read_into(Configuration& configuration, const std::string& path) {
  try {
    configuration.files.push_back(read_config(read_document(path), path, configuration.problems));
  } catch (const Failure& failure) {
    configuration.problems.add(failure.diagnostic());
  }
}

/// A flag without a value, before anything is parsed.
bool is_given(std::span<const std::string> arguments, std::string_view flag) {
  for (const std::string& argument : arguments) {
    if (argument == "--") return false;
    if (argument == flag) return true;
  }
  return false;
}

bool is_switched_on(const std::string& variable) {
  const auto value = environment_variable(variable);
  return value && *value != "0" && !equals_ignoring_case(*value, "false") && !equals_ignoring_case(*value, "no");
}

}  // namespace

std::string user_config_path() {
#ifdef _WIN32
  const auto folder = environment_variable("APPDATA");
  return folder ? (fs::path(*folder) / "nceplan" / "nceplan.toml").string() : std::string();
#else
  if (const auto folder = environment_variable("XDG_CONFIG_HOME"); folder && fs::path(*folder).is_absolute()) {
    return (fs::path(*folder) / "nceplan" / "nceplan.toml").string();
  }
  const auto home = environment_variable("HOME");
  return home ? (fs::path(*home) / ".config" / "nceplan" / "nceplan.toml").string() : std::string();
#endif
}

Configuration read_configuration(std::span<const std::string> arguments) {
  Configuration configuration;
  auto named = argument_before_parsing(arguments, "config");
  const bool refused = is_given(arguments, "--no-config");
  if (!named && !refused) named = environment_variable(variable_for("config"));
  if (named) {
    read_into(configuration, *named);
    return configuration;
  }
  if (refused || is_switched_on(variable_for("no-config"))) return configuration;
  const std::string project = project_config_path();
  if (!project.empty()) read_into(configuration, project);
  const std::string user = user_config_path();
  if (!user.empty() && is_file(user) && !same_file(user, project)) read_into(configuration, user);
  return configuration;
}

}  // namespace nceplan::cli
