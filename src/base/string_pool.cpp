#include "nceplan/base/string_pool.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace nceplan {
namespace {

constexpr std::size_t first_slots = 1024;
constexpr std::size_t chunk_size = std::size_t{1} << 18;

std::uint64_t load(const char* bytes, std::size_t count) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, count);
  return word;
}

// The multiply-and-fold step of wyhash: every input bit reaches every output bit.
std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

}  // namespace

std::uint64_t hash_bytes(std::string_view bytes) {
  constexpr std::uint64_t k0 = 0xa0761d6478bd642fULL;
  constexpr std::uint64_t k1 = 0xe7037ed1a0b428dbULL;
  const char* at = bytes.data();
  std::size_t left = bytes.size();
  std::uint64_t hash = k0 ^ left;
  for (; left >= 16; left -= 16, at += 16) hash = mix(load(at, 8) ^ k1, load(at + 8, 8) ^ hash);
  const std::size_t low = std::min<std::size_t>(left, 8);
  return mix(load(at, low) ^ k1, load(at + low, left - low) ^ hash ^ k0);
}

std::uint64_t hash_words(std::uint64_t a, std::uint64_t b) {
  return mix(a ^ 0xa0761d6478bd642fULL, b ^ 0xe7037ed1a0b428dbULL);
}

StringPool::StringPool(std::uint32_t shard) : shard_(shard), entries_(1), slots_(first_slots) {}

TextId StringPool::intern(std::string_view text, std::uint64_t hash) {
  if (text.empty()) return {};
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at] != 0; at = (at + 1) & mask) {
    const Entry& entry = entries_[slots_[at]];
    if (entry.hash == hash && entry.text == text) return {Handle::of(shard_, slots_[at])};
  }
  if (entries_.size() >= Handle::max_entries) throw std::length_error("too many distinct texts in one shard");
  const auto added = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back({copy(text), hash});
  slots_[at] = added;
  if (entries_.size() * 2 > slots_.size()) grow();
  return {Handle::of(shard_, added)};
}

std::string_view StringPool::copy(std::string_view text) {
  if (text.size() > free_size_) {
    const std::size_t size = std::max(chunk_size, text.size());
    chunks_.push_back(std::make_unique_for_overwrite<char[]>(size));
    free_ = chunks_.back().get();
    free_size_ = size;
  }
  char* const owned = free_;
  std::memcpy(owned, text.data(), text.size());
  free_ += text.size();
  free_size_ -= text.size();
  return {owned, text.size()};
}

void StringPool::grow() {
  std::vector<std::uint32_t> wider(slots_.size() * 2);
  const std::size_t mask = wider.size() - 1;
  for (std::uint32_t i = 1; i < entries_.size(); ++i) {
    std::size_t at = entries_[i].hash & mask;
    while (wider[at] != 0) at = (at + 1) & mask;
    wider[at] = i;
  }
  slots_ = std::move(wider);
}

}  // namespace nceplan
