// Read, what every format's reader ends in. Input: paragraphs and tables in reading order; output: one text with
// landmarks. Tested by tests/read/text_builder_test.cpp.
#include "read/text_builder.hpp"

#include <utility>

namespace zhibiao::read_stage {

std::string on_one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool gap = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) {
      gap = true;
      continue;
    }
    if (gap && !line.empty() && line.back() != ' ' && c != ' ') line += ' ';
    gap = false;
    if (c != ' ' || !line.empty()) line += c;
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

void TextBuilder::mark(const Place& place) { landmarks_.push_back({text_.size(), place}); }

void TextBuilder::paragraph(std::string_view text) {
  ++paragraphs_;
  const std::string line = on_one_line(text);
  if (line.empty()) return;
  Place place = place_;
  place.paragraph = paragraphs_;
  mark(place);
  text_.append(line).append("\n");
}

void TextBuilder::table(const std::vector<std::vector<std::string>>& rows) {
  ++tables_;
  const std::size_t before = text_.size();
  if (!text_.empty()) text_ += '\n';
  const std::size_t first = text_.size();
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::size_t start = text_.size();
    const std::size_t marks = landmarks_.size();
    bool any = false;
    for (std::size_t cell = 0; cell < rows[row].size(); ++cell) {
      if (cell > 0) text_ += '\t';
      mark({.page = place_.page, .paragraph = 0, .table = tables_, .row = row + 1, .cell = cell + 1});
      const std::string line = on_one_line(rows[row][cell]);
      any = any || !line.empty();
      text_ += line;
    }
    if (any) {
      text_ += '\n';
    } else {
      text_.resize(start);
      landmarks_.resize(marks);
    }
  }
  // A table without a word leaves no trace but its number.
  if (text_.size() == first) {
    text_.resize(before);
  } else {
    text_ += '\n';
  }
}

Document TextBuilder::take(std::string format) {
  Document document;
  document.text = std::move(text_);
  document.facts.format = std::move(format);
  document.facts.landmarks = std::move(landmarks_);
  return document;
}

}  // namespace zhibiao::read_stage
