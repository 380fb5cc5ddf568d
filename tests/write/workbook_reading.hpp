// A workbook as a program reads it that knows nothing of ours: libzip and pugixml.
#pragma once

#include <doctest/doctest.h>
#include <zip.h>

#include <fstream>
#include <iterator>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <utility>
#include <vector>

namespace zhibiao_tests::workbook {

inline std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The parts of a zip file by name.
inline std::map<std::string, std::string> unzipped(const std::string& path) {
  std::map<std::string, std::string> parts;
  zip_t* archive = zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
  REQUIRE(archive != nullptr);
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t stat;
    REQUIRE(zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat) == 0);
    std::string text(stat.size, '\0');
    zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
    REQUIRE(zip_fread(file, text.data(), text.size()) == static_cast<zip_int64_t>(text.size()));
    zip_fclose(file);
    parts[stat.name] = std::move(text);
  }
  zip_discard(archive);
  return parts;
}

struct Cell {
  std::string type;  ///< `text`, `number`
  std::string text;  ///< as XML has it, before `_x0041_` is read
  std::string look;  ///< its number format
  std::string link;
};

struct ReadSheet {
  std::vector<std::map<std::string, Cell>> rows;  ///< without the header, by its titles
  std::vector<std::string> header;
  pugi::xml_document xml;
};

/// A workbook as a program that knows nothing of ours reads it.
class Read {
 public:
  explicit Read(const std::string& path) : parts_(unzipped(path)) {
    pugi::xml_document book;
    for (const auto& part : parts_) {
      pugi::xml_document xml;
      REQUIRE_MESSAGE(xml.load_buffer(part.second.data(), part.second.size()), part.first);
      CHECK_MESSAGE(xml.select_nodes("//f").empty(), part.first, " has a formula");
    }
    REQUIRE(book.load_string(parts_.at("xl/workbook.xml").c_str()));
    REQUIRE(styles_.load_string(parts_.at("xl/styles.xml").c_str()));
    int number = 0;
    for (const auto& node : book.select_nodes("//sheet")) {
      names.emplace_back(node.node().attribute("name").value());
      load("sheet" + std::to_string(++number) + ".xml", sheets_[names.back()]);
    }
  }

  const ReadSheet& sheet(const std::string& name) const { return sheets_.at(name); }
  const Cell& cell(const std::string& name, std::size_t row, const std::string& title) const {
    static const Cell kNone;
    const auto& cells = sheet(name).rows.at(row);
    const auto found = cells.find(title);
    return found == cells.end() ? kNone : found->second;
  }
  std::vector<std::string> names;

 private:
  void load(const std::string& file, ReadSheet& sheet) {
    const std::string& text = parts_.at("xl/worksheets/" + file);
    REQUIRE(sheet.xml.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata_single));
    const auto links = links_of(file, sheet.xml);
    bool first = true;
    for (const auto& row : sheet.xml.select_nodes("//row")) {
      if (!first) sheet.rows.emplace_back();
      for (const pugi::xml_node c : row.node().children("c")) {
        const std::string place = c.attribute("r").value();
        const Cell cell = read(c, links.contains(place) ? links.at(place) : std::string());
        const std::size_t column = column_of(place);
        if (first) {
          REQUIRE(column == sheet.header.size());
          sheet.header.push_back(cell.text);
        } else {
          sheet.rows.back()[sheet.header.at(column)] = cell;
        }
      }
      first = false;
    }
  }

  std::map<std::string, std::string> links_of(const std::string& file, const pugi::xml_document& xml) const {
    std::map<std::string, std::string> targets;
    pugi::xml_document relations;
    const auto part = parts_.find("xl/worksheets/_rels/" + file + ".rels");
    if (part != parts_.end()) REQUIRE(relations.load_string(part->second.c_str()));
    for (const auto& node : relations.select_nodes("//Relationship[@TargetMode='External']")) {
      targets[node.node().attribute("Id").value()] = node.node().attribute("Target").value();
    }
    std::map<std::string, std::string> links;
    for (const auto& node : xml.select_nodes("//hyperlink")) {
      links[node.node().attribute("ref").value()] = targets.at(node.node().attribute("r:id").value());
    }
    return links;
  }

  Cell read(const pugi::xml_node& c, std::string link) const {
    Cell cell{.type = "number", .text = c.child("v").text().get(), .look = look(c), .link = std::move(link)};
    if (std::string(c.attribute("t").value()) == "inlineStr") {
      cell.type = "text";
      cell.text = c.child("is").child("t").text().get();
    }
    return cell;
  }

  std::string look(const pugi::xml_node& c) const {
    const auto formats = styles_.child("styleSheet").child("cellXfs").children("xf");
    const std::string id = std::next(formats.begin(), c.attribute("s").as_int())->attribute("numFmtId").value();
    if (id == "0") return "General";
    if (id == "1") return "0";
    return styles_.select_node(("//numFmt[@numFmtId='" + id + "']").c_str()).node().attribute("formatCode").value();
  }

  static std::size_t column_of(const std::string& place) {
    std::size_t column = 0;
    for (const char c : place) {
      if (c >= 'A') column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    }
    return column - 1;
  }

  std::map<std::string, std::string> parts_;
  std::map<std::string, ReadSheet> sheets_;
  pugi::xml_document styles_;
};

/// What a reader of workbooks makes of `_x0041_`.
inline std::string unescaped(const std::string& text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool escape = text[at] == '_' && at + 6 < text.size() && text[at + 1] == 'x' && text[at + 6] == '_' &&
                        text.find_first_not_of("0123456789ABCDEFabcdef", at + 2) == at + 6;
    if (escape) {
      plain += static_cast<char>(std::stoi(text.substr(at + 2, 4), nullptr, 16));
      at += 6;
    } else {
      plain += text[at];
    }
  }
  return plain;
}

}  // namespace zhibiao_tests::workbook
