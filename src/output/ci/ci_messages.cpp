#include "nceplan/output/ci_messages.hpp"

#include <fmt/format.h>

#include <array>
#include <span>
#include <utility>

#include "i18n/format_text.hpp"
#include "nceplan/i18n/texts.hpp"
#include "output/cell.hpp"
#include "output/human/human_cell.hpp"
#include "output/human/report_frame.hpp"

namespace nceplan {
namespace {

using Escape = std::pair<char, std::string_view>;

std::string escaped(std::string_view text, std::span<const Escape> escapes) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    std::string_view written(&c, 1);
    for (const Escape& escape : escapes) {
      if (escape.first == c) written = escape.second;
    }
    result += written;
  }
  return result;
}

/// What an annotation says of a row.
struct RowMessage {
  std::string file;        ///< empty for standard input
  std::uint64_t line = 0;  ///< 0 in a JSON document
  std::string title;       ///< customer and product
  std::string text;        ///< what to do
  std::string_view code;
};

RowMessage message_of(RowCells& cells, RowIndex row) {
  const Plan& plan = cells.plan();
  const RowBlock& block = plan.portfolio().block_of(row);
  cells.load(block, row);
  const Subscription& subscription = cells.subscription();
  const Location where = plan.portfolio().place_of(row);
  RowMessage message{.file = where.file == "-" ? std::string() : where.file,
                     .line = where.line,
                     .title = customer_label(plan, subscription, cells.language()) + ": " +
                              product_label(plan, subscription, cells.language()),
                     .text = next_step(cells),
                     .code = to_code(cells.entry().phase)};
  if (!cells.entry().actions.empty()) message.code = to_code(cells.entry().primary().code);
  if (message.text.empty()) message.text = word(cells.entry().phase, cells.language());
  return message;
}

/// Totals of the rows shown, how many fail, and how many of these are marked.
std::string totals(const SelectedRows& rows, const Attention& attention, const ReportOptions& options) {
  std::string text = totals_line(tally_of(rows), options.language);
  const auto add = [&text](const std::string& sentence) {
    if (!sentence.empty()) text += ' ' + sentence;
  };
  add(gate_sentence(attention, options));
  if (attention.count > attention.most_urgent.size()) {
    add(format_text(Text::most_urgent_marked, options.language, attention.most_urgent.size(), attention.count));
  }
  if (const std::uint64_t rejected = rows.plan().counts().rejected; rejected != 0) {
    add(format_text(Text::part_rejected, options.language, rejected) + '.');
  }
  return text;
}

std::string_view level_of(const ReportOptions& options) { return options.gate.empty() ? "warning" : "error"; }

}  // namespace

std::string github_text(std::string_view text) {
  static constexpr std::array<Escape, 3> escapes = {{{'%', "%25"}, {'\r', "%0D"}, {'\n', "%0A"}}};
  return escaped(text, escapes);
}

std::string github_property(std::string_view text) {
  static constexpr std::array<Escape, 5> escapes = {
      {{'%', "%25"}, {'\r', "%0D"}, {'\n', "%0A"}, {':', "%3A"}, {',', "%2C"}}};
  return escaped(text, escapes);
}

std::string azure_text(std::string_view text) {
  static constexpr std::array<Escape, 5> escapes = {
      {{'%', "%AZP25"}, {'\r', "%0D"}, {'\n', "%0A"}, {';', "%3B"}, {']', "%5D"}}};
  return escaped(text, escapes);
}

std::string gate_sentence(const Attention& attention, const ReportOptions& options) {
  if (options.gate.empty()) return {};
  return counted(Text::single_gate_row, Text::gate_rows, attention.count, options.language) + '.';
}

void write_github_annotations(const SelectedRows& rows, const Attention& attention, const ReportOptions& options,
                              const Sink& sink) {
  RowCells cells(rows.plan(), options.language);
  for (const RowIndex row : attention.most_urgent) {
    const RowMessage message = message_of(cells, row);
    std::string place;
    if (!message.file.empty()) place = fmt::format("file={},", github_property(message.file));
    if (!place.empty() && message.line != 0) place += fmt::format("line={},", message.line);
    sink(fmt::format("::{} {}title={}::{}\n", level_of(options), place, github_property(message.title),
                     github_text(message.text)));
  }
  sink(fmt::format("::notice title=nceplan::{}\n", github_text(totals(rows, attention, options))));
}

void write_azure_issues(const SelectedRows& rows, const Attention& attention, const ReportOptions& options,
                        const Sink& sink) {
  RowCells cells(rows.plan(), options.language);
  for (const RowIndex row : attention.most_urgent) {
    const RowMessage message = message_of(cells, row);
    std::string place;
    if (!message.file.empty()) {
      place = fmt::format("sourcepath={};", azure_text(message.file));
      if (message.line != 0) place += fmt::format("linenumber={};", message.line);
    }
    sink(fmt::format("##vso[task.logissue type={};{}code={}]{}\n", level_of(options), place, message.code,
                     azure_text(message.title + ": " + message.text)));
  }
  if (attention.count == 0) return;
  sink(fmt::format("##vso[task.logissue type={}]nceplan: {}\n", level_of(options),
                   azure_text(totals(rows, attention, options))));
}

}  // namespace nceplan
