// Parts of the report page as the values that its templates (src/output/page/) name. The templates escape all of them
// but the style and the script, which are ours.
#pragma once

#include <kainjow/mustache.hpp>

#include "nceplan/output/report.hpp"
#include "output/cell.hpp"
#include "output/human/grouping.hpp"
#include "page_facts.hpp"

namespace nceplan {

using PageData = kainjow::mustache::data;

/// The drawing of the windows and the table that says the same by month.
PageData timeline_part(const PageFacts& facts, Date as_of, Language language);

/// What is due, the first of them.
PageData due_part(const PageFacts& facts, Date as_of, Language language);

/// Sections of customers, one at a time.
class CustomerParts {
 public:
  /// Sections start open when there are few rows.
  CustomerParts(const SelectedRows& rows, const ReportOptions& options);

  /// `group_title` is set for the first customer of a month or reseller, and else empty.
  PageData part(const CustomerGroup& customer, const std::string& group_title);

 private:
  PageData row_part(RowIndex row);

  const Plan& plan_;
  const ReportOptions& options_;
  std::vector<Column> columns_;
  PageData headings_;
  RowCells cells_;
  bool open_;
};

/// `12,345`, or `12.345` in German.
std::string grouped_digits(std::int64_t number, Language language);

/// A list for a template; the library has only lists that copy.
template <typename Range, typename MakePart>
PageData list_of(const Range& range, MakePart make) {
  PageData list(PageData::type::list);
  for (const auto& item : range) list.push_back(make(item));
  return list;
}

}  // namespace nceplan
