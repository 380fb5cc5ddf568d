// A document's text as it was read: the ground every record stands on.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/document.hpp"

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

/// A place in a text, for people: both count from 1, columns in code points.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};

/// A place in a file that has pages, paragraphs or tables, as a reader of that file counts them: from 1; 0: it has
/// none. A paragraph in a table's cell has no number of its own.
struct Place {
  std::size_t page = 0;
  std::size_t paragraph = 0;
  std::size_t table = 0;
  std::size_t row = 0;
  std::size_t cell = 0;
  bool operator==(const Place&) const = default;
  /// `page 3`, `paragraph 12`, `page 2 table 1 row 3 cell 4`; empty where nothing is known.
  std::string str() const;
};

/// From this byte of the text on (up to the next landmark) the text stands in that place.
struct Landmark {
  std::size_t begin = 0;
  Place place;
};

/// What is known of a file beside its text.
struct FileFacts {
  std::string format = "text";      ///< `text`, `html`, `docx`, `ofd`, `pdf`
  std::string encoding = "UTF-8";   ///< of the file's text, as decoded: `UTF-8`, `GB18030`, `UTF-16LE`
  std::vector<Landmark> landmarks;  ///< by rising `begin`; empty for plain text
  DocumentData labelled;  ///< what the file's own labels say (索引号, 发文机关); goes before the text's word
  std::vector<std::string> warnings;  ///< what was left out or replaced, one line each, without the file's name
};

/// One document in valid UTF-8. Offsets of records count in bytes of `text`: the file's own bytes where the file is
/// UTF-8 text, else the bytes of the text as decoded (`--save-text` writes them).
class Source {
 public:
  Source() = default;
  /// `name` is what records print as `file`; `text` must be valid UTF-8.
  Source(std::string name, std::string text, FileFacts facts = {});

  const std::string& name() const { return name_; }
  std::string_view text() const { return text_; }
  const FileFacts& facts() const { return facts_; }
  std::string_view slice(Span span) const { return std::string_view(text_).substr(span.begin, span.size()); }

  /// Number of code points.
  std::size_t character_count() const { return characters_between(0, text_.size()); }
  /// Number of lines; a text without a final newline counts its last line.
  std::size_t line_count() const { return line_starts_.size(); }
  /// The line (from 1) without its line end (\n or \r\n).
  Span line(std::size_t number) const;
  /// The line (from 1) of a byte offset.
  std::size_t line_at(std::size_t offset) const;
  /// Line and column of a byte offset (which must be at a character's start).
  Position position(std::size_t offset) const;
  /// Page, paragraph or table cell of a byte offset; all 0 for plain text.
  Place place(std::size_t offset) const;

 private:
  /// Code points between two offsets.
  std::size_t characters_between(std::size_t begin, std::size_t end) const;

  std::string name_;
  std::string text_;
  FileFacts facts_;
  std::vector<std::size_t> line_starts_;
  std::vector<std::size_t> characters_;  ///< code points before each block of bytes
};

}  // namespace zhibiao
