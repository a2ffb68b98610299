#include "support/catch.hpp"

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "input/json/json_brackets_kernel.hpp"
#include "input/simd/isa_baseline.hpp"

using namespace nceplan;

namespace {

std::string random_text(std::mt19937& random, std::size_t size, std::string_view alphabet) {
  std::uniform_int_distribution<std::size_t> any(0, alphabet.size() - 1);
  std::string text(size, '\0');
  for (char& c : text) c = alphabet[any(random)];
  return text;
}

/// Byte by byte.
std::vector<std::uint64_t> expected_brackets(std::string_view text) {
  std::vector<std::uint64_t> found(text.size() / isa::block_size);
  bool inside = false;
  bool escaped = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_bracket = std::string_view("[]{}").find(text[i]) != std::string_view::npos;
    if (is_bracket && !inside) found[i / isa::block_size] |= std::uint64_t{1} << i % isa::block_size;
    if (text[i] == '"' && !escaped) inside = !inside;
    escaped = text[i] == '\\' && !escaped;
  }
  return found;
}

/// In two parts, as windows of a file are.
std::vector<std::uint64_t> found_brackets(json_kernel::Kernel kernel, std::string_view text, std::size_t blocks_first) {
  const std::size_t blocks = text.size() / isa::block_size;
  std::vector<std::uint64_t> found(blocks);
  json_kernel::Carry carry;
  kernel(text.data(), blocks_first, found.data(), carry);
  kernel(text.data() + blocks_first * isa::block_size, blocks - blocks_first, found.data() + blocks_first, carry);
  return found;
}

}  // namespace

TEST_CASE("Brackets outside of strings are found with each instruction set, wherever blocks end") {
  std::mt19937 random(64);
  std::vector<json_kernel::Kernel> kernels = {json_kernel::find_brackets<isa::Baseline>};
#if defined(__x86_64__) && defined(__GNUC__)
  if (isa::has_avx2()) kernels.push_back(json_kernel::find_brackets_avx2);
  if (isa::has_avx512()) kernels.push_back(json_kernel::find_brackets_avx512);
#endif
  for (const std::string_view alphabet : {"{}[]\"\\", "{}[]\"ab,:01", "{\\\"", "\\\\\\\\\\\\\\\\\"]", "a\"]"}) {
    for (int round = 0; round < 50; ++round) {
      const std::string text = random_text(random, 16 * isa::block_size, alphabet);
      const std::vector<std::uint64_t> expected = expected_brackets(text);
      for (const json_kernel::Kernel kernel : kernels) {
        REQUIRE(found_brackets(kernel, text, static_cast<std::size_t>(round % 17)) == expected);
      }
    }
  }
}
