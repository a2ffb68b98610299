#include "ci_report.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>

#include "environment.hpp"
#include "i18n/format_text.hpp"
#include "messages.hpp"
#include "nceplan/output/ci_messages.hpp"

namespace nceplan::cli {
namespace {

/// The runner refuses a larger file (actions/runner, FileCommandManager.cs: AttachmentSizeLimit).
constexpr std::size_t largest_job_summary = std::size_t{1} << 20;

/// Takes text until it would be longer than `limit`; what it has then ends with a whole line.
class LimitedText {
 public:
  struct Full {};

  explicit LimitedText(std::size_t limit) : limit_(limit) {}

  /// Throws Full when there is no more room.
  void add(std::string_view bytes) {
    text_ += bytes;
    if (text_.size() <= limit_) return;
    text_.resize(limit_);
    text_.erase(text_.rfind('\n') + 1);  // npos + 1 is 0
    throw Full();
  }
  std::string& text() { return text_; }

 private:
  std::size_t limit_;
  std::string text_;
};

/// The plan in Markdown, at most `limit` bytes: if it is longer, its start and a note.
std::string job_summary(const SelectedRows& rows, const Attention& attention, const ReportOptions& options,
                        const Diagnostics& diagnostics, std::size_t limit) {
  const std::string note =
      '\n' + format_text(Text::job_summary_cut, options.language, largest_job_summary / 1024, rows.size()) + '\n';
  if (limit < note.size()) return {};
  LimitedText summary(limit - note.size());
  try {
    if (const std::string gate = gate_sentence(attention, options); !gate.empty()) summary.add("**" + gate + "**\n\n");
    write_report(rows, options, diagnostics, [&summary](std::string_view bytes) { summary.add(bytes); });
  } catch (const LimitedText::Full&) {
    summary.text() += note;
  }
  return summary.text();
}

/// Other commands of the step may have written before us.
void append_job_summary(const std::string& path, const SelectedRows& rows, const Attention& attention,
                        const ReportOptions& options, const Diagnostics& diagnostics) {
  std::error_code absent;
  const std::uintmax_t size = std::filesystem::file_size(path, absent);
  const std::size_t used = absent ? 0 : static_cast<std::size_t>(std::min<std::uintmax_t>(size, largest_job_summary));
  const std::string separator = used == 0 ? "" : "\n\n";
  if (used + separator.size() > largest_job_summary) return;
  const std::size_t room = largest_job_summary - used - separator.size();
  const std::string summary = job_summary(rows, attention, options, diagnostics, room);
  if (summary.empty()) return;
  errno = 0;
  std::ofstream file(path, std::ios::binary | std::ios::app);
  file << separator << summary << std::flush;
  if (!file) {
    throw Failure({.code = DiagnosticCode::output_failed, .where = {.file = path}, .details = {std::strerror(errno)}});
  }
}

void report(CiSystem system, const SelectedRows& rows, const Attention& attention, const ReportOptions& people,
            const ReportOptions& machines, const Diagnostics& diagnostics) {
  switch (system) {
    case CiSystem::github:
      write_github_annotations(rows, attention, people, write_runner_commands);
      if (const auto path = environment_variable("GITHUB_STEP_SUMMARY")) {
        append_job_summary(*path, rows, attention, people, diagnostics);
      }
      return;
    case CiSystem::azure:
      return write_azure_issues(rows, attention, people, write_runner_commands);
    case CiSystem::gitlab:
      return write_target({code_quality_file, to_code(machines.format)},
                          [&](const Sink& sink) { write_report(rows, machines, diagnostics, sink); });
    case CiSystem::none:
      return;
  }
}

}  // namespace

CiSystem reported_ci(const Options& options) {
  if (options.ci) return chosen_ci(*options.ci);
  return options.gate.empty() ? CiSystem::none : detected_ci();
}

void report_to_ci(const SelectedRows& rows, const Attention& attention, const ReportOptions& people,
                  const ReportOptions& machines, const Diagnostics& diagnostics, const Options& options) {
  try {
    report(reported_ci(options), rows, attention, people, machines, diagnostics);
  } catch (const Failure& failure) {
    if (options.ci) throw;
    Diagnostic warning = failure.diagnostic();
    warning.severity = Severity::warning;
    print_failure(Failure(std::move(warning)), options);
  }
}

}  // namespace nceplan::cli
