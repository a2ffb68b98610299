#include "cli/outputs.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include "cli/output_sink.hpp"
#include "cli/terminal.hpp"
#include "cli/usage_error.hpp"
#include "cli/workbook_target.hpp"
#include "nceplan/base/text.hpp"

namespace nceplan::cli {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 13> extensions = {{{".csv", "csv"},
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
                                                                                       {".xlsx", "xlsx"},
                                                                                       {".txt", ""}}};

std::string_view known_format(std::string_view code, std::span<const std::string_view> formats) {
  for (const std::string_view format : formats) {
    if (equals_ignoring_case(format, code)) return format;
  }
  throw unknown_choice(CliText::format_unknown, "--format", code, formats);
}

std::string_view format_of_path(const std::string& path, std::span<const std::string_view> formats) {
  const std::string extension = to_lower_ascii(std::filesystem::path(path).extension().string());
  std::string expected;
  for (const auto& [known, code] : extensions) {
    const std::string_view format = code.empty() ? formats.front() : code;
    if (std::find(formats.begin(), formats.end(), format) == formats.end()) continue;
    if (extension == known) return format;
    expected += (expected.empty() ? "" : ", ") + std::string(known);
  }
  throw UsageError(CliText::extension_unknown, {path}).expecting(std::move(expected));
}

bool same_file(const std::string& a, const std::string& b) {
  std::error_code ignored;
  return std::filesystem::absolute(a).lexically_normal() == std::filesystem::absolute(b).lexically_normal() ||
         std::filesystem::equivalent(a, b, ignored);
}

void require_own_file(const std::string& path, const Options& options, const std::vector<OutputTarget>& others) {
  std::error_code ignored;
  const auto status = std::filesystem::status(path, ignored);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) return;
  for (const std::string& input : options.files) {
    if (same_file(path, input)) throw UsageError(CliText::output_is_input, {path});
  }
  for (const OutputTarget& other : others) {
    if (same_file(path, other.path)) throw UsageError(CliText::output_twice, {path});
  }
}

}  // namespace

std::vector<OutputTarget> output_targets(const Options& options, std::span<const std::string_view> formats) {
  std::vector<OutputTarget> targets;
  for (const std::string& path : options.outputs) {
    require_own_file(path, options, targets);
    targets.push_back({path, format_of_path(path, formats)});
  }
  if (!options.format.empty()) targets.push_back({"", known_format(options.format, formats)});
  if (targets.empty()) targets.push_back({"", formats.front()});
  for (const OutputTarget& target : targets) require_workbook_target(target);
  return targets;
}

void write_target(const OutputTarget& target, const std::function<void(const Sink&)>& produce) {
  if (target.path.empty()) {
    produce(write_stdout);
    return;
  }
  OutputFile file(target.path);
  produce([&file](std::string_view bytes) { file.write(bytes); });
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
