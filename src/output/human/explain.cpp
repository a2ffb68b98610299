#include "nceplan/output/explain.hpp"

#include "human_cell.hpp"
#include "i18n/format_text.hpp"
#include "layout.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/i18n/texts.hpp"
#include "style.hpp"

namespace nceplan {
namespace {

constexpr std::size_t label_columns = 14;

/// Rules whose dates are the edition's (R4 to R7).
bool rests_on_edition(int rule) { return rule >= 4 && rule <= 7; }

/// Writes titled, indented and wrapped text.
class Page {
 public:
  Page(const ReportOptions& options, const Sink& sink) : options_(options), sink_(sink) {}

  Language language() const { return options_.language; }
  void title(std::string_view text) { sink_(styled(text, Style::bold, options_.color) + '\n'); }
  void gap() { sink_("\n"); }
  void line(std::string_view text) { sink_(indented("  ", text, options_.width)); }
  void item(std::string_view bullet, std::string_view text) {
    sink_(indented("  " + std::string(bullet) + ' ', text, options_.width));
  }
  void labelled(Text label, std::string_view value) {
    sink_(indented("  " + pad_right(text(label, language()), label_columns), value, options_.width));
  }
  void remark(std::string_view text) {
    std::string remark = indented("  ", text, options_.width);
    remark.pop_back();
    sink_(styled(remark, Style::dim, options_.color) + '\n');
  }

 private:
  const ReportOptions& options_;
  const Sink& sink_;
};

std::string rule_heading(int rule, Language language) {
  return format_text(Text::rule, language, rule, rule_title(rule, language));
}

std::string source_remark(int rule, const Edition& edition, Language language) {
  const std::string_view source = rule_source(rule);
  if (source.empty()) return std::string(text(Text::own_rule, language));
  if (!rests_on_edition(rule)) return format_text(Text::source, language, source);
  return format_text(Text::source_and_edition, language, source, edition.id);
}

class Explanation {
 public:
  Explanation(const Plan& plan, RowIndex row, const ReportOptions& options, const Sink& sink)
      : plan_(plan), row_(row), page_(options, sink), language_(options.language) {}

  void write() {
    write_heading();
    write_bundle();
    write_reasons();
    write_actions();
    write_sources();
  }

 private:
  const Subscription& subscription(RowIndex row) const { return plan_.portfolio().row(row); }
  std::string id_of(RowIndex row) const {
    return escape_controls(plan_.portfolio().subscription_id(plan_.portfolio().block_of(row), subscription(row)));
  }
  std::string name_and_id(RowIndex row) const {
    return product_label(plan_, subscription(row), language_) + ", " + id_of(row);
  }
  void write_heading();
  void write_waiver();
  void write_bundle();
  void write_reasons();
  void write_actions();
  void write_sources();

  const Plan& plan_;
  const RowIndex row_;
  Page page_;
  const Language language_;
};

void Explanation::write_heading() {
  const Portfolio& portfolio = plan_.portfolio();
  const Subscription& row = subscription(row_);
  const PlanContext& context = plan_.context();
  std::string title = product_label(plan_, row, language_);
  if (row.seats >= 0) {
    title += ", " + counted(Text::single_seat, Text::seats, static_cast<std::uint64_t>(row.seats), language_);
  }
  page_.title(title);
  page_.labelled(Text::label_customer, customer_label(plan_, row, language_));
  page_.labelled(Text::label_subscription, id_of(row_));
  page_.labelled(Text::label_place, escape_controls(to_text(portfolio.place_of(row_))));
  page_.labelled(Text::label_edition, format_text(Text::announced, language_, context.edition->id,
                                                  format_date(context.edition->announced, language_)));
  page_.labelled(Text::label_as_of, format_date(context.as_of, language_));
  write_waiver();
}

void Explanation::write_waiver() {
  const Waiver* const waiver = plan_.waiver(row_);
  if (waiver == nullptr) return;
  const std::string place = fmt::format("{}:{}", waiver->file, waiver->line);
  page_.labelled(Text::label_waived,
                 format_text(Text::waived_by, language_, format_date(waiver->until, language_),
                             escape_controls(waiver->owner), escape_controls(waiver->reason), escape_controls(place)));
}

void Explanation::write_bundle() {
  const RowIndex root = plan_.root(row_);
  if (root != row_) page_.labelled(Text::label_base, name_and_id(root));
  if (root != row_) return;
  Text label = Text::label_addons;
  for (const RowIndex member : plan_.bundle_members(row_)) {
    if (member != row_) page_.labelled(label, name_and_id(member));
  }
}

void Explanation::write_reasons() {
  int rule = 0;
  const auto close = [&] {
    if (rule != 0) page_.remark(source_remark(rule, *plan_.context().edition, language_));
  };
  for (const Reason& reason : plan_.reasons(row_)) {
    if (reason.statement == Statement::action) continue;  // they have a section of their own
    if (reason.rule != rule) {
      close();
      rule = reason.rule;
      page_.gap();
      page_.title(rule_heading(rule, language_));
    }
    page_.line(sentence(reason, language_));
  }
  close();
}

void Explanation::write_actions() {
  const PlanEntry entry = plan_.entry(row_);
  page_.gap();
  page_.title(text(Text::section_actions, language_));
  if (entry.actions.empty()) page_.line(text(Text::no_action, language_));
  int number = 0;
  for (const Action& action : entry.actions) {
    page_.item(fmt::format("{}.", ++number), action_sentence(action, entry, plan_.context().as_of, language_));
  }
}

void Explanation::write_sources() {
  const Edition& edition = *plan_.context().edition;
  page_.gap();
  page_.title(format_text(Text::edition_sources, language_, edition.id));
  for (const EditionSource& source : edition.sources) {
    std::string line = escape_controls(source.source);
    if (source.retrieved) {
      line += ", " + format_text(Text::retrieved, language_, format_date(*source.retrieved, language_));
    }
    page_.line(line);
    if (!source.url.empty()) page_.line("  " + escape_controls(source.url));
  }
}

}  // namespace

void write_explanation(const Plan& plan, RowIndex row, const ReportOptions& options, const Sink& sink) {
  Explanation(plan, row, options, sink).write();
}

void write_rule(int rule, const ReportOptions& options, const Sink& sink) {
  Page page(options, sink);
  page.title(rule_heading(rule, options.language));
  page.line(rule_text(rule, options.language));
  const std::string_view source = rule_source(rule);
  page.remark(source.empty() ? std::string(text(Text::own_rule, options.language))
                             : format_text(Text::source, options.language, source));
}

}  // namespace nceplan
