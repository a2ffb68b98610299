// Tells which rows a table of ids needs: those whose id another row may have too, or somebody will look for. In most
// portfolios they are few, and a table of them takes a fraction of the memory that one of all rows does.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "base/fetch.hpp"
#include "nceplan/base/large_memory.hpp"

namespace nceplan {

/// Bloom filters of one hash function, one for each thread that adds ids, of which each cell says whether an id was
/// added, and whether one more was or somebody needs it. They err on one side only: about one row in five is needed
/// without a reason.
class IdFilter {
  /// Two bits of a filter.
  struct Cell {
    std::uint64_t number = 0;

    std::size_t word() const { return number / cells_per_word; }
    std::uint64_t added() const { return std::uint64_t{1} << 2 * (number % cells_per_word); }
    std::uint64_t needed() const { return added() << 1; }
  };

 public:
  /// For the ids of `rows` rows, which up to `threads` threads add.
  IdFilter(std::uint64_t rows, std::size_t threads);

  /// Adds the ids of some rows. Several may do so at a time, each for another thread.
  class Adder {
   public:
    /// `thread` counts from 0. The filter must outlive the adder.
    Adder(IdFilter& filter, std::size_t thread) : filter_(filter), own_(filter.words_of(thread)) {
      filter.words_.provide_part(thread * filter.size_, (thread + 1) * filter.size_);
    }
    Adder(const Adder&) = delete;
    Adder& operator=(const Adder&) = delete;
    ~Adder() {
      for (std::size_t i = 0; i < std::min(count_, waiting_.size()); ++i) set(waiting_[i]);
    }

    /// A row has an id with this hash (id_table.hpp).
    void add(std::uint32_t hash) {
      const Cell cell = filter_.cell_of(hash);
      NCEPLAN_FETCH(own_ + cell.word());
      // A cell is set some rows later than its place is fetched, so that setting it does not wait.
      Cell& oldest = waiting_[count_ % waiting_.size()];
      if (count_ >= waiting_.size()) set(oldest);
      oldest = cell;
      ++count_;
    }

   private:
    void set(Cell cell) {
      std::uint64_t& word = own_[cell.word()];
      word |= cell.added() | (word & cell.added()) << 1;
    }

    IdFilter& filter_;
    std::uint64_t* own_;
    std::array<Cell, 16> waiting_;
    std::size_t count_ = 0;
  };

  /// Puts together what the threads added, which must be done before the calls below.
  void join();
  /// Somebody will look for an id with this hash.
  void need(std::uint32_t hash);
  /// Whether an id with this hash is needed: somebody will look for it, or it was added more than once.
  bool needs(std::uint32_t hash) const {
    const Cell cell = cell_of(hash);
    return (words_[cell.word()] & cell.needed()) != 0;
  }
  /// Asks the memory for what `needs` reads.
  void fetch(std::uint32_t hash) const { NCEPLAN_FETCH(&words_[cell_of(hash).word()]); }

 private:
  static constexpr std::uint64_t cells_per_word = 32;

  Cell cell_of(std::uint32_t hash) const { return {hash * cells_ >> 32}; }
  std::uint64_t* words_of(std::size_t thread) { return &words_[thread * size_]; }

  std::uint64_t cells_;
  std::size_t size_;  ///< of one filter, in words
  std::size_t threads_;
  LargeArray<std::uint64_t> words_;  ///< one filter behind the other
};

}  // namespace nceplan
