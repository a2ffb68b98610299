#include "output/sort_keys.hpp"

#include "output/cell.hpp"
#include "output/parallel.hpp"
#include "output/radix_sort.hpp"
#include "output/row_chunks.hpp"
#include "output/sort_fields.hpp"

namespace nceplan {
namespace {

constexpr unsigned word_bits = 64;

/// Fields that share 64 bits of a key.
using Word = std::vector<SortField>;

/// As few words as the fields fit, the most significant first.
std::vector<Word> packed(std::vector<SortField> fields) {
  std::vector<Word> words;
  unsigned free_bits = 0;
  for (SortField& field : fields) {
    if (words.empty() || field.bits > free_bits) {
      words.emplace_back();
      free_bits = word_bits;
    }
    free_bits -= field.bits;
    words.back().push_back(std::move(field));
  }
  return words;
}

std::uint64_t value_of(const Word& word, RowCells& row) {
  std::uint64_t value = word.front().value(row);
  for (std::size_t i = 1; i < word.size(); ++i) value = value << word[i].bits | word[i].value(row);
  return value;
}

void set_keys(const Plan& plan, const std::vector<Column>& columns, const Word& word, SortRecords& records) {
  const unsigned jobs = plan.context().jobs;
  std::vector<RowCells> cells(jobs, RowCells(plan, Language::en, columns));
  const std::size_t chunks = (records.size() + rows_per_chunk - 1) / rows_per_chunk;
  for_each_chunk(jobs, chunks, [&](unsigned worker, std::size_t chunk) {
    const std::size_t last = std::min((chunk + 1) * rows_per_chunk, records.size());
    for (std::size_t i = chunk * rows_per_chunk; i < last; ++i) {
      const RowIndex row = records[i].row;
      cells[worker].load(plan.portfolio().block_of(row), row);
      records[i] = sort_record(value_of(word, cells[worker]), row);
    }
  });
}

}  // namespace

void sort_rows(const Plan& plan, const std::vector<SortKey>& keys, std::vector<RowIndex>& rows) {
  std::vector<SortField> fields;
  std::vector<Column> columns;
  for (const SortKey key : keys) {
    columns.push_back(key.column);
    for (SortField& field : sort_fields(plan, key)) fields.push_back(std::move(field));
  }
  const std::vector<Word> words = packed(std::move(fields));
  if (words.empty()) return;

  SortRecords records;
  records.reserve(rows.size());
  for (const RowIndex row : rows) records.push_back(sort_record(0, row));
  std::vector<RowIndex>().swap(rows);
  // A stable sort by each word, the least significant first, sorts by all of them.
  for (std::size_t i = words.size(); i-- > 0;) {
    set_keys(plan, columns, words[i], records);
    radix_sort(records, plan.context().jobs);
  }
  rows.reserve(records.size());
  for (const SortRecord& record : records) rows.push_back(record.row);
}

}  // namespace nceplan
