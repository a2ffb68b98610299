#include "sort_keys.hpp"

#include <algorithm>

#include "base/parallel.hpp"
#include "cell.hpp"
#include "radix_sort.hpp"
#include "row_chunks.hpp"
#include "sort_fields.hpp"

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

/// Calls `work(worker, first, last)` for chunks of [0, count) on several threads.
template <typename Work>
void for_each_row_chunk(unsigned jobs, std::size_t count, const Work& work) {
  for_each_number(jobs, (count + rows_per_chunk - 1) / rows_per_chunk, [&](unsigned worker, std::size_t chunk) {
    work(worker, chunk * rows_per_chunk, std::min((chunk + 1) * rows_per_chunk, count));
  });
}

/// Sets the key of each record, whose row `row_of(i)` is.
template <typename RowOf>
void set_keys(const Plan& plan, const std::vector<Column>& columns, const Word& word, SortRecords& records,
              const RowOf& row_of) {
  const unsigned jobs = plan.context().jobs;
  std::vector<RowCells> cells(jobs, RowCells(plan, Language::en, columns));
  for_each_row_chunk(jobs, records.size(), [&](unsigned worker, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      const RowIndex row = row_of(i);
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

  const unsigned jobs = plan.context().jobs;
  SortRecords records(rows.size());
  // A stable sort by each word, the least significant first, sorts by all of them.
  set_keys(plan, columns, words.back(), records, [&](std::size_t i) { return rows[i]; });
  radix_sort(records, jobs);
  for (std::size_t word = words.size() - 1; word-- > 0;) {
    set_keys(plan, columns, words[word], records, [&](std::size_t i) { return records[i].row; });
    radix_sort(records, jobs);
  }
  for_each_row_chunk(jobs, rows.size(), [&](unsigned, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) rows[i] = records[i].row;
  });
}

}  // namespace nceplan
