// Read: puts paragraphs and tables together to one text and remembers where each stood in the file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "read/formats.hpp"

namespace zhibiao::read_stage {

/// What the readers of formats write into: one line for each paragraph and each row of a table.
class TextBuilder {
 public:
  /// What follows stands on this page (from 1).
  void page(std::size_t number) { place_.page = number; }

  /// One paragraph, on one line: line breaks and tabs inside become blanks, other control characters go, blanks at the
  /// ends are dropped. Every call counts as a paragraph; a blank one leaves no line. `text` must be valid UTF-8.
  void paragraph(std::string_view text);

  /// One table: rows of cells, a line each, cells parted by tabs, a blank line around the table. Rows and cells count
  /// from 1; a row with nothing in it leaves no line.
  void table(const std::vector<std::vector<std::string>>& rows);

  bool empty() const { return text_.empty(); }
  std::size_t size() const { return text_.size(); }
  std::size_t paragraphs() const { return paragraphs_; }

  /// The text so far with its landmarks.
  Document take(std::string format);

 private:
  void mark(const Place& place);

  std::string text_;
  std::vector<Landmark> landmarks_;
  Place place_;
  std::size_t paragraphs_ = 0;
  std::size_t tables_ = 0;
};

/// The text on one line: runs of line breaks, tabs and control characters become one blank; trimmed at both ends.
std::string on_one_line(std::string_view text);

}  // namespace zhibiao::read_stage
