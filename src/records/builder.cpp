// Records, rows. Input: rows of cells with their numbers; output: rows of the table, under the header above them.
// Tested by tests/records/.
#include "records/builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "read/limits.hpp"
#include "records/text.hpp"
#include "write/counted.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::records {
namespace {

bool is_empty(const Row& cells) {
  return std::all_of(cells.begin(), cells.end(), [](const Cell& cell) { return trimmed(cell.text).empty(); });
}

/// Below the first header: a record may hold two names of fields (the role `mention`, the kind `deadline`), but not more.
bool is_header_again(const Row& cells, const std::vector<const Field*>& header) {
  constexpr std::size_t kMany = 5;
  std::size_t named = 0;
  std::size_t others = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (header[i] != nullptr) {
      ++named;
    } else if (!trimmed(cells[i].text).empty()) {
      ++others;
    }
  }
  return named >= kMany || others == 0;
}

}  // namespace

void Builder::begin(const std::string& sheet) {
  sheet_ = sheet;
  columns_.clear();
  before_ = 0;
}

bool Builder::row(std::size_t number, const Row& cells) {
  if (is_empty(cells)) return true;
  if (auto header = header_of(cells); !header.empty() && (columns_.empty() || is_header_again(cells, header))) {
    columns_ = std::move(header);
    found_ = true;
    return true;
  }
  if (columns_.empty()) return ++before_ < kHeaderWithin;
  RecordRow row;
  row.row = number;
  row.sheet = sheet_;
  static const Cell kNothing;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i] != nullptr) set_field(row, *columns_[i], i < cells.size() ? cells[i] : kNothing, style_);
  }
  record(std::move(row));
  return true;
}

void Builder::record(RecordRow row) {
  found_ = true;
  const auto order = [](const Field* a, const Field* b) { return a < b; };
  std::sort(row.said.begin(), row.said.end(), order);
  for (const CellTrouble& trouble : row.troubles) {
    if (trouble.lost || trouble.field == nullptr) continue;
    Doubt& doubt = doubts_[trouble.reason];
    if (doubt.count++ == 0) doubt.first = fmt::format("row {}, {} {}", row.row, trouble.field->name, trouble.text);
  }
  add(std::move(row));
}

void Builder::add(RecordRow row) {
  if (table_.rows.size() >= most_) {
    throw Error(table_.name, fmt::format("holds more than {} rows{}", most_, read_stage::how_to_lift("records")));
  }
  table_.rows.push_back(std::move(row));
}

void Builder::broken(std::size_t number, const std::string& text, const std::string& reason) {
  constexpr std::size_t kShown = 60;
  RecordRow row;
  row.row = number;
  row.sheet = sheet_;
  std::size_t size = std::min(text.size(), kShown);
  while (size < text.size() && size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
  row.troubles.push_back({nullptr, text.substr(0, size) + (size < text.size() ? "…" : ""), reason, true});
  add(std::move(row));
}

void Builder::finish() {
  for (const auto& [reason, doubt] : doubts_) {
    table_.warnings.push_back(
        fmt::format("{} {} (first: {})", write::counted(doubt.count, "cell"), reason, doubt.first));
  }
}

}  // namespace zhibiao::records
