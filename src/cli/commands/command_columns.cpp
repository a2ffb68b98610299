// `nceplan columns`: the columns that all tabular formats of a plan, or of a diff, share.
#include <array>

#include "cli/listing.hpp"
#include "cli/messages.hpp"
#include "cli/usage_error.hpp"
#include "command.hpp"
#include "nceplan/output/diff_report.hpp"

namespace nceplan::cli {
namespace {

constexpr std::array<std::string_view, 2> documents = {"plan", "diff"};
constexpr std::array<std::string_view, 3> examples = {"nceplan columns", "nceplan columns -f csv",
                                                      "nceplan columns diff"};

std::string_view code_of(ColumnType type) {
  static constexpr std::array<std::string_view, 7> codes = {"text",    "code",      "date",       "integer",
                                                            "boolean", "code_list", "action_list"};
  return codes[static_cast<std::size_t>(type)];
}

void setup(CLI::App& app, Options& options) {
  add_word(app, options, "WHAT", text(CliText::help_document, options.language));
  add_output_options(app, options, listing_formats);
  add_message_options(app, options);
}

template <typename Columns, typename TypeOf>
void add_columns(Listing& listing, const Columns& columns, const TypeOf& type) {
  for (const auto column : columns) {
    listing.rows.push_back(
        {std::string(to_code(column)), std::string(type(column)), std::string(description_of(column))});
  }
}

ExitCode run(const Options& options) {
  Listing listing{
      "columns",
      {{"name", CliText::head_name}, {"type", CliText::head_type}, {"description", CliText::head_description}},
      {}};
  const std::string what = options.words.empty() ? "plan" : options.words.front();
  if (what == "plan") {
    add_columns(listing, all_columns(), [](Column column) { return code_of(type_of(column)); });
  } else if (what == "diff") {
    add_columns(listing, all_diff_columns(), [](DiffColumn column) { return type_of(column); });
  } else {
    throw unknown_choice(CliText::value_unknown, "WHAT", what, documents);
  }
  write_listing(listing, output_targets(options, listing_formats), options);
  print_next(options, "nceplan plan FILE --columns customer_name,product_name,migration_date");
  return ExitCode::success;
}

}  // namespace

Command columns_command() { return {"columns", CliText::summary_columns, "[WHAT] [OPTIONS]", examples, setup, run}; }

}  // namespace nceplan::cli
