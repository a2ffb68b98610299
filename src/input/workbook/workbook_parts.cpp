#include "workbook_parts.hpp"

#include <utf8.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <unordered_map>

#include "nceplan/base/text.hpp"
#include "xml_reader.hpp"

namespace nceplan {
namespace {

struct Relationship {
  std::string type;  ///< the last word of its address: `worksheet`, `styles`
  std::string target;
};
using Relationships = std::map<std::string, Relationship, std::less<>>;

std::string folder_of(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
}

/// The part that `target` names from within `folder`.
std::string resolved(const std::string& folder, std::string_view target) {
  std::string path = target.substr(0, 1) == "/" ? std::string(target.substr(1)) : folder + std::string(target);
  for (std::size_t up = 0; (up = path.find("../")) != std::string::npos;) {
    const std::size_t parent = up < 2 ? std::string::npos : path.rfind('/', up - 2);
    const std::size_t begin = parent == std::string::npos ? 0 : parent + 1;
    path.erase(begin, up + 3 - begin);
  }
  return path;
}

class RelationshipVisitor final : public XmlVisitor {
 public:
  explicit RelationshipVisitor(std::string folder) : folder_(std::move(folder)) {}

  void begin(std::string_view element, const XmlAttributes& attributes) override {
    if (element != "Relationship" || attributes["TargetMode"] == "External") return;
    const std::string_view type = attributes["Type"];
    found[std::string(attributes["Id"])] = {std::string(type.substr(type.rfind('/') + 1)),
                                            resolved(folder_, attributes["Target"])};
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  Relationships found;

 private:
  std::string folder_;
};

Relationships relationships_of(const WorkbookArchive& archive, const std::string& part) {
  const std::string folder = folder_of(part);
  const std::string file = folder + "_rels/" + part.substr(folder.size()) + ".rels";
  RelationshipVisitor visitor(folder);
  if (archive.has(file)) read_xml_part(archive, file, visitor);
  return std::move(visitor.found);
}

std::string part_of_type(const Relationships& relationships, std::string_view type) {
  const auto found = std::find_if(relationships.begin(), relationships.end(),
                                  [type](const auto& entry) { return entry.second.type == type; });
  return found == relationships.end() ? std::string() : found->second.target;
}

bool is_true(std::string_view value) { return value == "1" || value == "true" || value == "on"; }

class WorkbookVisitor final : public XmlVisitor {
 public:
  WorkbookVisitor(const Relationships& relationships, WorkbookOutline& outline)
      : relationships_(relationships), outline_(outline) {}

  void begin(std::string_view element, const XmlAttributes& attributes) override {
    if (element == "workbookPr") outline_.counts_from_1904 = is_true(attributes["date1904"]);
    if (element != "sheet") return;
    const auto found = relationships_.find(attributes["id"]);
    if (found == relationships_.end() || found->second.type != "worksheet") return;
    const std::string_view state = attributes["state"];
    outline_.sheets.push_back(
        {std::string(attributes["name"]), found->second.target, !state.empty() && state != "visible"});
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

 private:
  const Relationships& relationships_;
  WorkbookOutline& outline_;
};

int number_of(std::string_view text) {
  int number = -1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// The formats that every spreadsheet has (ECMA-376 part 1, 18.8.30), those of East Asia included.
bool is_built_in_date(int id) {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

class StyleVisitor final : public XmlVisitor {
 public:
  void begin(std::string_view element, const XmlAttributes& attributes) override {
    if (element == "numFmt") own_[number_of(attributes["numFmtId"])] = is_date_format(attributes["formatCode"]);
    if (element == "cellXfs") in_cell_formats_ = true;
    if (element != "xf" || !in_cell_formats_) return;
    const int id = number_of(attributes["numFmtId"]);
    const auto own = own_.find(id);
    dates.push_back(own == own_.end() ? is_built_in_date(id) : own->second);
  }
  void end(std::string_view element) override {
    if (element == "cellXfs") in_cell_formats_ = false;
  }
  void text(std::string_view) override {}

  std::vector<bool> dates;

 private:
  std::unordered_map<int, bool> own_;
  bool in_cell_formats_ = false;
};

/// Rich texts are the sum of their runs; readings of East Asian texts (`rPh`) are no part of them.
class SharedTextVisitor final : public XmlVisitor {
 public:
  void begin(std::string_view element, const XmlAttributes&) override {
    if (element == "si") current_.clear();
    if (element == "rPh") in_reading_ = true;
    if (element == "t") in_text_ = !in_reading_;
  }
  void end(std::string_view element) override {
    if (element == "t") in_text_ = false;
    if (element == "rPh") in_reading_ = false;
    if (element == "si") texts.push_back(without_escapes(std::move(current_)));
  }
  void text(std::string_view piece) override {
    if (in_text_) current_ += piece;
  }

  std::vector<std::string> texts;

 private:
  std::string current_;
  bool in_text_ = false;
  bool in_reading_ = false;
};

[[noreturn]] void fail_unsupported(const WorkbookArchive& archive) {
  throw Failure({.code = DiagnosticCode::xlsx_unsupported, .where = {.file = archive.file(), .field = {}}});
}

}  // namespace

void read_xml_part(const WorkbookArchive& archive, const std::string& part, XmlVisitor& visitor) {
  try {
    XmlReader reader(visitor);
    bool whole = true;
    archive.read(part, [&](std::string_view piece) { return whole = reader.feed(piece); });
    if (whole) reader.finish();
  } catch (const XmlMalformed& malformed) {
    archive.fail_invalid(part + ": " + malformed.reason);
  }
}

WorkbookOutline read_workbook_outline(const WorkbookArchive& archive) {
  const std::string book = part_of_type(relationships_of(archive, {}), "officeDocument");
  if (book.empty() || matches_glob(book, "*.bin")) fail_unsupported(archive);
  const Relationships relationships = relationships_of(archive, book);
  WorkbookOutline outline;
  outline.styles_part = part_of_type(relationships, "styles");
  outline.texts_part = part_of_type(relationships, "sharedStrings");
  WorkbookVisitor visitor(relationships, outline);
  read_xml_part(archive, book, visitor);
  if (outline.sheets.empty()) fail_unsupported(archive);
  return outline;
}

std::vector<bool> read_date_styles(const WorkbookArchive& archive, const std::string& part) {
  StyleVisitor visitor;
  if (!part.empty() && archive.has(part)) read_xml_part(archive, part, visitor);
  return std::move(visitor.dates);
}

std::vector<std::string> read_shared_texts(const WorkbookArchive& archive, const std::string& part) {
  SharedTextVisitor visitor;
  if (!part.empty() && archive.has(part)) read_xml_part(archive, part, visitor);
  return std::move(visitor.texts);
}

bool is_date_format(std::string_view code) {
  static constexpr std::string_view general = "General";
  static constexpr std::string_view standard = "Standard";  // as German programs may write it
  if (equals_ignoring_case(code, general) || equals_ignoring_case(code, standard)) return false;
  for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
    const char c = to_lower_ascii(code[at]);
    if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else if (c == '"') {
      at = std::min(code.find('"', at + 1), code.size() - 1);
    } else if (c == '[') {
      const std::size_t close = std::min(code.find(']', at), code.size() - 1);
      const std::string inside = to_lower_ascii(code.substr(at + 1, close - at - 1));
      if (!inside.empty() && inside.find_first_not_of("hms") == std::string::npos) return true;  // elapsed time
      at = close;
    } else if (c == 'd' || c == 'm' || c == 'y' || c == 'h' || c == 's') {
      return true;
    }
  }
  return false;
}

std::string without_escapes(std::string text) {
  constexpr std::size_t length = 7;  // of _xHHHH_
  for (std::size_t at = 0; (at = text.find("_x", at)) != std::string::npos;) {
    char32_t point = 0;
    const char* const digits = text.data() + at + 2;
    const bool whole = text.size() - at >= length && text[at + length - 1] == '_';
    std::uint16_t value = 0;
    if (whole && std::from_chars(digits, digits + 4, value, 16).ptr == digits + 4) point = value;
    const bool surrogate = point >= 0xd800 && point <= 0xdfff;
    if (point == 0 || surrogate) {
      at += 2;
      continue;
    }
    std::string character;
    utf8::unchecked::append(point, std::back_inserter(character));
    text.replace(at, length, character);
    at += character.size();
  }
  return text;
}

}  // namespace nceplan
