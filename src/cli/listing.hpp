// Small tables that are not plans (editions, offers, columns): one value grid, three forms.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/options/options.hpp"
#include "nceplan/base/date.hpp"
#include "nceplan/i18n/cli_texts.hpp"
#include "nceplan/output/report.hpp"
#include "outputs.hpp"

namespace nceplan::cli {

inline constexpr std::array<std::string_view, 3> listing_formats = {"table", "csv", "json"};

/// A word of a closed vocabulary: its code for machines, itself, in the language of the run, for people.
struct ListingWord {
  std::string_view code;
  std::string_view word;
  friend bool operator==(const ListingWord&, const ListingWord&) = default;
};

using ListingValue = std::variant<std::monostate, std::string, ListingWord, Date, std::int64_t, bool>;

struct ListingColumn {
  std::string_view code;  ///< machine formats
  CliText heading;        ///< for people
};

struct Listing {
  std::string_view name;  ///< the key of its rows in JSON
  std::vector<ListingColumn> columns;
  std::vector<std::vector<ListingValue>> rows;
};

/// Aligned columns, made to fit `width` unless that is 0. Dates as the language has them.
std::string listing_table(const Listing& listing, Language language, unsigned width);
/// Those of `listings` that have rows, with a blank line between them.
std::string listing_tables(std::span<const Listing> listings, Language language, unsigned width);
std::string listing_csv(const Listing& listing);
/// GitHub's Markdown. Dates as the language has them.
std::string listing_markdown(const Listing& listing, Language language);
/// One object with the rows of each listing under its name.
std::string listings_json(std::span<const Listing> listings);

/// Writes one listing to all targets, which are of `listing_formats`.
void write_listing(const Listing& listing, std::span<const OutputTarget> targets, const Options& options);

ListingValue listing_value(OptionalDate date);
/// Nothing for an empty text.
ListingValue listing_value(std::string_view text);

}  // namespace nceplan::cli
