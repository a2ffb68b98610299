#include "search.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <system_error>

#include "nceplan/base/text.hpp"

namespace nceplan::cli {
namespace {

using RowTest = std::function<bool(const RowBlock&, const Subscription&)>;

std::vector<RowIndex> rows_where(const Portfolio& portfolio, const RowTest& test) {
  std::vector<RowIndex> found;
  for (const RowBlock& block : portfolio.blocks) {
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
      if (test(block, block.rows[i])) found.push_back(block.first_row + static_cast<RowIndex>(i));
    }
  }
  return found;
}

/// Per shard and customer: whether the customer is meant.
using CustomerMarks = std::vector<std::vector<bool>>;

CustomerMarks mark_customers(const Portfolio& portfolio, const std::function<bool(const Customer&)>& test) {
  CustomerMarks marks;
  for (const Shard& shard : portfolio.shards) {
    auto& marked = marks.emplace_back();
    for (const Customer& customer : shard.customers) marked.push_back(test(customer));
  }
  return marks;
}

std::vector<RowIndex> rows_of(const Portfolio& portfolio, const CustomerMarks& marks) {
  return rows_where(portfolio, [&](const RowBlock&, const Subscription& row) {
    return marks[row.customer.shard()][row.customer.entry()];
  });
}

bool has_id(const Portfolio& portfolio, Id id, Id guid, std::string_view what) {
  if (id.is_guid()) return id == guid;
  return !id.empty() && equals_ignoring_case(portfolio.text(id.text_id()), what);
}

/// The rows that begin in that line of a file, which is named as on the command line or by its name alone.
std::vector<RowIndex> rows_at(const Portfolio& portfolio, std::string_view file, std::uint32_t line) {
  return rows_where(portfolio, [&](const RowBlock& block, const Subscription& row) {
    if (row.source_line != line) return false;
    const std::string& path = portfolio.sources[block.source].path;
    return path == file || std::filesystem::path(path).filename() == file;
  });
}

/// Cuts `:NUMBER` off the end of `text`; nothing when it does not end so.
std::optional<std::uint32_t> cut_number(std::string_view& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  std::uint32_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [parsed_to, error] = std::from_chars(text.data() + colon + 1, end, number);
  if (error != std::errc{} || parsed_to != end) return std::nullopt;
  text = text.substr(0, colon);
  return number;
}

/// The rows at `FILE:SHEET!B17`, whichever letters the column has.
std::vector<RowIndex> rows_in_sheet(const Portfolio& portfolio, std::string_view place) {
  const std::size_t mark = place.rfind('!');
  if (mark == std::string_view::npos) return {};
  const std::size_t digits = std::min(place.find_first_of("0123456789", mark), place.size());
  const std::string in_sheet = fmt::format("{}:{}", place.substr(0, mark), place.substr(digits));
  return rows_where(portfolio, [&](const RowBlock& block, const Subscription& row) {
    const Source& source = portfolio.sources[block.source];
    if (source.sheet.empty()) return false;
    const std::string name = fmt::format("{}:{}", source.sheet, row.source_line);
    return in_sheet == source.path + ':' + name ||
           in_sheet == std::filesystem::path(source.path).filename().string() + ':' + name;
  });
}

/// The rows at `FILE:LINE`, `FILE:LINE:COLUMN` or `FILE:SHEET!B17`, as messages name places.
std::vector<RowIndex> rows_at_place(const Portfolio& portfolio, std::string_view place) {
  const auto last = cut_number(place);
  if (!last) return rows_in_sheet(portfolio, place);
  std::vector<RowIndex> found = rows_at(portfolio, place, *last);
  if (!found.empty()) return found;
  const auto line = cut_number(place);
  return line ? rows_at(portfolio, place, *line) : found;
}

}  // namespace

std::vector<RowIndex> find_rows(const Portfolio& portfolio, std::string_view what) {
  what = trim(what);
  const Id guid = parse_guid(what);
  auto found = rows_where(portfolio, [&](const RowBlock& block, const Subscription& row) {
    if (row.id.empty()) return equals_ignoring_case(portfolio.subscription_id(block, row), what);
    return has_id(portfolio, row.id, guid, what);
  });
  if (found.empty()) found = rows_at_place(portfolio, what);
  if (!found.empty()) return found;
  found = rows_of(portfolio, mark_customers(portfolio, [&](const Customer& customer) {
                    return has_id(portfolio, customer.id, guid, what);
                  }));
  if (!found.empty()) return found;
  const std::string wanted = fold(what);
  return rows_of(portfolio, mark_customers(portfolio, [&](const Customer& customer) {
                   return fold(portfolio.text(customer.name)).find(wanted) != std::string::npos;
                 }));
}

std::string nearest_name(const Portfolio& portfolio, std::string_view what) {
  std::vector<std::string_view> names;
  for (const Shard& shard : portfolio.shards) {
    for (const Customer& customer : shard.customers) {
      const std::string_view name = portfolio.text(customer.name);
      names.push_back(name);
      for (const std::string_view part : split(name, ' ')) names.push_back(part);
    }
  }
  if (const std::string_view name = nearest(what, names); !name.empty()) return std::string(name);
  std::vector<std::string> ids;
  for (const RowBlock& block : portfolio.blocks) {
    for (const Subscription& row : block.rows) ids.push_back(portfolio.subscription_id(block, row));
  }
  const std::vector<std::string_view> known(ids.begin(), ids.end());
  return std::string(nearest(what, known));
}

}  // namespace nceplan::cli
