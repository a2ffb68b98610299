// `nceplan columns`: the columns that all tabular formats share.
#include <array>

#include "cli/command.hpp"
#include "cli/listing.hpp"
#include "cli/messages.hpp"

namespace nceplan::cli {
namespace {

constexpr std::array<std::string_view, 2> examples = {"nceplan columns", "nceplan columns -f csv"};

std::string_view code_of(ColumnType type) {
  static constexpr std::array<std::string_view, 7> codes = {"text",    "code",      "date",       "integer",
                                                            "boolean", "code_list", "action_list"};
  return codes[static_cast<std::size_t>(type)];
}

void setup(CLI::App& app, Options& options) {
  add_output_options(app, options, listing_formats);
  add_message_options(app, options);
}

ExitCode run(const Options& options) {
  Listing listing{
      "columns",
      {{"name", CliText::head_name}, {"type", CliText::head_type}, {"description", CliText::head_description}},
      {}};
  for (const Column column : all_columns()) {
    listing.rows.push_back(
        {std::string(to_code(column)), std::string(code_of(type_of(column))), std::string(description_of(column))});
  }
  write_listing(listing, options);
  print_next(options, "nceplan plan FILE --columns customer_name,product_name,migration_date");
  return ExitCode::success;
}

}  // namespace

Command columns_command() { return {"columns", CliText::summary_columns, "[OPTIONS]", examples, setup, run}; }

}  // namespace nceplan::cli
