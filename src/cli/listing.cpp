#include "listing.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

#include "nceplan/base/text.hpp"
#include "nceplan/i18n/texts.hpp"
#include "output/human/markdown.hpp"
#include "output/machine/delimited_line.hpp"
#include "wrap.hpp"

namespace nceplan::cli {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t least_width = 8;
constexpr std::size_t prose_width = 30;  ///< a column of at least this width wraps at words

template <typename... Visitors>
struct Overloaded : Visitors... {
  using Visitors::operator()...;
};
template <typename... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

std::string machine_text(const ListingValue& value) {
  return std::visit(
      Overloaded{[](std::monostate) { return std::string(); }, [](const std::string& t) { return t; },
                 [](ListingWord word) { return std::string(word.code); }, [](Date date) { return to_iso(date); },
                 [](std::int64_t number) { return std::to_string(number); },
                 [](bool truth) { return std::string(truth ? "true" : "false"); }},
      value);
}

std::string readable_text(const ListingValue& value, Language language) {
  if (const Date* date = std::get_if<Date>(&value)) return format_date(*date, language);
  if (const ListingWord* word = std::get_if<ListingWord>(&value)) return std::string(word->word);
  if (const bool* truth = std::get_if<bool>(&value)) {
    return std::string(text(*truth ? CliText::yes : CliText::no, language));
  }
  return machine_text(value);
}

std::string human_text(const ListingValue& value, Language language) {
  return escape_controls(readable_text(value, language));
}

nlohmann::ordered_json json_value(const ListingValue& value) {
  return std::visit(Overloaded{[](std::monostate) { return nlohmann::ordered_json(nullptr); },
                               [](Date date) { return nlohmann::ordered_json(to_iso(date)); },
                               [](ListingWord word) { return nlohmann::ordered_json(word.code); },
                               [](const auto& other) { return nlohmann::ordered_json(other); }},
                    value);
}

using Line = std::vector<std::string>;

std::vector<Line> human_lines(const Listing& listing, Language language) {
  std::vector<Line> lines(1);
  for (const ListingColumn& column : listing.columns) lines[0].emplace_back(text(column.heading, language));
  for (const auto& row : listing.rows) {
    Line& line = lines.emplace_back();
    for (const ListingValue& value : row) line.push_back(human_text(value, language));
  }
  return lines;
}

/// Wide enough for all cells; when that is more than `width`, the last column wraps if it keeps room for prose, else
/// the widest ones give way.
std::vector<std::size_t> column_widths(const std::vector<Line>& lines, unsigned width) {
  std::vector<std::size_t> widths(lines.front().size());
  for (const Line& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], display_width(line[i]));
  }
  const auto total = [&] { return std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1)); };
  if (width == 0 || total() <= width) return widths;
  const std::size_t before_last = total() - widths.back();
  if (before_last + prose_width <= width) {
    widths.back() = width - before_last;
    return widths;
  }
  while (total() > width) {
    std::size_t& widest = *std::max_element(widths.begin(), widths.end());
    if (widest <= least_width) break;
    --widest;
  }
  return widths;
}

std::string table_line(const Line& line, const std::vector<std::size_t>& widths) {
  std::string written;
  std::size_t column = 0;
  std::size_t start = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool last = i + 1 == line.size();
    const std::string cell = last && widths[i] >= prose_width ? wrapped(line[i], start + widths[i], start, start)
                                                              : elide(line[i], widths[i]);
    if (!cell.empty()) {
      written.append(start - column, ' ').append(cell);
      column = start + display_width(cell);
    }
    start += widths[i] + gap;
  }
  return written + '\n';
}

}  // namespace

std::string listing_table(const Listing& listing, Language language, unsigned width) {
  const std::vector<Line> lines = human_lines(listing, language);
  const std::vector<std::size_t> widths = column_widths(lines, width);
  std::string table;
  for (const Line& line : lines) table += table_line(line, widths);
  return table;
}

std::string listing_tables(std::span<const Listing> listings, Language language, unsigned width) {
  std::string tables;
  for (const Listing& listing : listings) {
    if (listing.rows.empty()) continue;
    if (!tables.empty()) tables += '\n';
    tables += listing_table(listing, language, width);
  }
  return tables;
}

std::string listing_csv(const Listing& listing) {
  DelimitedLine line(',');
  for (const ListingColumn& column : listing.columns) line.add(column.code);
  std::string csv = line.take();
  for (const auto& row : listing.rows) {
    for (const ListingValue& value : row) line.add(machine_text(value));
    csv += line.take();
  }
  return csv;
}

std::string listing_markdown(const Listing& listing, Language language) {
  std::vector<std::string> cells;
  std::vector<bool> right;
  for (std::size_t i = 0; i < listing.columns.size(); ++i) {
    cells.push_back(markdown_text(text(listing.columns[i].heading, language)));
    right.push_back(std::any_of(listing.rows.begin(), listing.rows.end(),
                                [i](const auto& row) { return std::holds_alternative<std::int64_t>(row[i]); }));
  }
  std::string markdown = markdown_row(cells) + markdown_rule(right);
  for (const auto& row : listing.rows) {
    cells.clear();
    for (const ListingValue& value : row) cells.push_back(markdown_text(readable_text(value, language)));
    markdown += markdown_row(cells);
  }
  return markdown;
}

std::string listings_json(std::span<const Listing> listings) {
  nlohmann::ordered_json document;
  for (const Listing& listing : listings) {
    auto& rows = document[std::string(listing.name)] = nlohmann::ordered_json::array();
    for (const auto& row : listing.rows) {
      auto& object = rows.emplace_back(nlohmann::ordered_json::object());
      for (std::size_t i = 0; i < row.size(); ++i) object[std::string(listing.columns[i].code)] = json_value(row[i]);
    }
  }
  return document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

void write_listing(const Listing& listing, std::span<const OutputTarget> targets, const Options& options) {
  for (const OutputTarget& target : targets) {
    write_target(target, [&](const Sink& sink) {
      if (target.format == "csv") return sink(listing_csv(listing));
      if (target.format == "json") return sink(listings_json({&listing, 1}));
      sink(listing_table(listing, options.language, width_of(target, options)));
    });
  }
}

ListingValue listing_value(OptionalDate date) { return date ? ListingValue(*date) : ListingValue(); }

ListingValue listing_value(std::string_view text) {
  return text.empty() ? ListingValue() : ListingValue(std::string(text));
}

}  // namespace nceplan::cli
