#include "workbook_check.hpp"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>

#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

constexpr std::string_view rows_begin = "<sheetData>";
constexpr std::string_view rows_end = "</sheetData>";
/// What stands around the rows of a sheet, and the part's first and last element, are well within this many bytes.
constexpr std::size_t kept_bytes = std::size_t{1} << 16;

/// The first and the last bytes of a part, which is read piece by piece.
struct PartEnds {
  std::string first;
  std::string last;
  std::uint64_t size = 0;

  void add(std::string_view piece) {
    size += piece.size();
    if (first.size() < kept_bytes) first += piece.substr(0, kept_bytes - first.size());
    last += piece;
    if (last.size() > kept_bytes) last.erase(0, last.size() - kept_bytes);
  }
};

/// Nothing when the part cannot be read, or its checksum is not that of its bytes.
std::optional<PartEnds> read_part(zip_t* archive, zip_uint64_t index) {
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> part(zip_fopen_index(archive, index, 0), zip_fclose);
  if (part == nullptr) return {};
  PartEnds ends;
  std::string piece(kept_bytes, '\0');
  for (;;) {
    const zip_int64_t count = zip_fread(part.get(), piece.data(), piece.size());
    if (count < 0) return {};
    if (count == 0) return ends;
    ends.add(std::string_view(piece).substr(0, static_cast<std::size_t>(count)));
  }
}

/// Whether the document's last tag closes its first element.
bool ends_as_it_begins(const PartEnds& part) {
  constexpr std::string_view name_ends = " >\n";
  std::size_t start = part.first.find('<');
  if (start != std::string::npos && part.first.substr(start, 2) == "<?") start = part.first.find('<', start + 1);
  if (start == std::string::npos) return false;
  const std::string_view begun = std::string_view(part.first).substr(start + 1);
  const std::string closing = "</" + std::string(begun.substr(0, begun.find_first_of(name_ends))) + '>';
  const std::string_view last = trim(part.last);
  return last.size() >= closing.size() && last.substr(last.size() - closing.size()) == closing;
}

std::optional<std::uint64_t> bytes_of_rows(const PartEnds& sheet) {
  const std::size_t before = sheet.first.find(rows_begin);
  const std::size_t behind = sheet.last.rfind(rows_end);
  if (before == std::string::npos || behind == std::string::npos) return {};
  return sheet.size - (sheet.last.size() - behind) - (before + rows_begin.size());
}

bool is_whole(zip_t* archive, std::span<const std::uint64_t> row_bytes) {
  const zip_int64_t parts = zip_get_num_entries(archive, 0);
  std::size_t sheets = 0;
  for (zip_int64_t i = 0; i < parts; ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    const std::optional<PartEnds> part = read_part(archive, index);
    if (!part || !ends_as_it_begins(*part)) return false;
    const std::string_view name = zip_get_name(archive, index, 0);
    for (std::size_t sheet = 0; sheet < row_bytes.size(); ++sheet) {
      if (name != "xl/worksheets/sheet" + std::to_string(sheet + 1) + ".xml") continue;
      if (bytes_of_rows(*part) != row_bytes[sheet]) return false;
      ++sheets;
    }
  }
  return sheets == row_bytes.size();
}

}  // namespace

bool is_whole_workbook(const std::string& path, std::span<const std::uint64_t> row_bytes) {
  int error = 0;
  zip_t* const archive = zip_open(path.c_str(), ZIP_RDONLY, &error);
  if (archive == nullptr) return false;
  const bool whole = is_whole(archive, row_bytes);
  zip_discard(archive);
  return whole;
}

}  // namespace nceplan
