// Records, workbooks (ISO/IEC 29500, as Excel, WPS, LibreOffice and zhibiao write them). Input: the bytes of an XLSX file;
// output: the rows of its sheets, each cell as a reader sees it. Formulas count by the value kept beside them.
// Tested by tests/records/workbook_test.cpp.
#include <algorithm>
#include <charconv>
#include <optional>
#include <pugixml.hpp>
#include <vector>

#include "read/docx/package.hpp"
#include "read/sniff.hpp"
#include "read/xml.hpp"
#include "records/formats.hpp"
#include "records/number_format.hpp"
#include "records/text.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::records {
namespace {

using pugi::xml_node;
using read_stage::attribute;
using read_stage::child;
using read_stage::number_attribute;
using read_stage::Relation;
using read_stage::Xml;
using read_stage::Zip;

constexpr std::size_t kColumns = 16384;  // of a sheet

int hex_of(char c) {
  if ('0' <= c && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return 'a' <= lower && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// `_x000D_` is how a cell holds what XML cannot.
std::string without_escapes(std::string text) {
  for (std::size_t at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
    if (at + 7 > text.size() || text[at + 6] != '_') continue;
    int code = 0;
    bool whole = true;
    for (std::size_t k = 2; k < 6; ++k) {
      whole = whole && hex_of(text[at + k]) >= 0;
      code = code * 16 + hex_of(text[at + k]);
    }
    // Others than ASCII need no escape and are not written so.
    if (whole && code > 0 && code < 0x80) text.replace(at, 7, 1, static_cast<char>(code));
  }
  return text;
}

/// The text of a shared or inline string: its runs, without the readings above Chinese characters.
std::string string_of(xml_node node) {
  std::string text;
  for (const xml_node at : node.children()) {
    const auto name = read_stage::local_name(at.name());
    if (name == "t") text += read_stage::text_of(at);
    if (name == "r") {
      for (const xml_node run : at.children()) {
        if (read_stage::local_name(run.name()) == "t") text += read_stage::text_of(run);
      }
    }
  }
  return without_escapes(std::move(text));
}

class Workbook {
 public:
  Workbook(const std::string& name, std::string_view bytes, const ReadLimits& limits) : zip_(name, bytes, limits) {
    if (!zip_.has("[Content_Types].xml")) {
      const std::string what = read_stage::sniff(bytes).what;
      throw Error(name,
                  (what.empty() ? "an archive" : what) + ", which is read as no table; save the table as XLSX or CSV");
    }
    main_ = read_stage::main_part(zip_);
    relations_ = read_stage::relations_of(zip_, main_);
  }

  void read(Builder& builder) {
    const Xml book(zip_, main_);
    if (read_stage::local_name(book.root().name()) != "workbook") {
      throw Error(zip_.name(), "an office document, but no workbook; save the table as XLSX or CSV");
    }
    const std::string_view from_1904 = attribute(child(book.root(), "workbookPr"), "date1904");
    from_1904_ = from_1904 == "1" || from_1904 == "true";
    read_strings();
    read_styles();
    for (const xml_node sheet : child(book.root(), "sheets").children()) {
      if (const std::string part = part_of(sheet); !part.empty()) {
        builder.begin(std::string(attribute(sheet, "name")));
        read_sheet(part, builder);
      }
    }
  }

 private:
  /// The part of a sheet that has cells; empty for charts.
  std::string part_of(xml_node sheet) const {
    // The sheet's own number is `sheetId`; `id` of the relations' namespace is what points to the part.
    const std::string_view id = attribute(sheet, "id");
    for (const Relation& one : relations_) {
      if (one.id == id && one.type == "worksheet" && zip_.has(one.part)) return one.part;
    }
    return {};
  }

  void read_strings() {
    const std::string part = read_stage::find_part(zip_, relations_, "sharedStrings");
    if (part.empty()) return;
    const Xml xml(zip_, part);
    for (const xml_node one : xml.root().children()) {
      if (read_stage::local_name(one.name()) == "si") strings_.push_back(string_of(one));
    }
  }

  void read_styles() {
    const std::string part = read_stage::find_part(zip_, relations_, "styles");
    if (part.empty()) return;
    const Xml xml(zip_, part);
    const xml_node codes = child(xml.root(), "numFmts");
    for (const xml_node style : child(xml.root(), "cellXfs").children()) {
      const long id = number_attribute(style, "numFmtId", 0);
      Shows shows = shown_by(id);
      for (const xml_node code : codes.children()) {
        if (number_attribute(code, "numFmtId", -1) == id) shows = shown_by(attribute(code, "formatCode"));
      }
      styles_.push_back(shows);
    }
  }

  void read_sheet(const std::string& part, Builder& builder) {
    const Xml xml(zip_, part);
    long number = 0;
    Row cells;
    for (const xml_node row : child(xml.root(), "sheetData").children()) {
      if (read_stage::local_name(row.name()) != "row") continue;
      number = number_attribute(row, "r", number + 1);
      cells.clear();
      for (const xml_node cell : row.children()) {
        if (read_stage::local_name(cell.name()) == "c") add_cell(cell, cells);
      }
      if (!builder.row(static_cast<std::size_t>(std::max(number, 1L)), cells)) return;
    }
  }

  void add_cell(xml_node cell, Row& cells) {
    std::size_t column = cells.size();
    std::size_t named = 0;
    for (const char c : attribute(cell, "r")) {  // `AB12`
      if (c < 'A' || c > 'Z' || named > kColumns) break;
      named = named * 26 + static_cast<std::size_t>(c - 'A' + 1);
    }
    if (named > 0) column = named - 1;
    if (column >= kColumns) return;
    if (cells.size() <= column) cells.resize(column + 1);
    cells[column] = cell_of(cell);
  }

  Cell cell_of(xml_node cell) const {
    const std::string_view type = attribute(cell, "t");
    if (type == "inlineStr") return {string_of(child(cell, "is"))};
    const std::string value = read_stage::text_of(child(cell, "v"));
    if (type == "s") {
      std::size_t index = 0;
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), index);
      if (error != std::errc() || end != value.data() + value.size() || index >= strings_.size()) return {};
      return {strings_[index]};
    }
    if (type == "b") return {value == "1" || value == "true" ? "TRUE" : "FALSE"};
    if (type == "str") return {without_escapes(value)};
    if (type == "e" || type == "d") return {value};
    if (value.empty()) return {};
    const auto style = static_cast<std::size_t>(std::max(number_attribute(cell, "s", 0), 0L));
    return {shown_text(value, style < styles_.size() ? styles_[style] : Shows::number, from_1904_),
            plain_digits(value)};
  }

  Zip zip_;
  std::string main_;
  std::vector<Relation> relations_;
  std::vector<std::string> strings_;
  std::vector<Shows> styles_;
  bool from_1904_ = false;
};

}  // namespace

void read_workbook(const std::string& name, std::string_view bytes, const ReadLimits& limits, Builder& builder) {
  Workbook(name, bytes, limits).read(builder);
}

}  // namespace zhibiao::records
