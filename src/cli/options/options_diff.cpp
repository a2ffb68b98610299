// Flags of `nceplan diff` that other commands do not have, or have with other columns.
#include "cli/usage_error.hpp"
#include "option_topic.hpp"
#include "option_values.hpp"

namespace nceplan::cli {
namespace {

DiffColumn parse_diff_column(std::string_view flag, std::string_view text) {
  if (const auto column = diff_column_from_code(text)) return *column;
  std::vector<std::string_view> names;
  for (const DiffColumn column : all_diff_columns()) names.push_back(to_code(column));
  throw UsageError(CliText::column_unknown, {std::string(flag), std::string(text)})
      .expecting("nceplan columns diff")
      .suggesting(std::string(nearest(text, names)));
}

}  // namespace

void add_old_and_new(CLI::App& app, Options& options) {
  const auto take = [&options](const std::string& file) { options.files.push_back(file); };
  add_argument(app, "OLD", text(CliText::help_old, options.language), take);
  add_argument(app, "NEW", text(CliText::help_new, options.language), take);
}

void add_diff_options(CLI::App& app, Options& options) {
  Topic selection(app, options, CliText::group_selection);
  selection.values("--where", "FIELD=GLOB", CliText::help_where_diff, [&](auto& flag, auto value) {
    auto [name, glob] = parse_pair(flag, value, "FIELD=GLOB");
    options.diff_where.push_back({parse_diff_column(flag, name), std::move(glob)});
  });
  Topic output(app, options, CliText::group_output);
  output.value("--columns", "LIST", CliText::help_columns_diff, [&](auto& flag, auto value) {
    options.diff_columns.clear();
    for (const std::string_view name : split(value, ',')) {
      options.diff_columns.push_back(parse_diff_column(flag, name));
    }
  });
  Topic gate(app, options, CliText::group_gate);
  gate.flag("--exit-code", CliText::help_exit_code, [&] { options.exit_code = true; });
}

}  // namespace nceplan::cli
