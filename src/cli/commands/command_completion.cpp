// `nceplan completion`: what teaches a shell to complete nceplan's command lines (cli/completion.hpp).
#include <algorithm>
#include <array>
#include <utility>

#include "cli/messages.hpp"
#include "cli/output_sink.hpp"
#include "cli/usage_error.hpp"
#include "command.hpp"
#include "nceplan/input/embedded_data.hpp"

namespace nceplan::cli {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> scripts = {
    {{"bash", "completion/nceplan.bash"},
     {"zsh", "completion/_nceplan"},
     {"fish", "completion/nceplan.fish"},
     {"powershell", "completion/nceplan.ps1"}}};

constexpr std::array<std::string_view, 4> examples = {
    "nceplan completion bash > ~/.local/share/bash-completion/completions/nceplan",
    "nceplan completion zsh > \"${fpath[1]}/_nceplan\"",
    "nceplan completion fish > ~/.config/fish/completions/nceplan.fish",
    "nceplan completion powershell >> $PROFILE",
};

std::string_view script_for(std::string_view shell) {
  const auto found =
      std::find_if(scripts.begin(), scripts.end(), [shell](const auto& script) { return script.first == shell; });
  if (found != scripts.end()) return embedded_file(found->second);
  std::array<std::string_view, scripts.size()> known;
  std::transform(scripts.begin(), scripts.end(), known.begin(), [](const auto& script) { return script.first; });
  throw unknown_choice(CliText::value_unknown, "SHELL", shell, known);
}

void setup(CLI::App& app, Options& options) {
  add_word(app, options, "SHELL", text(CliText::help_shell, options.language),
           [](const std::string& shell) { script_for(shell); });
  add_language_option(app, options);
}

ExitCode run(const Options& options) {
  if (options.words.empty()) throw UsageError(CliText::argument_missing, {"SHELL"});
  write_stdout(script_for(options.words.front()));
  print_next(options, "nceplan completion --help");
  return ExitCode::success;
}

}  // namespace

Command completion_command() {
  return {"completion", CliText::summary_completion, "SHELL [OPTIONS]", examples, setup, run};
}

}  // namespace nceplan::cli
