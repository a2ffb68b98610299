#include "id_filter.hpp"

namespace nceplan {
namespace {

constexpr std::uint64_t cells_per_row = 4;

/// Bits of a word of cells that say whether an id was added.
constexpr std::uint64_t all_added = 0x5555555555555555;

}  // namespace

IdFilter::IdFilter(std::uint64_t rows, std::size_t threads)
    : cells_((rows + 1) * cells_per_row),
      size_(cells_ / cells_per_word + 1),
      threads_(threads),
      words_(threads * size_, Provision::by_parts) {}

void IdFilter::join() {
  std::uint64_t* const all = words_of(0);
  for (std::size_t thread = 1; thread < threads_; ++thread) {
    const std::uint64_t* const own = words_of(thread);
    for (std::size_t i = 0; i < size_; ++i) all[i] |= own[i] | (all[i] & own[i] & all_added) << 1;
  }
}

void IdFilter::need(std::uint32_t hash) {
  const Cell cell = cell_of(hash);
  words_[cell.word()] |= cell.needed();
}

}  // namespace nceplan
