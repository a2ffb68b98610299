#include "workbook_archive.hpp"

#include <zip.h>

#include <algorithm>
#include <utility>

namespace nceplan {
namespace {

constexpr std::uint64_t mebibyte = std::uint64_t{1} << 20;
constexpr std::uint64_t largest_file = 1024 * mebibyte;
constexpr std::uint64_t largest_unpacked = 4096 * mebibyte;
constexpr std::uint64_t always_allowed = 64 * mebibyte;
constexpr std::uint64_t largest_ratio = 100;  // sheets of nothing but repetitions reach about 50
constexpr zip_int64_t most_parts = 10'000;
constexpr zip_flags_t any_case = ZIP_FL_NOCASE;

std::string reason_of(const zip_error_t& error) {
  zip_error_t copy = error;
  return zip_error_strerror(&copy);
}

}  // namespace

/// Owns the handles of libzip.
class WorkbookArchive::Zip {
 public:
  explicit Zip(const std::string& bytes) {
    zip_error_init(&error_);
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error_);
    if (source == nullptr) return;
    archive_ = zip_open_from_source(source, ZIP_RDONLY, &error_);
    if (archive_ == nullptr) zip_source_free(source);
  }
  Zip(const Zip&) = delete;
  Zip& operator=(const Zip&) = delete;
  ~Zip() {
    if (archive_ != nullptr) zip_discard(archive_);
    zip_error_fini(&error_);
  }

  zip_t* archive() const { return archive_; }
  std::string reason() const { return reason_of(error_); }

 private:
  zip_error_t error_{};
  zip_t* archive_ = nullptr;
};

WorkbookArchive::WorkbookArchive(const InputFile& file)
    : file_(file.name), most_unpacked_(std::min(largest_unpacked, always_allowed + largest_ratio * file.size)) {
  if (file.size > largest_file) {
    most_unpacked_ = largest_file;
    fail_too_large();
  }
  bytes_ = read_all(file);
  if (bytes_.substr(0, 2) != "PK") {
    throw Failure({.code = DiagnosticCode::xlsx_unsupported, .where = {.file = file_, .field = {}}});
  }
  zip_ = std::make_unique<Zip>(bytes_);
  if (zip_->archive() == nullptr) fail_invalid(zip_->reason());
  const zip_int64_t parts = zip_get_num_entries(zip_->archive(), 0);
  if (parts > most_parts) fail_invalid(std::to_string(parts) + " parts");
  std::uint64_t claimed = 0;
  for (zip_int64_t i = 0; i < parts; ++i) {
    zip_stat_t part{};
    if (zip_stat_index(zip_->archive(), static_cast<zip_uint64_t>(i), 0, &part) != 0) continue;
    if ((part.valid & ZIP_STAT_SIZE) == 0) continue;
    if (part.size > most_unpacked_ - std::min(most_unpacked_, claimed)) fail_too_large();
    claimed += part.size;
  }
}

WorkbookArchive::~WorkbookArchive() = default;

bool WorkbookArchive::has(const std::string& part) const {
  return zip_name_locate(zip_->archive(), part.c_str(), any_case) >= 0;
}

void WorkbookArchive::read(const std::string& part, const std::function<bool(std::string_view)>& take) const {
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> opened(zip_fopen(zip_->archive(), part.c_str(), any_case),
                                                                 zip_fclose);
  if (opened == nullptr) fail_invalid(part + ": " + zip_strerror(zip_->archive()));
  std::string piece(std::size_t{1} << 16, '\0');
  for (std::uint64_t unpacked = 0;;) {
    const zip_int64_t count = zip_fread(opened.get(), piece.data(), piece.size());
    if (count < 0) fail_invalid(part + ": " + reason_of(*zip_file_get_error(opened.get())));
    if (count == 0) return;
    unpacked += static_cast<std::uint64_t>(count);
    if (unpacked > most_unpacked_) fail_too_large();
    if (!take(std::string_view(piece).substr(0, static_cast<std::size_t>(count)))) return;
  }
}

void WorkbookArchive::fail_invalid(std::string reason) const {
  throw Failure({.code = DiagnosticCode::workbook_invalid,
                 .where = {.file = file_, .field = {}},
                 .details = {std::move(reason)}});
}

void WorkbookArchive::fail_too_large() const {
  throw Failure({.code = DiagnosticCode::workbook_too_large,
                 .where = {.file = file_, .field = {}},
                 .details = {std::to_string(most_unpacked_ / mebibyte)}});
}

}  // namespace nceplan
