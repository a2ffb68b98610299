// What hashes of untrusted texts and ids are made with.
#pragma once

#include <cstdint>

namespace nceplan {

/// Two numbers that differ from run to run, so that nobody can write a file whose ids or names all meet in one slot of
/// a table and keep the run busy for hours. No output depends on them.
struct HashSecret {
  std::uint64_t first;
  std::uint64_t second;
};
/// The same throughout a run. Thread-safe.
const HashSecret& hash_secret();

/// The multiply-and-fold step of wyhash: every input bit reaches every output bit. Where one number is 0, so is the
/// result: both must hold some of the secret.
inline std::uint64_t fold_product(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

}  // namespace nceplan
