// The report page: one HTML file that needs no network, no other file and no script to be read. Its templates, style
// and script are the files in src/output/page/; the content security policy allows that style and that script alone, by
// their hashes. Customers are written one at a time, so that large portfolios need little memory.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "i18n/format_text.hpp"
#include "i18n/format_view_text.hpp"
#include "nceplan/i18n/texts.hpp"
#include "nceplan/output/diagnostic_text.hpp"
#include "output/human/human_writers.hpp"
#include "page_files.hpp"
#include "page_parts.hpp"

namespace nceplan {
namespace {

using Template = kainjow::mustache::mustache;

class PageWriter {
 public:
  PageWriter(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics, const Sink& sink)
      : rows_(rows),
        plan_(rows.plan()),
        options_(options),
        diagnostics_(diagnostics),
        sink_(sink),
        language_(options.language),
        facts_(page_facts(rows, options.language)) {}

  void write() const {
    render(page_file("head.mustache").content, head());
    if (!options_.summary && rows_.size() != 0) {
      render(page_file("customers.mustache").content, customers_head());
      write_customers();
      sink_("</section>\n");
    }
    render(page_file("foot.mustache").content, foot());
  }

 private:
  void render(std::string_view source, const PageData& data) const {
    Template page{std::string(source)};
    render(page, data);
  }
  void render(Template& page, const PageData& data) const {
    page.render(data, [&](const std::string& part) { sink_(part); });
  }
  std::string said(ViewText id) const { return std::string(text(id, language_)); }
  std::string digits(std::uint64_t number) const {
    return grouped_digits(static_cast<std::int64_t>(number), language_);
  }

  PageData head() const;
  PageData figures() const;
  PageData customers_head() const;
  void write_customers() const;
  PageData foot() const;
  std::string problems() const;

  const SelectedRows& rows_;
  const Plan& plan_;
  const ReportOptions& options_;
  const Diagnostics& diagnostics_;
  const Sink& sink_;
  Language language_;
  PageFacts facts_;
};

PageData PageWriter::head() const {
  const Edition& edition = *plan_.context().edition;
  const Date as_of = plan_.context().as_of;
  PageData data;
  data["lang"] = std::string(to_code(language_));
  data["version"] = options_.tool_version;
  data["style"] = std::string(page_file("page.css").content);
  data["style_hash"] = std::string(page_file("page.css").sha256);
  data["script_hash"] = std::string(page_file("page.js").sha256);
  data["title"] = said(ViewText::page_title);
  data["as_of"] = format_text(ViewText::page_as_of, language_, format_date(as_of, language_));
  data["edition"] =
      format_text(ViewText::page_edition, language_, format_date(edition.announced, language_), edition.id);
  data["skip"] = options_.summary || rows_.size() == 0 ? PageData(false) : PageData(said(ViewText::skip_to_customers));
  data["overview"] = said(ViewText::overview);
  data["figures"] = figures();
  data["nothing"] = false;
  if (rows_.size() == 0) data["nothing"] = foot_lines(rows_, facts_.tally, options_).front();
  data["timeline"] = timeline_part(facts_, as_of, language_);
  data["due"] = due_part(facts_, as_of, language_);
  return data;
}

PageData PageWriter::figures() const {
  PageData list(PageData::type::list);
  const auto add = [&](std::string_view kind, ViewText label, std::uint64_t number, const std::string& note) {
    PageData figure;
    figure["kind"] = std::string(number == 0 ? "none" : kind);
    figure["label"] = said(label);
    figure["number"] = digits(number);
    figure["note"] = note.empty() ? PageData(false) : PageData(note);
    list.push_back(figure);
  };
  const Tally& tally = facts_.tally;
  const std::string customers =
      counted(ViewText::single_customer, ViewText::customers, facts_.customers, digits(facts_.customers), language_);
  const std::string seats = facts_.seats == 1
                                ? std::string(text(Text::single_seat, language_))
                                : format_text(Text::seats, language_, digits(static_cast<std::uint64_t>(facts_.seats)));
  add("urgent", ViewText::figure_urgent, tally.urgent, "");
  add("due", ViewText::figure_due, tally.due_30_days, "");
  add("later", ViewText::figure_later, tally.later, "");
  add("quiet", ViewText::figure_nothing_to_do, tally.nothing_to_do, "");
  if (tally.on_nce != 0) add("quiet", ViewText::figure_on_nce, tally.on_nce, "");
  if (tally.waived != 0) add("quiet", ViewText::figure_waived, tally.waived, "");
  add("all", ViewText::figure_planned, rows_.size(), customers + ", " + seats);
  return list;
}

PageData PageWriter::customers_head() const {
  PageData data;
  data["title"] = said(ViewText::by_customer);
  data["filter_label"] = said(ViewText::filter_label);
  data["filter_hint"] = said(ViewText::filter_hint);
  // The script fills them: the templates of texts are ours, and their numbers are the script's.
  data["filter_status"] = said(ViewText::filter_status);
  data["filter_none"] = said(ViewText::filter_none);
  data["expand_all"] = said(ViewText::expand_all);
  data["collapse_all"] = said(ViewText::collapse_all);
  return data;
}

void PageWriter::write_customers() const {
  Template section{std::string(page_file("customer.mustache").content)};
  CustomerParts parts(rows_, options_);
  for (const ReportGroup& group : grouped(rows_, options_)) {
    std::string title = group.title;
    for (const CustomerGroup& customer : group.customers) {
      render(section, parts.part(customer, title));
      title.clear();
    }
  }
}

PageData PageWriter::foot() const {
  std::vector<std::string> lines = head_lines(rows_, options_);
  for (std::string& line : foot_lines(rows_, facts_.tally, options_)) lines.push_back(std::move(line));
  PageData data;
  data["title"] = said(ViewText::basis);
  data["lines"] = list_of(lines, [](const std::string& line) {
    PageData part;
    part["line"] = line;
    return part;
  });
  const std::string found = problems();
  data["problems"] = found.empty() ? PageData(false) : PageData(found);
  data["problems_title"] = said(ViewText::problems);
  data["script"] = std::string(page_file("page.js").content);
  return data;
}

std::string PageWriter::problems() const {
  std::string lines;
  write_diagnostics(diagnostics_, {.language = language_}, [&](std::string_view part) { lines += part; });
  return lines;
}

}  // namespace

std::string grouped_digits(std::int64_t number, Language language) {
  std::string digits = std::to_string(number);
  const std::size_t sign = number < 0 ? 1 : 0;
  for (std::size_t end = digits.size(); end > sign + 3;) {
    end -= 3;
    digits.insert(end, 1, language == Language::de ? '.' : ',');
  }
  return digits;
}

void write_page(const SelectedRows& rows, const ReportOptions& options, const Diagnostics& diagnostics,
                const Sink& sink) {
  PageWriter(rows, options, diagnostics, sink).write();
}

}  // namespace nceplan
