#include "hash.hpp"

#include <exception>
#include <random>

namespace nceplan {
namespace {

HashSecret make_secret() {
  try {
    std::random_device device;
    const auto number = [&device] { return std::uint64_t{device()} << 32 | device(); };
    return {.first = number(), .second = number()};
  } catch (const std::exception&) {
    // A system without a source of random numbers: where it put this is better than nothing.
    static const char place = 0;
    const auto address = static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(&place));
    return {.first = address * 0xa0761d6478bd642fULL, .second = address * 0xe7037ed1a0b428dbULL};
  }
}

}  // namespace

const HashSecret& hash_secret() {
  static const HashSecret secret = make_secret();
  return secret;
}

}  // namespace nceplan
