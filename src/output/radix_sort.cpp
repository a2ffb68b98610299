#include "radix_sort.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/parallel.hpp"

namespace nceplan {
namespace {

constexpr unsigned digit_bits = 8;
constexpr std::size_t digit_values = std::size_t{1} << digit_bits;

using Histogram = std::array<std::size_t, digit_values>;

std::size_t digit(const SortRecord& record, unsigned shift) {
  return static_cast<std::size_t>(record.key() >> shift) & (digit_values - 1);
}

/// The bits in which keys differ.
std::uint64_t varying_bits(const SortRecords& records) {
  std::uint64_t varying = 0;
  for (std::size_t i = 0; i < records.size(); ++i) varying |= records[i].key() ^ records[0].key();
  return varying;
}

/// Sorts by one digit at a time, the lowest first. Each part of the records has places of its own for every digit
/// value, behind those of the parts before it: that keeps the order stable without the threads meeting.
class RadixSorter {
 public:
  RadixSorter(SortRecords& records, unsigned jobs) : from_(records), to_(records.size()), parts_(jobs) {}

  void sort_by_digit(unsigned shift) {
    const auto jobs = static_cast<unsigned>(parts_.size());
    for_each_part(jobs, parts_.size(), from_.size(), [&](const Part& part) {
      Histogram& counts = parts_[part.number];
      counts.fill(0);
      for (std::size_t i = part.first; i < part.last; ++i) ++counts[digit(from_[i], shift)];
    });
    turn_counts_into_places();
    for_each_part(jobs, parts_.size(), from_.size(), [&](const Part& part) {
      Histogram& places = parts_[part.number];
      for (std::size_t i = part.first; i < part.last; ++i) to_[places[digit(from_[i], shift)]++] = from_[i];
    });
    std::swap(from_, to_);
  }

 private:
  void turn_counts_into_places() {
    std::size_t place = 0;
    for (std::size_t value = 0; value < digit_values; ++value) {
      for (Histogram& part : parts_) {
        const std::size_t count = part[value];
        part[value] = place;
        place += count;
      }
    }
  }

  SortRecords& from_;
  SortRecords to_;
  std::vector<Histogram> parts_;
};

}  // namespace

void radix_sort(SortRecords& records, unsigned jobs) {
  if (records.size() == 0) return;
  constexpr std::size_t worth_a_thread = std::size_t{1} << 16;
  RadixSorter sorter(records, records.size() < worth_a_thread ? 1 : std::max(jobs, 1U));
  const std::uint64_t varying = varying_bits(records);
  for (unsigned shift = 0; shift < 64; shift += digit_bits) {
    if ((varying >> shift & (digit_values - 1)) != 0) sorter.sort_by_digit(shift);
  }
}

}  // namespace nceplan
