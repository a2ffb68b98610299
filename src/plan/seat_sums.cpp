#include "seat_sums.hpp"

#include <bit>

namespace nceplan {

SeatSums::SeatSums(std::uint64_t keys) : mask_(std::bit_ceil(keys + keys / 2 + 1) - 1), slots_(mask_ + 1) {}

std::uint64_t SeatSums::first_slot(std::uint64_t key) const {
  const std::uint64_t mixed = (key ^ (key >> 32)) * 0x9e3779b97f4a7c15ULL;
  return (mixed >> 32) & mask_;
}

void SeatSums::add(std::uint64_t key, std::uint32_t seats) {
  std::uint64_t at = first_slot(key);
  while (slots_[at].key_plus_one != 0 && slots_[at].key_plus_one != key + 1) at = (at + 1) & mask_;
  slots_[at].key_plus_one = key + 1;
  slots_[at].sum += seats;
}

std::uint64_t SeatSums::sum(std::uint64_t key) const {
  std::uint64_t at = first_slot(key);
  while (slots_[at].key_plus_one != key + 1) at = (at + 1) & mask_;
  return slots_[at].sum;
}

}  // namespace nceplan
