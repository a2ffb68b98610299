#include "json_outline.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <nlohmann/json.hpp>
#include <vector>

#include "json_brackets_kernel.hpp"
#include "json_pointer.hpp"
#include "nceplan/base/diagnostic.hpp"
#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

constexpr std::size_t window_size = std::size_t{1} << 18;
constexpr std::uint64_t largest_element = 0xFFFFFFFF - 4096;  // simdjson counts in 32 bits
constexpr std::uint64_t longest_attribute = 65536;
constexpr int deepest_wrapper = 8;

/// Reads a file byte by byte through a window, and skips values without understanding them: containers, which is nearly
/// all there is, from bracket to bracket.
class ByteReader {
 public:
  explicit ByteReader(const InputFile& file)
      : file_(file),
        brackets_((std::min<std::uint64_t>(window_size, file.size) + isa::block_size - 1) / isa::block_size),
        window_(brackets_.size() * isa::block_size, '\0') {}

  std::uint64_t offset() const { return window_begin_ + at_; }
  void advance() { ++at_; }
  bool at_end() { return at_ == size_ && !refill(); }

  /// The next byte that is not white space; '\0' at the end.
  char peek() {
    for (; !at_end(); ++at_) {
      const char c = window_[at_];
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') return c;
    }
    return '\0';
  }

  void skip_value() {
    const char first = peek();
    if (first == '"') return skip_string();
    if (first == '{' || first == '[') return skip_container();
    const std::uint64_t begin = offset();
    while (!at_end() && !ends_scalar(window_[at_])) ++at_;
    if (offset() == begin) fail("expected a value");
  }

  void skip_string() {
    ++at_;
    for (; !at_end(); ++at_) {
      if (window_[at_] == '"') return advance();
      if (window_[at_] != '\\') continue;
      ++at_;
      if (at_end()) break;
    }
    fail("unexpected end of input");
  }

  [[noreturn]] void fail(std::string reason) const { throw JsonMalformed{{offset(), std::move(reason)}}; }

 private:
  static bool ends_scalar(char c) {
    return c == ',' || c == ']' || c == '}' || c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  void skip_container() {
    std::uint64_t depth = 0;
    do {
      if (!find_bracket()) fail("unexpected end of input");
      const char bracket = window_[at_++];
      if (bracket == '{' || bracket == '[') {
        ++depth;
      } else {
        --depth;
      }
    } while (depth != 0);
  }

  /// Goes to the next bracket outside of strings; false at the end.
  bool find_bracket() {
    while (!at_end()) {
      const std::size_t block = at_ / isa::block_size;
      if (const std::uint64_t bits = brackets_[block] >> at_ % isa::block_size; bits != 0) {
        at_ += static_cast<std::size_t>(std::countr_zero(bits));
        return true;
      }
      at_ = std::min(size_, (block + 1) * isa::block_size);
    }
    return false;
  }

  bool refill() {
    static const json_kernel::Kernel find_brackets = json_kernel::best();
    window_begin_ += size_;
    at_ = 0;
    size_ = file_.read_at(window_begin_, window_.data(), window_.size());
    const std::size_t blocks = (size_ + isa::block_size - 1) / isa::block_size;
    std::fill(window_.begin() + static_cast<std::ptrdiff_t>(size_),
              window_.begin() + static_cast<std::ptrdiff_t>(blocks * isa::block_size), '\0');
    find_brackets(window_.data(), blocks, brackets_.data(), carry_);
    return size_ != 0;
  }

  const InputFile& file_;
  std::vector<std::uint64_t> brackets_;  ///< of the window, a bit per byte
  std::string window_;                   ///< whole blocks
  json_kernel::Carry carry_;
  std::uint64_t window_begin_ = 0;
  std::size_t size_ = 0;
  std::size_t at_ = 0;
};

class OutlineReader {
 public:
  OutlineReader(const InputFile& file, std::uint64_t block_size, std::string_view rows_key)
      : file_(file), reader_(file), block_size_(block_size), rows_key_(rows_key) {}

  JsonOutline read() {
    const char first = reader_.peek();
    outline_.begin = reader_.offset();
    if (first == '[') {
      read_elements({});
    } else if (first == '{') {
      read_object({}, 0);
    } else {
      reader_.fail("expected an object or an array");
    }
    outline_.end = reader_.offset();
    outline_.next = reader_.peek();
    return std::move(outline_);
  }

 private:
  void read_object(const std::string& pointer, int depth) {
    const std::size_t first_collection = outline_.collections.size();
    std::string attributes;
    reader_.advance();
    if (reader_.peek() == '}') return reader_.advance();
    for (;;) {
      read_member(pointer, depth, attributes);
      const char next = reader_.peek();
      if (next != ',' && next != '}') reader_.fail("expected ',' or '}'");
      reader_.advance();
      if (next == '}') break;
    }
    name_customers(first_collection, '{' + attributes + '}');
  }

  void read_member(const std::string& pointer, int depth, std::string& attributes) {
    if (reader_.peek() != '"') reader_.fail("expected a key");
    const std::uint64_t begin = reader_.offset();
    reader_.skip_string();
    const std::string key = text_between(begin + 1, reader_.offset() - 1);
    if (reader_.peek() != ':') reader_.fail("expected ':'");
    reader_.advance();
    const char next = reader_.peek();
    const bool holds_rows = is_rows_key(key) || (!rows_key_.empty() && key == rows_key_);
    if (depth == 0) outline_.keys.push_back(key);
    if (holds_rows && next == '[') return read_elements(child_pointer(pointer, key));
    if (holds_rows && next == '{' && depth < deepest_wrapper)
      return read_object(child_pointer(pointer, key), depth + 1);

    const std::uint64_t value_begin = reader_.offset();
    reader_.skip_value();
    const std::uint64_t end = reader_.offset();
    if (end - value_begin <= longest_attribute) note_paging(key, text_between(value_begin, end));
    if (depth == 0 && next == '[' && holds_objects(value_begin, end)) outline_.other_arrays.push_back(key);
    if (end - begin > longest_attribute) return;
    if (!attributes.empty()) attributes += ',';
    attributes += text_between(begin, end);
  }

  /// Partner Center has `totalCount` and `links`, OData `@odata.nextLink`.
  void note_paging(std::string_view key, std::string_view value) {
    JsonPaging& paging = outline_.paging;
    if (equals_ignoring_case(key, "totalCount")) {
      std::uint64_t count = 0;
      std::from_chars(value.data(), value.data() + value.size(), count);
      paging.total += count;
    } else if (equals_ignoring_case(key, "@odata.nextLink") || equals_ignoring_case(key, "nextLink")) {
      paging.goes_on |= value.size() > 2 && value.front() == '"';
    } else if (equals_ignoring_case(key, "links")) {
      const auto links = nlohmann::json::parse(value, nullptr, false);
      paging.goes_on |= links.is_object() && links.contains("next") && !links["next"].is_null();
    }
  }

  void read_elements(std::string pointer) {
    const auto collection = static_cast<std::uint32_t>(outline_.collections.size());
    outline_.collections.push_back({std::move(pointer), {}, false});
    reader_.advance();
    if (reader_.peek() == ']') return reader_.advance();
    bool open = false;
    for (std::uint64_t index = 0;; ++index) {
      reader_.peek();
      const std::uint64_t begin = reader_.offset();
      reader_.skip_value();
      const std::uint64_t end = reader_.offset();
      if (end - begin > largest_element) fail_too_large();
      if (!open) outline_.blocks.push_back({begin, end, index, collection});
      JsonElements& block = outline_.blocks.back();
      block.end = end;
      open = block.end - block.begin < block_size_;
      const char next = reader_.peek();
      if (next != ',' && next != ']') reader_.fail("expected ',' or ']'");
      reader_.advance();
      if (next == ']') return;
    }
  }

  /// The inner of two objects that name a customer is right.
  void name_customers(std::size_t first_collection, std::string attributes) {
    if (first_collection == outline_.collections.size()) return;
    const JsonCustomer customer = read_customer(std::move(attributes));
    for (std::size_t i = first_collection; i < outline_.collections.size(); ++i) {
      if (!outline_.collections[i].customer.known()) outline_.collections[i].customer = customer;
    }
  }

  JsonCustomer read_customer(std::string attributes) {
    try {
      return customer_around_rows(std::move(attributes), {});
    } catch (const simdjson::simdjson_error& error) {
      reader_.fail(error.what());
    }
  }

  bool holds_objects(std::uint64_t begin, std::uint64_t end) const {
    constexpr std::uint64_t enough = 64;
    const std::string start = text_between(begin + 1, std::min(end, begin + enough));
    return trim(start).substr(0, 1) == "{";
  }

  std::string text_between(std::uint64_t begin, std::uint64_t end) const {
    std::string text(end - begin, '\0');
    read_exactly(file_, begin, text.data(), text.size());
    return text;
  }

  [[noreturn]] void fail_too_large() const {
    throw Failure({DiagnosticCode::json_too_large, Severity::error, {file_.name, 0, 0, {}, {}}, {}, {}});
  }

  const InputFile& file_;
  ByteReader reader_;
  std::uint64_t block_size_;
  std::string_view rows_key_;
  JsonOutline outline_;
};

}  // namespace

bool is_rows_key(std::string_view key) {
  static constexpr std::array<std::string_view, 9> keys = {"items", "value",   "entries", "subscriptions", "customers",
                                                           "data",  "results", "records", "rows"};
  return std::any_of(keys.begin(), keys.end(),
                     [key](std::string_view known) { return equals_ignoring_case(known, key); });
}

JsonOutline outline_json(const InputFile& file, std::uint64_t block_size, std::string_view rows_key) {
  return OutlineReader(file, block_size, rows_key).read();
}

}  // namespace nceplan
