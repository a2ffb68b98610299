// The section of a customer: what a closed one says, and the table inside.
#include <algorithm>

#include "i18n/format_text.hpp"
#include "i18n/format_view_text.hpp"
#include "nceplan/i18n/texts.hpp"
#include "output/human/headings.hpp"
#include "output/human/human_cell.hpp"
#include "page_parts.hpp"

namespace nceplan {
namespace {

constexpr std::uint64_t few_rows = 60;

std::vector<Column> columns_of(const ReportOptions& options) {
  if (!options.columns.empty()) return options.columns;
  return {Column::product_name,         Column::seats, Column::migration_date,
          Column::window_last_full_day, Column::phase, Column::action};
}

PageData heading_part(Column column, Language language) {
  PageData part;
  part["heading"] = std::string(heading(column, language));
  part["number"] = type_of(column) == ColumnType::integer;
  return part;
}

struct CustomerSums {
  std::uint64_t urgent = 0;
  std::int64_t seats = 0;
  OptionalDate due;

  void add(const PlanEntry& entry, const Subscription& row, Date as_of) {
    urgent += is_pressing(entry, as_of) ? 1U : 0U;
    seats += std::max(row.seats, 0);
    const Action primary = entry.primary();
    if (primary.due && (!due || *primary.due < *due)) due = primary.due;
  }
};

}  // namespace

CustomerParts::CustomerParts(const SelectedRows& rows, const ReportOptions& options)
    : plan_(rows.plan()),
      options_(options),
      columns_(columns_of(options)),
      headings_(list_of(columns_, [&](Column column) { return heading_part(column, options.language); })),
      cells_(rows.plan(), options.language),
      open_(rows.size() <= few_rows) {}

PageData CustomerParts::part(const CustomerGroup& customer, const std::string& group_title) {
  const Language language = options_.language;
  CustomerSums sums;
  PageData rows(PageData::type::list);
  for (const RowIndex row : customer.rows) {
    rows.push_back(row_part(row));
    sums.add(cells_.entry(), cells_.subscription(), plan_.context().as_of);
  }
  PageData part;
  part["group"] = group_title.empty() ? PageData(false) : PageData(group_title);
  part["name"] = customer.name;
  part["open"] = open_;
  part["urgent"] = false;
  if (sums.urgent != 0) part["urgent"] = format_text(Text::total_urgent, language, sums.urgent);
  part["count"] = counted(Text::single_subscription, Text::subscriptions, customer.rows.size(), language);
  part["seats"] = sums.seats == 1 ? std::string(text(Text::single_seat, language))
                                  : format_text(Text::seats, language, grouped_digits(sums.seats, language));
  part["due"] = false;
  if (sums.due) part["due"] = format_text(ViewText::next_step_due, language, format_date(*sums.due, language));
  part["caption"] = format_text(ViewText::customer_caption, language, customer.name);
  part["headings"] = PageData(headings_);
  part["rows"] = std::move(rows);
  return part;
}

PageData CustomerParts::row_part(RowIndex row) {
  const Language language = options_.language;
  cells_.load(plan_.portfolio().block_of(row), row);
  PageData part;
  const char mark = mark_of(cells_.entry(), plan_.context().as_of);
  part["is_urgent"] = mark == '!' ? PageData(std::string(text(ViewText::state_urgent, language))) : PageData(false);
  part["is_quiet"] = mark == '-';
  part["addon"] = false;
  if (cells_.entry().notes.has(Note::follows_base)) part["addon"] = std::string(text(ViewText::addon, language));
  part["first"] = human_text(cells_, columns_.front());
  PageData values(PageData::type::list);
  for (std::size_t i = 1; i < columns_.size(); ++i) {
    PageData cell = heading_part(columns_[i], language);
    cell["value"] = human_text(cells_, columns_[i]);
    values.push_back(cell);
  }
  part["values"] = std::move(values);
  return part;
}

}  // namespace nceplan
