#include "diff_lines.hpp"

#include <algorithm>

#include "i18n/format_text.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/i18n/texts.hpp"

namespace nceplan {
namespace {

template <typename... Visitors>
struct Overloaded : Visitors... {
  using Visitors::operator()...;
};
template <typename... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

DiffValue text_value(std::string_view text) { return text.empty() ? DiffValue() : DiffValue(std::string(text)); }
DiffValue date_value(OptionalDate date) { return date ? DiffValue(*date) : DiffValue(); }

template <typename Code>
DiffValue code_value(Code code, Language language) {
  return CodeValue{std::string(to_code(code)), std::string(word(code, language))};
}

const Subscription& row_of(const Plan& plan, RowIndex row) { return plan.portfolio().row(row); }

std::string subscription_id(const Plan& plan, RowIndex row) {
  return plan.portfolio().subscription_id(plan.portfolio().block_of(row), row_of(plan, row));
}

}  // namespace

std::string machine_text(const DiffValue& value) {
  return std::visit(
      Overloaded{[](std::monostate) { return std::string(); }, [](const std::string& text) { return text; },
                 [](const CodeValue& code) { return code.code; }, [](Date date) { return to_iso(date); },
                 [](std::int64_t number) { return std::to_string(number); },
                 [](bool truth) { return std::string(truth ? "true" : "false"); }},
      value);
}

std::string human_text(const DiffValue& value, Language language) {
  if (const Date* date = std::get_if<Date>(&value)) return format_date(*date, language);
  if (const CodeValue* code = std::get_if<CodeValue>(&value)) return code->word;
  if (const bool* truth = std::get_if<bool>(&value)) return std::string(text(*truth ? Text::yes : Text::no, language));
  return escape_controls(machine_text(value));
}

std::vector<DiffLine> DiffLines::matching(const std::vector<DiffFilter>& where) const {
  std::vector<DiffLine> lines;
  for (const SubscriptionChange& change : report_.diff.changes) {
    for (std::size_t kind = 0; kind < change_kind_count; ++kind) {
      if (!change.kinds.has(static_cast<ChangeKind>(kind))) continue;
      const DiffLine line{&change, static_cast<ChangeKind>(kind)};
      const bool wanted = std::all_of(where.begin(), where.end(), [&](const DiffFilter& filter) {
        return matches_glob(machine_text(value(line, filter.column)), filter.glob);
      });
      if (wanted) lines.push_back(line);
    }
  }
  return lines;
}

DiffLines::Side DiffLines::old_side(const DiffLine& line) const {
  return line.change->before ? Side{&report_.before, *line.change->before} : Side{};
}

DiffLines::Side DiffLines::new_side(const DiffLine& line) const {
  return line.change->after ? Side{&report_.after, *line.change->after} : Side{};
}

DiffLines::Side DiffLines::main_side(const DiffLine& line) const {
  const Side later = new_side(line);
  return is_planned(later) ? later : old_side(line);
}

DiffValue DiffLines::value(const DiffLine& line, DiffColumn column) const {
  const Side side = main_side(line);
  const Portfolio& portfolio = side.plan->portfolio();
  const Subscription& row = row_of(*side.plan, side.row);
  const Customer& customer = portfolio.customer(row.customer);
  const auto file = [](const Side& of) {
    if (of.plan == nullptr) return DiffValue();
    return text_value(of.plan->portfolio().sources[of.plan->portfolio().block_of(of.row).source].path);
  };
  const auto line_number = [](const Side& of) {
    return of.plan == nullptr ? DiffValue() : DiffValue(std::int64_t{row_of(*of.plan, of.row).source_line});
  };
  switch (column) {
    case DiffColumn::change:
      return code_value(line.kind, language_);
    case DiffColumn::customer_name:
      return text_value(portfolio.text(customer.name));
    case DiffColumn::customer_id:
      return text_value(portfolio.to_string(customer.id));
    case DiffColumn::subscription_id:
      return text_value(subscription_id(*side.plan, side.row));
    case DiffColumn::product_name: {
      const Product& product = portfolio.product(row.product);
      return text_value(portfolio.text(product.name.empty() ? product.offer_id : product.name));
    }
    case DiffColumn::seats:
      return row.seats < 0 ? DiffValue() : DiffValue(std::int64_t{row.seats});
    case DiffColumn::before:
      return change_value(line, old_side(line));
    case DiffColumn::after:
      return change_value(line, new_side(line));
    case DiffColumn::renewal_date:
      return date_value(side.plan->entry(side.row).renewal.renewal);
    case DiffColumn::migration_date:
      return date_value(verdict_of(*side.plan, side.row).migration_date);
    case DiffColumn::phase:
      return code_value(verdict_of(*side.plan, side.row).phase, language_);
    case DiffColumn::urgent:
      return verdict_of(*side.plan, side.row).urgent;
    case DiffColumn::act_by:
      return date_value(verdict_of(*side.plan, side.row).act_by);
    case DiffColumn::matched_by:
      return text_value(to_code(line.change->matched_by));
    case DiffColumn::nce_subscription_id:
      return text_value(line.change->nce_subscription_id);
    case DiffColumn::old_file:
      return file(old_side(line));
    case DiffColumn::old_line:
      return line_number(old_side(line));
    case DiffColumn::new_file:
      return file(new_side(line));
    case DiffColumn::new_line:
      return line_number(new_side(line));
    case DiffColumn::count_:
      break;
  }
  return {};
}

DiffValue DiffLines::phase_value(const Verdict& verdict) const {
  CodeValue value{std::string(to_code(verdict.phase)), std::string(word(verdict.phase, language_))};
  if (verdict.reason == PhaseReason::none) return value;
  value.code.append(":").append(to_code(verdict.reason));
  value.word.append(": ").append(word(verdict.reason, language_));
  return value;
}

/// What `side` has of that which the change is about.
DiffValue DiffLines::change_value(const DiffLine& line, const Side& side) const {
  const bool moved = line.kind == ChangeKind::migrated || line.kind == ChangeKind::back_in_legacy;
  if (moved && !is_planned(side)) return code_value(Phase::already_nce, language_);
  if (!is_planned(side)) return {};
  const Portfolio& portfolio = side.plan->portfolio();
  const Subscription& row = row_of(*side.plan, side.row);
  switch (line.kind) {
    case ChangeKind::added:
    case ChangeKind::gone:
    case ChangeKind::renewal_moved:
      return date_value(side.plan->entry(side.row).renewal.renewal);
    case ChangeKind::migrated:
    case ChangeKind::back_in_legacy:
    case ChangeKind::phase_changed:
      return phase_value(verdict_of(*side.plan, side.row));
    case ChangeKind::became_urgent:
    case ChangeKind::no_longer_urgent:
      return date_value(verdict_of(*side.plan, side.row).act_by);
    case ChangeKind::migration_moved:
      return date_value(verdict_of(*side.plan, side.row).migration_date);
    case ChangeKind::seats_changed:
      return std::int64_t{row.seats};
    case ChangeKind::term_changed: {
      const Term term = side.plan->entry(side.row).offer.term;
      return CodeValue{to_iso(term), word(term, language_)};
    }
    case ChangeKind::auto_renew_changed:
      return row.has(RowFlag::auto_renew);
    case ChangeKind::status_changed:
      return code_value(row.status(), language_);
    case ChangeKind::product_changed: {
      const Product& product = portfolio.product(row.product);
      return text_value(portfolio.text(product.name.empty() ? product.offer_id : product.name));
    }
    case ChangeKind::customer_renamed:
      return text_value(portfolio.text(portfolio.customer(row.customer).name));
  }
  return {};
}

}  // namespace nceplan
