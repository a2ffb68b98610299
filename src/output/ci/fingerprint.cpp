// FNV-1a, 64 bits, twice (RFC 9923): the second pass starts from the result of the first.
#include "fingerprint.hpp"

#include <fmt/format.h>

#include <cstdint>

namespace nceplan {
namespace {

constexpr std::uint64_t offset_basis = 0xcbf29ce484222325;
constexpr std::uint64_t prime = 0x100000001b3;

std::uint64_t fnv1a(std::uint64_t hash, std::span<const std::string_view> parts) {
  const auto add = [&hash](unsigned char byte) { hash = (hash ^ byte) * prime; };
  for (const std::string_view part : parts) {
    for (const char c : part) add(static_cast<unsigned char>(c));
    add(0);
  }
  return hash;
}

}  // namespace

std::string fingerprint_of(std::span<const std::string_view> parts) {
  const std::uint64_t first = fnv1a(offset_basis, parts);
  return fmt::format("{:016x}{:016x}", first, fnv1a(first, parts));
}

}  // namespace nceplan
