// From the raw texts of one row to a subscription in a block: values are parsed, texts interned, problems reported.
// The one place where tabular and JSON exports meet; the hot path of reading.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/input/date_cell.hpp"
#include "nceplan/input/field.hpp"
#include "nceplan/input/header_mapping.hpp"
#include "nceplan/input/raw_row.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan {

/// Per date field, in the order of `date_fields`.
using DateOrders = std::array<CellOrder, date_fields.size()>;
using DateEvidence = std::array<DateColumnEvidence, date_fields.size()>;

/// What a diagnostic names as the place of a value.
enum class PlaceKind : std::uint8_t {
  cell,         ///< line and column
  json_line,    ///< line of NDJSON; below it a pointer, if the row is nested
  json_pointer  ///< of a document
};

/// What all rows of a source share.
struct RowContext {
  const HeaderMapping* mapping = nullptr;
  std::string file;           ///< for diagnostics
  std::string customer_name;  ///< for rows without a customer of their own: --customer, wrapper or file name
  std::string customer_id;    ///< the wrapper's
  bool takeover = false;
  bool formula_guards = false;  ///< texts carry guards (base/formula_guard.hpp); readers take them off
  PlaceKind places = PlaceKind::cell;
  DateOrders date_orders{};
  DateEvidence date_evidence{};  ///< of the whole source, when the orders were decided from it; for diagnostics
};

/// Takes the formula guards off a plan that was written for a spreadsheet.
void remove_formula_guards(RawRow& raw);

/// Fills blocks, one after the other. Not thread-safe; each worker has its own shard and builder.
class RowBuilder {
 public:
  /// Everything referred to must outlive the builder. `context` may change between rows.
  RowBuilder(const RowContext& context, Shard& shard, RowBlock& block, Diagnostics& diagnostics,
             DateEvidence& evidence);
  ~RowBuilder();

  /// Goes on with another block of the same source.
  void start_block(RowBlock& block, Diagnostics& diagnostics, DateEvidence& evidence);

  /// Appends the row to the block, or reports every problem of it and rejects it. Returns whether it was accepted.
  bool add(const RawRow& raw);

 private:
  using Dates = std::array<OptionalDate, date_fields.size()>;  ///< as date_fields

  using CustomerTexts = std::array<std::string_view, customer_fields.size()>;  ///< as customer_fields
  /// The last row's customer, by its columns or by its texts; customers come in runs.
  struct CustomerMemo {
    std::string columns;  ///< of a record, as they stand
    std::array<std::string, customer_fields.size()> texts;
    bool has_columns = false;  ///< the customer is the one of `columns`
    bool has_texts = false;
    CustomerId id;
    bool known = false;  ///< the customer has an id or a name
  };
  /// The texts that make a product: its name, those of `fields`, and behind them the subscription's name where that
  /// stands in for the product's.
  struct ProductTexts {
    inline explicit ProductTexts(const RawRow& raw);
    inline void add(std::string_view text);
    std::string_view operator[](std::size_t i) const { return {begins[i], sizes[i]}; }

    static constexpr std::size_t most = 6;
    FieldSet fields;
    std::uint32_t count = 0;
    std::uint64_t hash = 0;
    // Only the first `count` are set: clearing the others would take as long as comparing a text.
    std::array<const char*, most> begins;
    std::array<std::uint32_t, most> sizes;
  };

  /// One product as a row spells it.
  struct ProductMemo {
    inline bool is_for(const ProductTexts& wanted) const;

    FieldSet fields;  ///< which texts they are
    std::array<std::uint32_t, ProductTexts::most> lengths{};
    std::uint32_t count = 0;
    ProductId id;
    TextId name;
    RowKind kind = RowKind::legacy;
    bool named = false;     ///< the row has a product name or an offer id
    bool repaired = false;  ///< a text was not UTF-8, which each row reports: such a memo is not kept
    std::string joined;     ///< the row's texts, one behind the other
  };
  struct Words;

  TextId intern(Field field, const RawRow& raw);
  TextId intern_common(Field field, const RawRow& raw);
  inline Id read_id(Field field, const RawRow& raw);
  Id read_other_id(Field field, const RawRow& raw);
  std::string_view valid_text(Field field, std::string_view text, const RawRow& raw, std::string& decoded);
  const CustomerMemo& customer_of(const RawRow& raw);
  const CustomerMemo& customer_by_texts(const RawRow& raw);
  CustomerTexts customer_texts(const RawRow& raw) const;
  bool make_customer(CustomerTexts texts, bool ascii, const RawRow& raw);
  const ProductMemo& product_of(const RawRow& raw);
  ProductMemo make_product(const ProductTexts& texts, const RawRow& raw);

  // Steps that `add` alone takes. Entering and leaving them would take 100 instructions a row.
  inline TextId name_of(const RawRow& raw, const ProductMemo& product);
  inline bool read_flags(const RawRow& raw, Subscription& row);
  inline bool read_addon_flag(const RawRow& raw, Subscription& row);
  inline void read_terms(const RawRow& raw, Subscription& row);
  inline Dates read_dates(FieldSet fields, const RawRow& raw);
  inline OptionalDate read_date(Field field, const RawRow& raw);

  void read_rare_flags(const RawRow& raw, Subscription& row);
  template <typename Memo, typename Read>
  void read_words(ColumnRange RecordLayout::*columns, Memo& memo, const RawRow& raw, PackedFacts& facts,
                  const Read& read);
  void read_term_words(const RawRow& raw, PackedFacts& facts);
  void read_details(const RawRow& raw, const Dates& dates, Subscription& row);
  void add_saved_plan(const RawRow& raw, const Dates& dates, Subscription& row, SubscriptionDetails& details);
  std::optional<bool> read_boolean(Field field, const RawRow& raw);
  std::optional<bool> read_other_boolean(Field field, const RawRow& raw);
  void report_date(Field field, const RawRow& raw, std::string_view text);
  bool add_out_of_scope(const RawRow& raw, Subscription row);
  inline void append(const Subscription& row, const RowDates& dates);
  void append_dates(const RowDates& dates);

  void report(DiagnosticCode code, Severity severity, Field field, const RawRow& raw, std::string_view seen,
              std::vector<std::string> details = {});
  void reject(DiagnosticCode code, Field field, const RawRow& raw, std::vector<std::string> details = {});

  const RowContext* context_;
  Shard* shard_;
  RowBlock* block_;
  Diagnostics* diagnostics_;
  DateEvidence* evidence_;
  bool rejected_ = false;
  bool reported_ = false;  ///< something was, since this was last set to false
  CustomerMemo customer_;
  std::vector<ProductMemo> products_;
  ProductMemo repaired_product_;              ///< of the current row
  std::vector<std::uint32_t> product_slots_;  ///< by hash: 1-based place in products_, 0 for none
  std::unique_ptr<Words> words_;
};

}  // namespace nceplan
