// A document's text with its line index: from byte offsets to lines and columns and back.
// In: UTF-8 text. Out: line spans and positions. Tested by tests/text/source_test.cpp.
#include "zhibiao/source.hpp"

#include <algorithm>
#include <utility>

#include "text/chars.hpp"

namespace zhibiao {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Bytes between two counts of characters: a column is found in that many steps, however long the line.
constexpr std::size_t kBlock = 1024;

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
    count += text::count_characters(this->text().substr(at, kBlock));
  }
}

std::size_t Source::characters_between(std::size_t begin, std::size_t end) const {
  if (end - begin <= kBlock) return text::count_characters(slice({begin, end}));
  const auto before = [this](std::size_t offset) {
    const std::size_t block = std::min(offset / kBlock, characters_.size() - 1);
    return characters_[block] + text::count_characters(slice({block * kBlock, offset}));
  };
  return before(end) - before(begin);
}

Span Source::line(std::size_t number) const {
  if (number == 0 || number > line_starts_.size()) return {text_.size(), text_.size()};
  const std::size_t begin = line_starts_[number - 1];
  std::size_t end = number < line_starts_.size() ? line_starts_[number] : text_.size();
  if (end > begin && text_[end - 1] == '\n') --end;
  if (end > begin && text_[end - 1] == '\r') --end;
  return {begin, end};
}

std::size_t Source::line_at(std::size_t offset) const {
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), std::min(offset, text_.size()));
  return next == line_starts_.begin() ? 1 : static_cast<std::size_t>(next - line_starts_.begin());
}

Position Source::position(std::size_t offset) const {
  if (text_.empty()) return {};
  offset = std::min(offset, text_.size());
  Position position{.line = line_at(offset)};
  std::size_t begin = line_starts_[position.line - 1];
  // The byte order mark is counted in bytes but is no column.
  if (begin == 0 && text_.starts_with(kByteOrderMark)) begin = kByteOrderMark.size();
  if (begin < offset) position.column += characters_between(begin, offset);
  return position;
}

Place Source::place(std::size_t offset) const {
  const auto& marks = facts_.landmarks;
  const auto next = std::upper_bound(marks.begin(), marks.end(), offset,
                                     [](std::size_t at, const Landmark& mark) { return at < mark.begin; });
  return next == marks.begin() ? Place{} : (next - 1)->place;
}

}  // namespace zhibiao
