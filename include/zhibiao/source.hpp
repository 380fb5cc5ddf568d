// A document's text as it was read: the ground every record stands on.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace zhibiao {

/// Half-open range of UTF-8 byte offsets.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t size() const { return end - begin; }
  bool empty() const { return end <= begin; }
  bool contains(std::size_t offset) const { return begin <= offset && offset < end; }
  bool operator==(const Span&) const = default;
};

/// A place for people: both count from 1, columns in code points.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};

/// One document in valid UTF-8. Offsets of records count in bytes of `text`.
class Source {
 public:
  Source() = default;
  /// `name` is what records print as `file`; `text` must be valid UTF-8.
  Source(std::string name, std::string text);

  const std::string& name() const { return name_; }
  std::string_view text() const { return text_; }
  std::string_view slice(Span span) const { return std::string_view(text_).substr(span.begin, span.size()); }

  /// Number of lines; a text without a final newline counts its last line.
  std::size_t line_count() const { return line_starts_.size(); }
  /// The line (from 1) without its line end (\n or \r\n).
  Span line(std::size_t number) const;
  /// Line and column of a byte offset (which must be at a character's start).
  Position position(std::size_t offset) const;

 private:
  std::string name_;
  std::string text_;
  std::vector<std::size_t> line_starts_;
};

}  // namespace zhibiao
