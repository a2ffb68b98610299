#include "human_cell.hpp"

#include "i18n/format_text.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/i18n/texts.hpp"

namespace nceplan {
namespace {

void append_listed(std::string& list, std::string_view item) {
  if (!list.empty()) list += "; ";
  list += item;
}

std::string notes_text(const PlanEntry& entry, Language language) {
  std::string list;
  entry.notes.for_each([&](Note note) { append_listed(list, word(note, language)); });
  return list;
}

std::string actions_text(const PlanEntry& entry, Date as_of, Language language) {
  std::string list;
  for (const Action& action : entry.actions) append_listed(list, action_sentence(action, entry, as_of, language));
  return list;
}

std::string instant_text(std::optional<Instant> instant, Language language) {
  return instant ? format_instant(*instant, language) : std::string();
}

/// Words for codes, sentences for actions, and a name for what has none; nothing for the other columns.
std::optional<std::string> worded(const RowCells& cells, Column column) {
  const Language language = cells.language();
  const auto said = [&](auto value) { return std::string(word(value, language)); };
  switch (column) {
    case Column::customer_name:
      return customer_label(cells.plan(), cells.subscription(), language);
    case Column::product_name:
      return product_label(cells.plan(), cells.subscription(), language);
    case Column::segment:
      return said(cells.entry().offer.segment);
    case Column::segment_basis:
      return said(cells.entry().offer.segment_basis);
    case Column::category:
      return said(cells.entry().offer.category);
    case Column::status:
      return said(cells.subscription().status());
    case Column::term:
      return said(cells.entry().offer.term);
    case Column::billing_plan:
      return said(cells.subscription().billing_plan());
    case Column::self_migrate_blocker:
      return said(cells.entry().self_migration.blocker);
    case Column::migrated_by:
      return said(cells.entry().migration.by);
    case Column::target_term:
      return said(cells.entry().migration.target_term);
    case Column::migration_state:
      return cells.entry().migration_state ? said(*cells.entry().migration_state) : std::string();
    case Column::completed_at:
      return instant_text(cells.entry().completed_at, language);
    case Column::window_closes_at:
      return instant_text(cells.entry().window_closes_at, language);
    case Column::phase:
      return said(cells.entry().phase);
    case Column::reason:
      return said(cells.entry().reason);
    case Column::action_code:
      return said(cells.entry().primary().code);
    case Column::action:
      return next_step(cells);
    case Column::actions:
      return actions_text(cells.entry(), cells.plan().context().as_of, language);
    case Column::notes:
      return notes_text(cells.entry(), language);
    default:
      return std::nullopt;
  }
}

/// What next_step says when no waiver is in force.
std::string step_by_itself(const RowCells& cells) {
  const PlanEntry& entry = cells.entry();
  const Language language = cells.language();
  if (!entry.actions.empty()) {
    return action_sentence(entry.primary(), entry, cells.plan().context().as_of, language);
  }
  switch (entry.phase) {
    case Phase::already_nce:
      return std::string(text(Text::on_nce, language));
    case Phase::not_covered:
      return format_text(Text::not_covered_because, language, word(entry.reason, language));
    case Phase::waiting:
      return format_text(Text::waits_because, language, word(entry.reason, language));
    case Phase::scheduled:
      if (!entry.migration.date) return {};
      return format_text(Text::scheduled_for, language, format_date(*entry.migration.date, language));
    default:
      return {};
  }
}

}  // namespace

std::string human_text(RowCells& cells, Column column) {
  if (auto said = worded(cells, column)) return *std::move(said);
  const Cell cell = cells[column];
  switch (cell.kind) {
    case Cell::Kind::text:
      return escape_controls(cell.text);
    case Cell::Kind::date:
      return format_date(cell.date, cells.language());
    case Cell::Kind::integer:
      return std::to_string(cell.number);
    case Cell::Kind::boolean:
      return std::string(text(cell.number != 0 ? Text::yes : Text::no, cells.language()));
    default:
      return {};
  }
}

std::string next_step(const RowCells& cells) {
  std::string step = step_by_itself(cells);
  if (!cells.entry().waived_until) return step;
  append_listed(step, format_text(Text::waived_step, cells.language(),
                                  format_date(*cells.entry().waived_until, cells.language())));
  return step;
}

char mark_of(const PlanEntry& entry, Date as_of) {
  if (entry.waived_until) return '~';
  if (is_pressing(entry, as_of)) return '!';
  if (entry.phase == Phase::waiting) return '?';
  if (entry.phase == Phase::not_covered) return entry.actions.empty() ? '-' : '?';
  return ' ';
}

std::string held_elsewhere(const RowCells& cells) {
  if (!cells.entry().takeover) return {};
  const TextId provider = cells.details().provider;
  if (provider.empty()) return std::string(text(Text::held_elsewhere, cells.language()));
  return format_text(Text::held_at, cells.language(), escape_controls(cells.plan().portfolio().text(provider)));
}

std::string product_label(const Plan& plan, const Subscription& row, Language language) {
  const Portfolio& portfolio = plan.portfolio();
  const Product& product = portfolio.product(row.product);
  if (!product.name.empty()) return escape_controls(portfolio.text(product.name));
  if (!product.offer_id.empty()) return escape_controls(portfolio.text(product.offer_id));
  return std::string(text(Text::product_unnamed, language));
}

std::string customer_label(const Plan& plan, const Subscription& row, Language language) {
  const Portfolio& portfolio = plan.portfolio();
  const Customer& customer = portfolio.customer(row.customer);
  if (!customer.name.empty()) return escape_controls(portfolio.text(customer.name));
  if (!customer.domain.empty()) return escape_controls(portfolio.text(customer.domain));
  if (!customer.id.empty()) return escape_controls(portfolio.to_string(customer.id));
  return std::string(text(Text::customer_unnamed, language));
}

}  // namespace nceplan
