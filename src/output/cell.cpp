#include "cell.hpp"

#include <algorithm>

#include "column_readers.hpp"
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

Cell migration_error_cell(RowCells& row) {
  if (row.entry().migration_state != MigrationState::failed) return {};
  std::string& written = row.scratch(Column::migration_error);
  written = row.plan().migration_error(row.row());
  return text_cell(written);
}

}  // namespace

RowCells::RowCells(const Plan& plan, Language action_language) : plan_(&plan), language_(action_language) {}

RowCells::RowCells(const Plan& plan, Language action_language, std::span<const Column> columns)
    : RowCells(plan, action_language) {
  depth_ = EntryDepth::offer;
  needs_entry_ = false;
  for (const Column column : columns) {
    const std::optional<EntryDepth> depth = reader_of(column).depth;
    needs_entry_ |= depth.has_value();
    depth_ = std::max(depth_, depth.value_or(EntryDepth::offer));
  }
}

void RowCells::load(const RowBlock& block, RowIndex row) {
  block_ = &block;
  subscription_ = &block.rows[row - block.first_row];
  row_ = row;
  has_entry_ = false;
}

Cell RowCells::operator[](Column column) {
  const ColumnReader& reader = reader_of(column);
  if (reader.depth) entry();
  if (reader.text != nullptr) return pooled_cell(*this, reader.text(*this));
  if (reader.date != nullptr) return date_cell(reader.date(*this));
  if (reader.code != nullptr) return plain_cell(reader.code(*this));
  if (reader.id != nullptr) return id_cell(*this, column, reader.id(*this));
  if (reader.number == nullptr) return other_cell(column);
  const std::int64_t number = reader.number(*this);
  return number < 0 ? Cell{} : integer_cell(number);
}

/// Of a column without a reader.
Cell RowCells::other_cell(Column column) {
  switch (column) {
    case Column::nce_product:
      return text_cell(nce_product());
    case Column::term:
      return term_cell(*this, Column::term, entry().offer.term);
    case Column::auto_renew:
      return boolean_cell(renews(subscription()));
    case Column::is_addon:
      return boolean_cell(is_addon(*this));
    case Column::target_term:
      return term_cell(*this, Column::target_term, entry().migration.target_term);
    case Column::days_left:
      return days_left_cell(*this);
    case Column::action:
      return action_cell(*this);
    case Column::actions:
      return actions_cell(*this);
    case Column::notes:
      return notes_cell(*this);
    case Column::edition:
      return text_cell(plan().context().edition->id);
    case Column::source_file:
      return text_cell(source_path(*this));
    case Column::migration_error:
      return migration_error_cell(*this);
    case Column::completed_at:
      return instant_cell(*this, Column::completed_at, entry().completed_at);
    case Column::window_closes_at:
      return instant_cell(*this, Column::window_closes_at, entry().window_closes_at);
    case Column::takeover:
      return boolean_cell(entry().takeover);
    default:
      return {};
  }
}

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
