// Everything that was read: rows in input order, the texts they refer to, and what is known of each source.
#pragma once

#include <cstdint>
#include <memory>
#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/base/large_memory.hpp"
#include "nceplan/base/string_pool.hpp"
#include "nceplan/model/subscription.hpp"

namespace nceplan {

/// Number of a row in input order over all sources, from 0; rejected rows have none.
using RowIndex = std::uint32_t;

/// Formats that are recognised (docs/formats.md).
enum class ExportFormat : std::uint8_t {
  bam_subscriptions,
  bam_schedule,
  bam_nce,
  bam_status,
  bam_scheduled,
  rest,
  rest_analytics,
  powershell,
  recon,
  graph,
  nceplan,
  generic,
  rest_migrations  ///< evidence only
};
std::string_view to_code(ExportFormat format);

enum class Encoding : std::uint8_t { utf8, utf8_bom, utf16le, utf16be, windows_1252 };
std::string_view to_code(Encoding encoding);

enum class DateOrder : std::uint8_t { unknown, iso, dmy, mdy, ymd, serial };
std::string_view to_code(DateOrder order);

/// One column of a tabular source, for `check`.
struct SourceColumn {
  std::string header;                         ///< as written
  std::string field;                          ///< canonical field, empty when the column is not used
  DateOrder date_order = DateOrder::unknown;  ///< of date columns
};

/// What is known of one input after reading it.
struct Source {
  std::string path;        ///< as the user named it; "-" is standard input
  std::string sheet = {};  ///< of a workbook; rows are numbered as in it
  ExportFormat format = ExportFormat::generic;
  bool json = false;
  bool by_element = false;  ///< a JSON document, whose rows have the numbers of their elements instead of lines
  bool takeover = false;    ///< its subscriptions are held at another provider (R12)
  Encoding encoding = Encoding::utf8;
  char delimiter = ',';               ///< of tabular files; '\0' for JSON and workbooks
  std::vector<SourceColumn> columns;  ///< of JSON: the keys that were used or seen
  std::uint64_t rows = 0;             ///< data rows read, rejected ones included
  std::uint64_t rejected = 0;
};

/// What one worker read: texts, customers and products, and the memory that its rows lie in.
class Shard {
 public:
  /// `room` is what rows and texts each get at first in bytes, and about what they are expected to take
  /// (large_memory.hpp).
  explicit Shard(std::uint32_t number, std::size_t room = small_room);

  StringPool texts;
  LargeVector<Customer> customers;
  std::vector<Product> products;

  /// Handle of the customer with these texts: that of an equal one if there was one lately, else of a new one. Rows of
  /// a customer stand together in most exports, and a table of all of them would cost more than it saves.
  CustomerId intern_customer(Id id, std::string_view name, std::string_view domain, std::string_view reseller_id);
  /// Handle of the product that equals this one in everything.
  ProductId intern_product(RowKind kind, bool named_by_subscription, std::string_view offer_id, std::string_view name,
                           std::string_view nce_product);

  /// Gives back the memory that only interning needs. Afterwards it still works, but does not know what was there.
  void end_interning();

  /// Where blocks of rows lie that are as long-lived as the shard; nothing is given back before.
  std::pmr::memory_resource* row_memory() const { return row_memory_.get(); }

 private:
  /// Open addressing: the upper half of a slot is part of the hash, the lower half the entry + 1; 0 is free.
  using Slots = LargeVector<std::uint64_t>;

  struct RecentCustomer {
    std::uint32_t place = 0;  ///< its entry + 1; 0 is free
    std::uint32_t tag = 0;    ///< a part of its hash
  };

  std::unique_ptr<LargeArena> row_memory_;
  std::vector<RecentCustomer> recent_customers_;  ///< by hash
  Slots product_slots_;
};

/// Consecutive rows of one source.
struct RowBlock {
  std::uint32_t source = 0;  ///< index into Portfolio::sources
  RowIndex first_row = 0;
  std::pmr::vector<Subscription> rows;
  std::pmr::vector<RowDates> dates;  ///< one for each row, or empty when no row of the block has any
  std::pmr::vector<SubscriptionDetails> details;
  std::vector<SavedRow> saved;  ///< of saved plans

  RowBlock() = default;
  /// Its rows will lie in `memory`, which must outlive it.
  explicit RowBlock(std::pmr::memory_resource* memory) : rows(memory), dates(memory), details(memory) {}
};

class Portfolio {
 public:
  std::vector<Source> sources;
  std::vector<Shard> shards;
  std::vector<RowBlock> blocks;  ///< in input order; first_row is the sum of the rows before

  std::string_view text(TextId id) const { return id.empty() ? std::string_view{} : shards[id.shard()].texts.view(id); }
  const Customer& customer(CustomerId id) const { return shards[id.shard()].customers[id.entry()]; }
  const Product& product(ProductId id) const { return shards[id.shard()].products[id.entry()]; }

  std::uint64_t row_count() const;
  std::uint64_t rows_read() const;
  std::uint64_t rows_rejected() const;

  /// The block that holds `row`. Precondition: row < row_count().
  const RowBlock& block_of(RowIndex row) const;
  const Subscription& row(RowIndex row) const;
  /// The further dates of a row that lies in `block`.
  static const RowDates& dates(const RowBlock& block, const Subscription& row) {
    return block.dates.empty() ? no_dates : block.dates[static_cast<std::size_t>(&row - block.rows.data())];
  }
  /// The rare fields of a row of `block`, or empty ones.
  static const SubscriptionDetails& details(const RowBlock& block, const Subscription& row) {
    return row.details == 0 ? no_details : block.details[row.details - 1];
  }
  /// What a saved plan holds of a row of `block`; null for any other row.
  static const SavedRow* saved(const RowBlock& block, const Subscription& row);

  /// Where a row begins.
  Location place_of(RowIndex row) const;

  /// Text of an id; GUIDs in lower case.
  std::string to_string(Id id) const;
  /// The subscription's id, or `FILE:LINE` when the export has none.
  std::string subscription_id(const RowBlock& block, const Subscription& row) const;
  /// GUIDs by value, others by text without case.
  bool same_id(Id a, Id b) const;

 private:
  static const RowDates no_dates;
  static const SubscriptionDetails no_details;
};

}  // namespace nceplan
