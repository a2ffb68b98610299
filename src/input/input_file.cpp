#include "nceplan/input/input_file.hpp"

#include <algorithm>
#include <cstring>
#include <memory>

#include "nceplan/base/diagnostic.hpp"

namespace nceplan {

InputFile memory_file(std::string name, std::string content) {
  const auto bytes = std::make_shared<const std::string>(std::move(content));
  auto read_at = [bytes](std::uint64_t offset, char* out, std::size_t size) {
    if (offset >= bytes->size()) return std::size_t{0};
    const std::size_t count = std::min<std::size_t>(size, bytes->size() - offset);
    std::memcpy(out, bytes->data() + offset, count);
    return count;
  };
  return {std::move(name), bytes->size(), std::move(read_at)};
}

void read_exactly(const InputFile& file, std::uint64_t offset, char* out, std::size_t size) {
  if (file.read_at(offset, out, size) == size) return;
  throw Failure({.code = DiagnosticCode::file_unreadable,
                 .where = {.file = file.name},
                 .details = {"the file became shorter while it was read"}});
}

std::string read_all(const InputFile& file) {
  std::string content(file.size, '\0');
  read_exactly(file, 0, content.data(), content.size());
  if (file.require_unchanged) file.require_unchanged();
  return content;
}

}  // namespace nceplan
