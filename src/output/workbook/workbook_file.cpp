#include "workbook_file.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <deque>
#include <optional>
#include <utility>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/i18n/texts.hpp"
#include "workbook_check.hpp"
#include "workbook_text.hpp"

namespace nceplan {
namespace {

constexpr std::int32_t spreadsheet_epoch = -25569;                // 1899-12-30 in days since 1970-01-01
constexpr std::int32_t first_exact_day = spreadsheet_epoch + 61;  // 1900-03-01
constexpr std::time_t seconds_of_day = 86400;
constexpr std::size_t narrowest = 8;
constexpr std::size_t widest = 60;
constexpr std::size_t filter_button = 3;
constexpr std::size_t date_width = 11;
/// The one reason for which a temporary file is cut short.
constexpr const char* disk_full = "No space left on device";
constexpr lxw_color_t header_color = 0x1F4E78;
constexpr lxw_color_t soon_color = 0xFFEB9C;  // Excel's own "neutral" and "bad"
constexpr lxw_color_t now_color = 0xFFC7CE;

[[noreturn]] void fail(const std::string& path, const char* reason) {
  throw Failure({.code = DiagnosticCode::output_failed, .where = {.file = path, .field = {}}, .details = {reason}});
}

/// Where `file` is, which can be behind 2 GiB.
std::uint64_t position(std::FILE* file) {
#ifdef _WIN32
  return static_cast<std::uint64_t>(_ftelli64(file));
#else
  return static_cast<std::uint64_t>(ftello(file));
#endif
}

/// The formats that cells share.
struct Formats {
  lxw_format* header = nullptr;
  lxw_format* date = nullptr;
  lxw_format* month = nullptr;
  lxw_format* soon = nullptr;
  lxw_format* now = nullptr;
  Language language{};
};

Formats make_formats(lxw_workbook* book, Language language) {
  const bool german = language == Language::de;
  Formats formats{workbook_add_format(book), workbook_add_format(book), workbook_add_format(book),
                  workbook_add_format(book), workbook_add_format(book), language};
  // Not left to the table's style, which not every program shows.
  format_set_bold(formats.header);
  format_set_font_color(formats.header, LXW_COLOR_WHITE);
  format_set_bg_color(formats.header, header_color);
  format_set_num_format(formats.date, german ? "dd.mm.yyyy" : "yyyy-mm-dd");
  format_set_num_format(formats.month, german ? "mm.yyyy" : "yyyy-mm");
  format_set_bg_color(formats.soon, soon_color);
  format_set_bg_color(formats.now, now_color);
  return formats;
}

class Sheet final : public SheetWriter {
 public:
  Sheet(lxw_workbook* book, const Formats& formats, SheetPlan plan, const std::string& path)
      : sheet_(workbook_add_worksheet(book, plan.name.c_str())), formats_(&formats), plan_(std::move(plan)) {
    if (sheet_ == nullptr) fail(path, std::strerror(errno));
    make_headings_unique(plan_.columns);
    for (const SheetColumn& column : plan_.columns) {
      const bool dated = column.form == CellForm::date || column.form == CellForm::month;
      widths_.push_back(std::max(display_width(column.heading) + filter_button, dated ? date_width : narrowest));
    }
    if (const lxw_error error = declare_table(); error != LXW_NO_ERROR) fail(path, lxw_strerror(error));
    worksheet_freeze_panes(sheet_, 1, plan_.first_column_stays ? 1 : 0);
    write_header();
  }

  void add(std::string_view text) override {
    const std::string written = workbook_text(text);
    if (!written.empty()) worksheet_write_string(sheet_, row_, column_, written.c_str(), nullptr);
    widths_[column_] = std::max(widths_[column_], std::min(widest, display_width(text) + 1));
    ++column_;
  }
  void add_number(std::int64_t number) override {
    worksheet_write_number(sheet_, row_, column_++, static_cast<double>(number), nullptr);
  }
  void add_date(Date date) override {
    // Excel counts a 29 February 1900 that never was, and no days before 1900.
    if (date.days() < first_exact_day) return add(format_date(date, formats_->language));
    lxw_format* const format = plan_.columns[column_].form == CellForm::month ? formats_->month : formats_->date;
    worksheet_write_number(sheet_, row_, column_++, date.days() - spreadsheet_epoch, format);
  }
  void add_boolean(bool value) override { worksheet_write_boolean(sheet_, row_, column_++, value ? 1 : 0, nullptr); }
  void add_empty() override { ++column_; }
  void end_row() override {
    ++row_;
    column_ = 0;
  }

  void shade_column(std::size_t column, int soon, int now) override {
    shade(column, now, formats_->now);
    shade(column, soon, formats_->soon);
  }

  /// Widths are known only now. Returns how many bytes of XML the rows have, or nothing when not all of them are in the
  /// sheet's temporary file.
  std::optional<std::uint64_t> finish() {
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet_, column, column, static_cast<double>(widths_[i]), nullptr);
    }
    set_print_layout();
    lxw_worksheet_write_single_row(sheet_);  // the last one, which otherwise waits until the sheet is assembled
    std::FILE* const rows = sheet_->optimize_tmpfile;
    if (std::fflush(rows) != 0 || std::ferror(rows) != 0 || std::fseek(rows, 0, SEEK_END) != 0) return {};
    return position(rows);
  }

 private:
  lxw_row_t last_row() const { return static_cast<lxw_row_t>(std::max<std::uint64_t>(plan_.rows, 1)); }
  lxw_col_t last_column() const { return static_cast<lxw_col_t>(plan_.columns.size() - 1); }

  /// libxlsxwriter refuses tables in sheets whose rows it does not keep, since it would write a table's header row
  /// after the rows. Ours is declared before any row, and `write_header` writes its header again.
  lxw_error declare_table() {
    std::vector<lxw_table_column> columns(plan_.columns.size());
    std::vector<lxw_table_column*> pointers;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      columns[i].header = plan_.columns[i].heading.data();
      pointers.push_back(&columns[i]);
    }
    pointers.push_back(nullptr);
    lxw_table_options table{};
    table.name = plan_.table_name.data();
    table.columns = pointers.data();
    table.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
    table.style_type_number = 1;  // banded rows
    sheet_->optimize = LXW_FALSE;
    const lxw_error error = worksheet_add_table(sheet_, 0, 0, last_row(), last_column(), &table);
    sheet_->optimize = LXW_TRUE;
    return error;
  }

  void write_header() {
    for (const SheetColumn& column : plan_.columns) {
      worksheet_write_string(sheet_, 0, column_++, column.heading.c_str(), formats_->header);
    }
    end_row();
  }

  void shade(std::size_t column, int highest, lxw_format* format) {
    lxw_conditional_format rule{};
    rule.type = LXW_CONDITIONAL_TYPE_CELL;
    rule.criteria = LXW_CONDITIONAL_CRITERIA_BETWEEN;  // an empty cell is no number: "at most" would shade it
    rule.min_value = lowest_days;
    rule.max_value = highest;
    rule.format = format;
    rule.stop_if_true = LXW_TRUE;
    const auto at = static_cast<lxw_col_t>(column);
    if (plan_.rows != 0) worksheet_conditional_format_range(sheet_, 1, at, last_row(), at, &rule);
  }

  void set_print_layout() {
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, a4);
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_repeat_rows(sheet_, 0, 0);
    worksheet_set_footer(sheet_, "&L&A&R&P / &N");
  }

  static constexpr double lowest_days = -1'000'000;
  static constexpr std::uint8_t a4 = 9;

  lxw_worksheet* sheet_;
  const Formats* formats_;
  SheetPlan plan_;
  std::vector<std::size_t> widths_;
  lxw_row_t row_ = 0;
  lxw_col_t column_ = 0;
};

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string::npos ? "." : path.substr(0, slash + 1);
}

}  // namespace

class WorkbookFile::Impl {
 public:
  Impl(const std::string& path, const WorkbookProperties& properties, Language language)
      : path_(path), folder_(folder_of(path)) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder_.data();
    book_ = workbook_new_opt(path_.c_str(), &options);
    if (book_ == nullptr) fail(path_, "libxlsxwriter");
    formats_ = make_formats(book_, language);
    std::string title = workbook_text(properties.title);
    std::string remark = workbook_text(properties.remark);
    lxw_doc_properties said{};
    said.title = title.data();
    said.comments = remark.data();
    said.created = static_cast<std::time_t>(properties.created.days()) * seconds_of_day;
    workbook_set_properties(book_, &said);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    if (book_ != nullptr) lxw_workbook_free(book_);
  }

  SheetWriter& add_sheet(SheetPlan plan) { return sheets_.emplace_back(book_, formats_, std::move(plan), path_); }

  void close() {
    const std::vector<std::uint64_t> row_bytes = finished_sheets();
    const lxw_error error = workbook_close(std::exchange(book_, nullptr));
    if (error != LXW_NO_ERROR) fail(path_, lxw_strerror(error));
    if (!is_whole_workbook(path_, row_bytes)) fail(path_, disk_full);
  }

 private:
  /// The bytes of the rows of each. libxlsxwriter does not notice when they do not reach its temporary files.
  std::vector<std::uint64_t> finished_sheets() {
    std::vector<std::uint64_t> row_bytes;
    for (Sheet& sheet : sheets_) {
      const std::optional<std::uint64_t> bytes = sheet.finish();
      if (!bytes) fail(path_, disk_full);
      row_bytes.push_back(*bytes);
    }
    return row_bytes;
  }

  std::string path_;
  std::string folder_;
  lxw_workbook* book_ = nullptr;
  Formats formats_;
  std::deque<Sheet> sheets_;
};

WorkbookFile::WorkbookFile(const std::string& path, const WorkbookProperties& properties, Language language)
    : impl_(std::make_unique<Impl>(path, properties, language)) {}
WorkbookFile::~WorkbookFile() = default;
SheetWriter& WorkbookFile::add_sheet(SheetPlan plan) { return impl_->add_sheet(std::move(plan)); }
void WorkbookFile::close() { impl_->close(); }

}  // namespace nceplan
