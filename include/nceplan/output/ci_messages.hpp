// What the logs of CI runners turn into annotations: GitHub's workflow commands and Azure's logging commands.
// Sources: github.com/actions/runner, src/Runner.Common/ActionCommand.cs; github.com/microsoft/azure-pipelines-agent,
// src/Microsoft.VisualStudio.Services.Agent/Command.cs and src/Agent.Sdk/CommandStringConvertor.cs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "nceplan/output/attention.hpp"
#include "nceplan/output/report.hpp"

namespace nceplan {

/// GitHub shows ten annotations of a level for each step and drops the rest.
inline constexpr std::size_t most_annotations = 10;

/// `::error file=,line=,title=::text` for each of the most urgent rows (a warning when there is no gate), and one
/// notice with the totals. Uses language and gate of `options`. Every command is one line.
void write_github_annotations(const SelectedRows& rows, const Attention& attention, const ReportOptions& options,
                              const Sink& sink);

/// The same as `##vso[task.logissue type=error;sourcepath=;linenumber=;code=]text`. Azure has no notices: the totals
/// are an issue too, and only when a row needs attention.
void write_azure_issues(const SelectedRows& rows, const Attention& attention, const ReportOptions& options,
                        const Sink& sink);

/// `3 meet --fail-on.`; empty without a gate.
std::string gate_sentence(const Attention& attention, const ReportOptions& options);

/// Escape the text, and a property, of a workflow command.
std::string github_text(std::string_view text);
std::string github_property(std::string_view text);
/// Escapes text and properties of a logging command.
std::string azure_text(std::string_view text);

}  // namespace nceplan
