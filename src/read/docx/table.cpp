// Read, tables of a DOCX. Input: rows and cells as they come; output: a grid of texts, or paragraphs where the table is
// but a frame around them. Tested by tests/read/docx_test.cpp.
#include "read/docx/table.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "read/xml.hpp"

namespace zhibiao::read_stage {
namespace {

constexpr long kMostColumns = 63;  // what Word allows; a file may say anything

/// w:vMerge and w:hMerge without a value, or with `continue`, go on from the cell before.
bool goes_on(pugi::xml_node properties, std::string_view merge) {
  const pugi::xml_node at = child(properties, merge);
  return at && attribute(at, "val") != "restart";
}

std::string joined(const std::vector<std::string>& parts, char with) {
  std::string text;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!text.empty()) text += with;
    text += part;
  }
  return text;
}

std::size_t columns(pugi::xml_node at, long least) {
  return static_cast<std::size_t>(std::clamp(number_attribute(at, "val", least), least, kMostColumns));
}

}  // namespace

void DocxTable::add_row(pugi::xml_node row) { rows_.emplace_back(columns(child(child(row, "trPr"), "gridBefore"), 0)); }

void DocxTable::add_cell(pugi::xml_node cell, std::vector<std::string> paragraphs) {
  if (rows_.empty()) rows_.emplace_back();
  const pugi::xml_node properties = child(cell, "tcPr");
  if (goes_on(properties, "vMerge") || goes_on(properties, "hMerge")) paragraphs.clear();
  auto& row = rows_.back();
  row.push_back(std::move(paragraphs));
  row.resize(row.size() + columns(child(properties, "gridSpan"), 1) - 1);
}

bool DocxTable::is_frame() const {
  std::set<std::size_t> used;
  for (const auto& row : rows_) {
    for (std::size_t at = 0; at < row.size(); ++at) {
      if (!row[at].empty()) used.insert(at);
    }
  }
  return used.size() <= 1;
}

std::vector<std::string> DocxTable::paragraphs() const {
  std::vector<std::string> all;
  for (const auto& row : rows_) {
    for (const Cell& cell : row) all.insert(all.end(), cell.begin(), cell.end());
  }
  return all;
}

std::vector<std::string> DocxTable::lines() const {
  std::vector<std::string> all;
  for (const auto& row : cells()) all.push_back(joined(row, ' '));
  return all;
}

std::vector<std::vector<std::string>> DocxTable::cells() const {
  std::vector<std::vector<std::string>> all;
  for (const auto& row : rows_) {
    auto& texts = all.emplace_back();
    for (const Cell& cell : row) texts.push_back(joined(cell, '\n'));
  }
  return all;
}

}  // namespace zhibiao::read_stage
