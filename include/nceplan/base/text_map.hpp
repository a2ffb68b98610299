// Tables by texts of a file: their hash holds a secret (string_pool.hpp), so that nobody can write texts that all meet
// in one place. The order of their elements differs from run to run, and no output may depend on it.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "nceplan/base/string_pool.hpp"

namespace nceplan {

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return static_cast<std::size_t>(hash_bytes(text)); }
};

template <typename Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;
using TextSet = std::unordered_set<std::string, TextHash, std::equal_to<>>;

}  // namespace nceplan
