// One reader per column: from the row and its entry to a typed value.
#include "output/cell.hpp"

#include <algorithm>

#include "nceplan/i18n/texts.hpp"

namespace nceplan {
namespace {

Cell text_cell(std::string_view text) {
  Cell cell;
  if (text.empty()) return cell;
  cell.kind = Cell::Kind::text;
  cell.text = text;
  return cell;
}

Cell plain_cell(std::string_view text) {
  Cell cell = text_cell(text);
  cell.plain = true;
  return cell;
}

Cell date_cell(OptionalDate date) {
  Cell cell;
  if (!date) return cell;
  cell.kind = Cell::Kind::date;
  cell.date = *date;
  return cell;
}

Cell integer_cell(std::int64_t number) {
  Cell cell;
  cell.kind = Cell::Kind::integer;
  cell.number = number;
  return cell;
}

Cell boolean_cell(bool value) {
  Cell cell;
  cell.kind = Cell::Kind::boolean;
  cell.number = value ? 1 : 0;
  return cell;
}

template <typename Code>
Cell code_cell(Code value) {
  return plain_cell(to_code(value));
}

Cell pooled_cell(const RowCells& row, TextId id) { return text_cell(row.plan().portfolio().text(id)); }

Cell id_cell(RowCells& row, Column column, Id id) {
  if (!id.is_guid()) return pooled_cell(row, id.text_id());
  std::string& written = row.scratch(column);
  written.resize(guid_length);
  write_guid(id, written.data());
  return plain_cell(written);
}

Cell term_cell(RowCells& row, Column column, Term term) {
  std::string& written = row.scratch(column);
  written = to_iso(term);
  return plain_cell(written);
}

const std::string& source_path(const RowCells& row) { return row.plan().portfolio().sources[row.block().source].path; }

Cell subscription_id_cell(RowCells& row) {
  if (!row.subscription().id.empty()) return id_cell(row, Column::subscription_id, row.subscription().id);
  std::string& written = row.scratch(Column::subscription_id);
  written = source_path(row);
  written += ':';
  written += std::to_string(row.subscription().source_line);
  return text_cell(written);
}

bool is_addon(const RowCells& row) { return row.subscription().has(RowFlag::addon) || !row.details().base_id.empty(); }

bool renews(const Subscription& row) { return row.has(RowFlag::auto_renew) || !row.has(RowFlag::auto_renew_known); }

Cell days_left_cell(const RowCells& row) {
  const Action primary = row.entry().primary();
  return primary.due ? integer_cell(days_left(primary, row.plan().context().as_of)) : Cell{};
}

Cell action_cell(RowCells& row) {
  const PlanEntry& entry = row.entry();
  if (entry.actions.empty()) return {};
  std::string& written = row.scratch(Column::action);
  written = action_sentence(entry.primary(), entry, row.plan().context().as_of, row.language());
  return text_cell(written);
}

Cell actions_cell(RowCells& row) {
  std::string& written = row.scratch(Column::actions);
  written.clear();
  for (const Action& action : row.entry().actions) {
    if (!written.empty()) written += ';';
    written += to_code(action.code);
    if (action.due) written.append(":").append(to_iso(*action.due));
  }
  return text_cell(written);
}

Cell notes_cell(RowCells& row) {
  const NoteSet notes = row.entry().notes;
  if (notes.empty()) return {};
  std::string& written = row.scratch(Column::notes);
  written.clear();
  for (int i = 0; i < note_count; ++i) {
    const auto note = static_cast<Note>(1U << i);
    if (!notes.has(note)) continue;
    if (!written.empty()) written += ';';
    written += to_code(note);
  }
  return text_cell(written);
}

Cell ineligibility_code_cell(const RowCells& row) {
  const auto code = row.entry().self_migration.ineligibility_code;
  return code >= 0 ? integer_cell(static_cast<std::int64_t>(code)) : Cell{};
}

Cell instant_cell(RowCells& row, Column column, std::optional<Instant> instant) {
  if (!instant) return {};
  std::string& written = row.scratch(column);
  written = to_iso(*instant);
  return plain_cell(written);
}

Cell migration_state_cell(const RowCells& row) {
  const std::optional<MigrationState> state = row.entry().migration_state;
  return state ? code_cell(*state) : Cell{};
}

Cell migration_error_cell(RowCells& row) {
  if (row.entry().migration_state != MigrationState::failed) return {};
  std::string& written = row.scratch(Column::migration_error);
  written = row.plan().migration_error(row.row());
  return text_cell(written);
}

struct ColumnReader {
  Column column;
  Cell (*read)(RowCells&);
};

constexpr std::array<ColumnReader, column_count> readers = {{
    {Column::customer_name, [](RowCells& row) { return pooled_cell(row, row.customer().name); }},
    {Column::customer_id, [](RowCells& row) { return id_cell(row, Column::customer_id, row.customer().id); }},
    {Column::customer_domain, [](RowCells& row) { return pooled_cell(row, row.customer().domain); }},
    {Column::reseller_id, [](RowCells& row) { return pooled_cell(row, row.customer().reseller_id); }},
    {Column::subscription_id, subscription_id_cell},
    {Column::subscription_name, [](RowCells& row) { return pooled_cell(row, row.subscription().name); }},
    {Column::product_name, [](RowCells& row) { return pooled_cell(row, row.product().name); }},
    {Column::offer_id, [](RowCells& row) { return pooled_cell(row, row.product().offer_id); }},
    {Column::nce_product, [](RowCells& row) { return text_cell(row.nce_product()); }},
    {Column::segment, [](RowCells& row) { return code_cell(row.entry().offer.segment); }},
    {Column::segment_basis, [](RowCells& row) { return code_cell(row.entry().offer.segment_basis); }},
    {Column::category, [](RowCells& row) { return code_cell(row.entry().offer.category); }},
    {Column::status, [](RowCells& row) { return code_cell(row.subscription().status()); }},
    {Column::term, [](RowCells& row) { return term_cell(row, Column::term, row.entry().offer.term); }},
    {Column::billing_plan, [](RowCells& row) { return code_cell(row.subscription().billing_plan()); }},
    {Column::seats,
     [](RowCells& row) { return row.subscription().seats < 0 ? Cell{} : integer_cell(row.subscription().seats); }},
    {Column::auto_renew, [](RowCells& row) { return boolean_cell(renews(row.subscription())); }},
    {Column::is_addon, [](RowCells& row) { return boolean_cell(is_addon(row)); }},
    {Column::base_subscription_id,
     [](RowCells& row) { return id_cell(row, Column::base_subscription_id, row.details().base_id); }},
    {Column::creation_date, [](RowCells& row) { return date_cell(creation_date_of(row.dates())); }},
    {Column::term_end_date, [](RowCells& row) { return date_cell(row.entry().renewal.term_end); }},
    {Column::renewal_date, [](RowCells& row) { return date_cell(row.entry().renewal.renewal); }},
    {Column::self_migrate_from, [](RowCells& row) { return date_cell(row.entry().self_migration.from); }},
    {Column::self_migrate_until, [](RowCells& row) { return date_cell(row.entry().self_migration.until); }},
    {Column::self_migrate_blocker, [](RowCells& row) { return code_cell(row.entry().self_migration.blocker); }},
    {Column::ineligibility_code, [](RowCells& row) { return ineligibility_code_cell(row); }},
    {Column::ineligibility_reason, [](RowCells& row) { return pooled_cell(row, row.details().ineligibility_reason); }},
    {Column::preorder_from, [](RowCells& row) { return date_cell(row.entry().self_migration.preorder_from); }},
    {Column::migration_date, [](RowCells& row) { return date_cell(row.entry().migration.date); }},
    {Column::migrated_by, [](RowCells& row) { return code_cell(row.entry().migration.by); }},
    {Column::target_term,
     [](RowCells& row) { return term_cell(row, Column::target_term, row.entry().migration.target_term); }},
    {Column::committed_until, [](RowCells& row) { return date_cell(row.entry().migration.committed_until); }},
    {Column::window_start, [](RowCells& row) { return date_cell(row.entry().window.start); }},
    {Column::window_last_full_day, [](RowCells& row) { return date_cell(row.entry().window.last_full_day); }},
    {Column::window_end, [](RowCells& row) { return date_cell(row.entry().window.end); }},
    {Column::phase, [](RowCells& row) { return code_cell(row.entry().phase); }},
    {Column::reason, [](RowCells& row) { return code_cell(row.entry().reason); }},
    {Column::action_code, [](RowCells& row) { return code_cell(row.entry().primary().code); }},
    {Column::act_by, [](RowCells& row) { return date_cell(row.entry().primary().due); }},
    {Column::days_left, [](RowCells& row) { return days_left_cell(row); }},
    {Column::action, action_cell},
    {Column::actions, actions_cell},
    {Column::notes, notes_cell},
    {Column::edition, [](RowCells& row) { return text_cell(row.plan().context().edition->id); }},
    {Column::waived_until, [](RowCells& row) { return date_cell(row.entry().waived_until); }},
    {Column::source_file, [](RowCells& row) { return text_cell(source_path(row)); }},
    {Column::source_line, [](RowCells& row) { return integer_cell(row.subscription().source_line); }},
    {Column::migration_state, [](RowCells& row) { return migration_state_cell(row); }},
    {Column::migration_error, migration_error_cell},
    {Column::completed_at,
     [](RowCells& row) { return instant_cell(row, Column::completed_at, row.entry().completed_at); }},
    {Column::window_closes_at,
     [](RowCells& row) { return instant_cell(row, Column::window_closes_at, row.entry().window_closes_at); }},
    {Column::takeover, [](RowCells& row) { return boolean_cell(row.entry().takeover); }},
    {Column::provider, [](RowCells& row) { return pooled_cell(row, row.details().provider); }},
}};

constexpr bool in_column_order() {
  for (std::size_t i = 0; i < column_count; ++i) {
    if (readers[i].column != static_cast<Column>(i)) return false;
  }
  return true;
}
static_assert(in_column_order());

/// How deep an entry must be for a column.
EntryDepth depth_of(Column column) {
  if (column <= Column::renewal_date) return EntryDepth::offer;
  if (column <= Column::window_end || column == Column::notes) return EntryDepth::dates;
  if (column == Column::phase || column == Column::reason) return EntryDepth::phase;
  return EntryDepth::actions;
}

}  // namespace

RowCells::RowCells(const Plan& plan, Language action_language) : plan_(&plan), language_(action_language) {}

RowCells::RowCells(const Plan& plan, Language action_language, std::span<const Column> columns)
    : RowCells(plan, action_language) {
  depth_ = EntryDepth::offer;
  for (const Column column : columns) depth_ = std::max(depth_, depth_of(column));
}

void RowCells::load(const RowBlock& block, RowIndex row) {
  block_ = &block;
  subscription_ = &block.rows[row - block.first_row];
  row_ = row;
  has_entry_ = false;
}

Cell RowCells::operator[](Column column) { return readers[static_cast<std::size_t>(column)].read(*this); }

std::string_view RowCells::nce_product() {
  const auto [found, added] = nce_products_.try_emplace(subscription_->product.bits);
  if (added) found->second = nce_product_of(*plan_, product());
  return found->second;
}

std::string_view nce_product_of(const Plan& plan, const Product& product) {
  const Portfolio& portfolio = plan.portfolio();
  if (!product.nce_product.empty()) return portfolio.text(product.nce_product);
  const std::string_view offer_id = portfolio.text(product.offer_id);
  if (plan.context().matrix != nullptr) {
    const MatrixOffer* const listed = plan.context().matrix->find(offer_id, portfolio.text(product.name));
    if (listed != nullptr) return listed->nce_product;
  }
  const CatalogOffer* const known = plan.context().catalog->by_id(offer_id);
  return known != nullptr ? std::string_view(known->nce_product_sku) : std::string_view{};
}

OptionalDate creation_date_of(const RowDates& row) { return row.created ? row.created : row.started; }

}  // namespace nceplan
