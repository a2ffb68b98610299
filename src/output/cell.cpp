// One reader per column: from the row and its entry to a value of the column's type.
#include "cell.hpp"

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

Cell pooled_cell(const RowCells& row, TextId id) { return text_cell(row.plan().portfolio().text(id)); }

const std::string& source_path(const RowCells& row) { return row.plan().portfolio().sources[row.block().source].path; }

Cell place_cell(RowCells& row) {
  std::string& written = row.scratch(Column::subscription_id);
  written = source_path(row);
  written += ':';
  written += std::to_string(row.subscription().source_line);
  return text_cell(written);
}

Cell id_cell(RowCells& row, Column column, Id id) {
  if (id.empty() && column == Column::subscription_id) return place_cell(row);
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

bool is_addon(const RowCells& row) {
  return row.subscription().has(RowFlag::addon) || !row.details().related_id.empty();
}

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
  notes.for_each([&written](Note note) {
    if (!written.empty()) written += ';';
    written += to_code(note);
  });
  return text_cell(written);
}

Cell instant_cell(RowCells& row, Column column, std::optional<Instant> instant) {
  if (!instant) return {};
  std::string& written = row.scratch(column);
  written = to_iso(*instant);
  return plain_cell(written);
}

std::string_view migration_state_code(const RowCells& row) {
  const std::optional<MigrationState> state = row.entry().migration_state;
  return state ? to_code(*state) : std::string_view{};
}

Cell migration_error_cell(RowCells& row) {
  if (row.entry().migration_state != MigrationState::failed) return {};
  std::string& written = row.scratch(Column::migration_error);
  written = row.plan().migration_error(row.row());
  return text_cell(written);
}

using Row = const RowCells&;

constexpr std::array<ColumnReader, column_count> readers = {{
    {.column = Column::customer_name, .text = [](Row row) { return row.customer().name; }},
    {.column = Column::customer_id, .id = [](Row row) { return row.customer().id; }},
    {.column = Column::customer_domain, .text = [](Row row) { return row.customer().domain; }},
    {.column = Column::reseller_id, .text = [](Row row) { return row.customer().reseller_id; }},
    {.column = Column::subscription_id, .id = [](Row row) { return row.subscription().id; }},
    {.column = Column::subscription_name, .text = [](Row row) { return row.subscription().name; }},
    {.column = Column::product_name, .text = [](Row row) { return row.product().name; }},
    {.column = Column::offer_id, .text = [](Row row) { return row.product().offer_id; }},
    {.column = Column::nce_product, .cell = [](RowCells& row) { return text_cell(row.nce_product()); }},
    {.column = Column::segment, .code = [](Row row) { return to_code(row.entry().offer.segment); }},
    {.column = Column::segment_basis, .code = [](Row row) { return to_code(row.entry().offer.segment_basis); }},
    {.column = Column::category, .code = [](Row row) { return to_code(row.entry().offer.category); }},
    {.column = Column::status, .code = [](Row row) { return to_code(row.subscription().status()); }},
    {.column = Column::term,
     .cell = [](RowCells& row) { return term_cell(row, Column::term, row.entry().offer.term); }},
    {.column = Column::billing_plan, .code = [](Row row) { return to_code(row.subscription().billing_plan()); }},
    {.column = Column::seats, .number = [](Row row) -> std::int64_t { return row.subscription().seats; }},
    {.column = Column::auto_renew, .cell = [](RowCells& row) { return boolean_cell(renews(row.subscription())); }},
    {.column = Column::is_addon, .cell = [](RowCells& row) { return boolean_cell(is_addon(row)); }},
    {.column = Column::base_subscription_id, .id = [](Row row) { return row.details().related_id; }},
    {.column = Column::creation_date, .date = [](Row row) { return creation_date_of(row.dates()); }},
    {.column = Column::term_end_date, .date = [](Row row) { return row.entry().renewal.term_end; }},
    {.column = Column::renewal_date, .date = [](Row row) { return row.entry().renewal.renewal; }},
    {.column = Column::self_migrate_from, .date = [](Row row) { return row.entry().self_migration.from; }},
    {.column = Column::self_migrate_until, .date = [](Row row) { return row.entry().self_migration.until; }},
    {.column = Column::self_migrate_blocker,
     .code = [](Row row) { return to_code(row.entry().self_migration.blocker); }},
    {.column = Column::ineligibility_code,
     .number = [](Row row) -> std::int64_t { return row.entry().self_migration.ineligibility_code; }},
    {.column = Column::ineligibility_reason, .text = [](Row row) { return row.details().ineligibility_reason; }},
    {.column = Column::preorder_from, .date = [](Row row) { return row.entry().self_migration.preorder_from; }},
    {.column = Column::migration_date, .date = [](Row row) { return row.entry().migration.date; }},
    {.column = Column::migrated_by, .code = [](Row row) { return to_code(row.entry().migration.by); }},
    {.column = Column::target_term,
     .cell = [](RowCells& row) { return term_cell(row, Column::target_term, row.entry().migration.target_term); }},
    {.column = Column::committed_until, .date = [](Row row) { return row.entry().migration.committed_until(); }},
    {.column = Column::window_start, .date = [](Row row) { return row.entry().window.start; }},
    {.column = Column::window_last_full_day, .date = [](Row row) { return row.entry().window.last_full_day; }},
    {.column = Column::window_end, .date = [](Row row) { return row.entry().window.end; }},
    {.column = Column::phase, .code = [](Row row) { return to_code(row.entry().phase); }},
    {.column = Column::reason, .code = [](Row row) { return to_code(row.entry().reason); }},
    {.column = Column::action_code, .code = [](Row row) { return to_code(row.entry().primary().code); }},
    {.column = Column::act_by, .date = [](Row row) { return row.entry().primary().due; }},
    {.column = Column::days_left, .cell = [](RowCells& row) { return days_left_cell(row); }},
    {.column = Column::action, .cell = action_cell},
    {.column = Column::actions, .cell = actions_cell},
    {.column = Column::notes, .cell = notes_cell},
    {.column = Column::edition, .cell = [](RowCells& row) { return text_cell(row.plan().context().edition->id); }},
    {.column = Column::waived_until, .date = [](Row row) { return row.entry().waived_until; }},
    {.column = Column::source_file, .cell = [](RowCells& row) { return text_cell(source_path(row)); }},
    {.column = Column::source_line, .number = [](Row row) -> std::int64_t { return row.subscription().source_line; }},
    {.column = Column::migration_state, .code = migration_state_code},
    {.column = Column::migration_error, .cell = migration_error_cell},
    {.column = Column::completed_at,
     .cell = [](RowCells& row) { return instant_cell(row, Column::completed_at, row.entry().completed_at); }},
    {.column = Column::window_closes_at,
     .cell = [](RowCells& row) { return instant_cell(row, Column::window_closes_at, row.entry().window_closes_at); }},
    {.column = Column::takeover, .cell = [](RowCells& row) { return boolean_cell(row.entry().takeover); }},
    {.column = Column::provider, .text = [](Row row) { return row.details().provider; }},
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

Cell RowCells::operator[](Column column) {
  const ColumnReader& reader = reader_of(column);
  if (reader.text != nullptr) return pooled_cell(*this, reader.text(*this));
  if (reader.date != nullptr) return date_cell(reader.date(*this));
  if (reader.code != nullptr) return plain_cell(reader.code(*this));
  if (reader.id != nullptr) return id_cell(*this, column, reader.id(*this));
  if (reader.number == nullptr) return reader.cell(*this);
  const std::int64_t number = reader.number(*this);
  return number < 0 ? Cell{} : integer_cell(number);
}

const ColumnReader& reader_of(Column column) { return readers[static_cast<std::size_t>(column)]; }

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
