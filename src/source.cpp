// A document's text with its line index: from byte offsets to lines and columns and back.
// In: UTF-8 text. Out: line spans and positions. Tested by tests/text/source_test.cpp.
#include "zhibiao/source.hpp"

#include <algorithm>
#include <utility>

namespace zhibiao {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_character_start(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

/// Bytes between two counts of characters: a column is found in that many steps, however long the line.
constexpr std::size_t kBlock = 1024;

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_character_start));
}

}  // namespace

std::string Place::str() const {
  std::string text;
  const auto add = [&](std::string_view name, std::size_t number) {
    if (number == 0) return;
    if (!text.empty()) text += ' ';
    text.append(name).append(" ").append(std::to_string(number));
  };
  add("page", page);
  add("paragraph", paragraph);
  add("table", table);
  add("row", row);
  add("cell", cell);
  return text;
}

Source::Source(std::string name, std::string text, FileFacts facts)
    : name_(std::move(name)), text_(std::move(text)), facts_(std::move(facts)) {
  if (text_.empty()) return;
  line_starts_.push_back(0);
  for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1)) {
    if (at + 1 < text_.size()) line_starts_.push_back(at + 1);
  }
  characters_.reserve(text_.size() / kBlock + 1);
  std::size_t count = 0;
  for (std::size_t at = 0; at < text_.size(); at += kBlock) {
    characters_.push_back(count);
    count += characters_in(this->text().substr(at, kBlock));
  }
}

std::size_t Source::characters_before(std::size_t offset) const {
  if (text_.empty()) return 0;
  const std::size_t block = std::min(offset / kBlock, characters_.size() - 1);
  return characters_[block] + characters_in(text().substr(block * kBlock, offset - block * kBlock));
}

Span Source::line(std::size_t number) const {
  if (number == 0 || number > line_starts_.size()) return {text_.size(), text_.size()};
  const std::size_t begin = line_starts_[number - 1];
  std::size_t end = number < line_starts_.size() ? line_starts_[number] : text_.size();
  if (end > begin && text_[end - 1] == '\n') --end;
  if (end > begin && text_[end - 1] == '\r') --end;
  return {begin, end};
}

Position Source::position(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  if (next == line_starts_.begin()) return {};
  std::size_t at = *(next - 1);
  // The byte order mark is counted in bytes but is no column.
  if (at == 0 && text_.starts_with(kByteOrderMark)) at = kByteOrderMark.size();
  Position position;
  position.line = static_cast<std::size_t>(next - line_starts_.begin());
  if (at < offset) position.column += characters_before(offset) - characters_before(at);
  return position;
}

Place Source::place(std::size_t offset) const {
  const auto& marks = facts_.landmarks;
  const auto next = std::upper_bound(marks.begin(), marks.end(), offset,
                                     [](std::size_t at, const Landmark& mark) { return at < mark.begin; });
  return next == marks.begin() ? Place{} : (next - 1)->place;
}

}  // namespace zhibiao
