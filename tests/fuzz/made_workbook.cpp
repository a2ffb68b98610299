#include "fuzz/made_workbook.hpp"

#include <zip.h>

#include <array>
#include <vector>

#include "fuzz/fuzz_support.hpp"

namespace nceplan::fuzz {
namespace {

constexpr std::string_view relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

struct Part {
  const char* name;
  std::string content;
};

std::string element(const std::string& name, std::string_view content) {
  return '<' + name + '>' + std::string(content) + "</" + name + '>';
}

std::string relationship(const std::string& id, std::string_view type, const std::string& target) {
  return "<Relationship Id='" + id + "' Type='" + std::string(relations) + '/' + std::string(type) + "' Target='" +
         target + "'/>";
}

std::string header_row() {
  std::string cells;
  for (const char* name : {"Customer", "Product", "Subscription ID", "Seats", "Renewal date", "Auto renew"}) {
    cells += "<c t='inlineStr'><is><t>" + std::string(name) + "</t></is></c>";
  }
  return element("row", cells);
}

std::string worksheet(std::string_view rows) {
  if (rows.substr(0, 10) == "<worksheet") return std::string(rows);
  return element("worksheet", element("sheetData", header_row() + std::string(rows)));
}

std::vector<Part> parts_of(const WorkbookXml& xml) {
  return {
      {"_rels/.rels", element("Relationships", relationship("w", "officeDocument", "xl/workbook.xml"))},
      {"xl/workbook.xml",
       element("workbook", std::string(xml.properties) + "<sheets><sheet name='Abos' id='r1'/></sheets>")},
      {"xl/_rels/workbook.xml.rels", element("Relationships", relationship("r1", "worksheet", "sheet1.xml") +
                                                                  relationship("r2", "styles", "styles.xml") +
                                                                  relationship("r3", "sharedStrings", "texts.xml"))},
      {"xl/sheet1.xml", worksheet(xml.rows)},
      {"xl/styles.xml", element("styleSheet", xml.styles)},
      {"xl/texts.xml", element("sst", xml.texts)},
  };
}

/// Stored, not compressed: packing is not what is tried here.
void add_part(zip_t* archive, const Part& part) {
  zip_source_t* const source = zip_source_buffer(archive, part.content.data(), part.content.size(), 0);
  const zip_int64_t index = zip_file_add(archive, part.name, source, ZIP_FL_ENC_UTF_8);
  require(index >= 0, "libzip takes a part");
  zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
}

std::string content_of(zip_source_t* source) {
  zip_stat_t stat;
  require(zip_source_stat(source, &stat) == 0 && zip_source_open(source) == 0, "libzip opens what it wrote");
  std::string bytes(static_cast<std::size_t>(stat.size), '\0');
  zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  return bytes;
}

std::string_view cut_section(std::string_view& text) {
  constexpr std::string_view separator = "\n--\n";
  const std::size_t end = text.find(separator);
  const std::string_view section = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + separator.size());
  return section;
}

}  // namespace

WorkbookXml workbook_xml(std::string_view text) {
  WorkbookXml xml;
  for (std::string_view* section : {&xml.rows, &xml.styles, &xml.texts, &xml.properties}) *section = cut_section(text);
  return xml;
}

std::string made_workbook(const WorkbookXml& xml) {
  // Sources refer to their buffers until the archive is closed.
  const std::vector<Part> parts = parts_of(xml);
  zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_t* const archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  require(archive != nullptr, "libzip makes an archive");
  zip_source_keep(target);
  for (const Part& part : parts) add_part(archive, part);
  require(zip_close(archive) == 0, "libzip writes an archive");
  std::string bytes = content_of(target);
  zip_source_free(target);
  return bytes;
}

}  // namespace nceplan::fuzz
