// Texts as numbers that sort the same way: the distinct texts are sorted once, however many rows have them.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "nceplan/base/string_pool.hpp"

namespace nceplan {

/// Ranks of handles; equal texts have equal ranks.
class RankTable {
 public:
  static constexpr std::uint32_t empty_rank = 0xffffffff;

  /// Ranks what `text_of`, which must be thread-safe, says of each of `handles`: by the text without ASCII case, then
  /// by its bytes.
  RankTable(const std::vector<Handle>& handles, const std::function<std::string_view(Handle)>& text_of,
            unsigned jobs = 1);

  /// Rank from 0, or `empty_rank` for the empty text and for handles that were not ranked.
  std::uint32_t operator[](Handle handle) const {
    if (handle.shard() >= ranks_.size() || handle.entry() >= ranks_[handle.shard()].size()) return empty_rank;
    return ranks_[handle.shard()][handle.entry()];
  }

 private:
  std::vector<std::vector<std::uint32_t>> ranks_;  ///< per shard and entry
};

}  // namespace nceplan
