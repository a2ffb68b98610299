#include "outputs.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <utility>

#include "cli/options/option_values.hpp"
#include "input_files.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/output/runner_guard.hpp"
#include "output_sink.hpp"
#include "terminal.hpp"
#include "usage_error.hpp"
#include "workbook_target.hpp"

namespace nceplan::cli {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> extensions = {{{".csv", "csv"},
                                                                                       {".tsv", "tsv"},
                                                                                       {".tab", "tsv"},
                                                                                       {".json", "json"},
                                                                                       {".ndjson", "ndjson"},
                                                                                       {".jsonl", "ndjson"},
                                                                                       {".md", "md"},
                                                                                       {".markdown", "md"},
                                                                                       {".ics", "ics"},
                                                                                       {".html", "html"},
                                                                                       {".htm", "html"},
                                                                                       {".xml", "junit"},
                                                                                       {".xlsx", "xlsx"},
                                                                                       {".txt", ""}}};
/// Standard output, as a file's name.
constexpr std::string_view stdout_name = "-";
/// Reports that are told by their names: their extension says less.
constexpr std::string_view code_quality_name = "gl-code-quality";
constexpr std::array<std::string_view, 5> formats_for_people = {"table", "wide", "md", "html", "text"};

bool contains(std::span<const std::string_view> formats, std::string_view format) {
  return std::find(formats.begin(), formats.end(), format) != formats.end();
}

std::string_view format_of_extension(std::string_view code, std::span<const std::string_view> formats) {
  return code.empty() ? formats.front() : code;
}

/// The format of a command that the name of a file stands for.
std::optional<std::string_view> format_of_name(const std::string& path, std::span<const std::string_view> formats) {
  const std::string extension = to_lower_ascii(std::filesystem::path(path).extension().string());
  const std::string name = to_lower_ascii(std::filesystem::path(path).filename().string());
  constexpr std::string_view code_quality = "codequality";
  if (contains(formats, code_quality) && extension == ".json" && name.rfind(code_quality_name, 0) == 0) {
    return code_quality;
  }
  for (const auto& [known, code] : extensions) {
    const std::string_view format = format_of_extension(code, formats);
    if (extension == known && contains(formats, format)) return format;
  }
  return std::nullopt;
}

UsageError unknown_extension(const std::string& path, std::span<const std::string_view> formats) {
  std::string expected;
  for (const auto& [known, code] : extensions) {
    if (!contains(formats, format_of_extension(code, formats))) continue;
    expected += (expected.empty() ? "" : ", ") + std::string(known);
  }
  return UsageError(CliText::extension_unknown, {path}).expecting(std::move(expected));
}

void require_own_file(const std::string& path, const Options& options, const std::vector<OutputTarget>& others) {
  std::error_code ignored;
  const auto status = std::filesystem::status(path, ignored);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) return;
  for (const std::string& input : named_inputs(options)) {
    if (same_file(path, input)) throw UsageError(CliText::output_is_input, {path});
  }
  for (const OutputTarget& other : others) {
    if (same_file(path, other.path)) throw UsageError(CliText::output_twice, {path});
  }
}

/// A runner reads commands out of what its log shows, which is all that is not kept in a file. Data are not changed,
/// whatever they hold.
void write_to_log(std::string_view format, const Sink& sink, const std::function<void(const Sink&)>& produce) {
  if (!contains(formats_for_people, format) || !runner_reads_output()) return produce(sink);
  RunnerGuard guard(sink);
  produce([&guard](std::string_view bytes) { guard.write(bytes); });
  guard.close();
}

}  // namespace

std::vector<OutputTarget> output_targets(const Options& options, std::span<const std::string_view> formats) {
  std::optional<std::string_view> named;
  if (!options.format.empty()) named = parse_format("--format", options.format, formats);
  std::vector<OutputTarget> targets;
  bool to_stdout = named || options.outputs.empty();
  bool asked_for_stdout = false;
  for (const std::string& path : options.outputs) {
    if (path == stdout_name) {
      asked_for_stdout = true;
      continue;
    }
    if (path.empty()) throw UsageError(CliText::value_missing, {"--output"});
    require_own_file(path, options, targets);
    std::optional<std::string_view> format = format_of_name(path, formats);
    if (!format) {
      if (!named) throw unknown_extension(path, formats);
      format = named;
      to_stdout = false;  // that is what -f was for
    }
    targets.push_back({path, *format});
  }
  if (to_stdout || asked_for_stdout) targets.push_back({"", named.value_or(formats.front())});
  for (const OutputTarget& target : targets) require_workbook_target(target);
  return targets;
}

void write_target(const OutputTarget& target, const std::function<void(const Sink&)>& produce) {
  if (target.path.empty()) return write_to_log(target.format, write_stdout, produce);
  OutputFile file(target.path);
  const Sink sink = [&file](std::string_view bytes) { file.write(bytes); };
  if (file.temporary().empty()) {  // a pipe, or /dev/stdout
    write_to_log(target.format, sink, produce);
  } else {
    produce(sink);
  }
  file.commit();
}

bool goes_to_terminal(const OutputTarget& target) { return target.path.empty() && is_terminal(Stream::out); }

unsigned width_of(const OutputTarget& target, const Options& options) {
  if (options.width) return *options.width;
  return goes_to_terminal(target) ? terminal_width() : 0;
}

bool colored(const OutputTarget& target, const Options& options) {
  return wants_color(options.color, goes_to_terminal(target));
}

}  // namespace nceplan::cli
