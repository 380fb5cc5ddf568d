// Builds a View character by character, in source order.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/view.hpp"

namespace zhibiao::text {

class ViewBuilder {
 public:
  explicit ViewBuilder(const Source& source);

  /// Appends one character that stands for `length` source bytes at `offset`. Offsets must not decrease.
  void add(char32_t ch, std::size_t offset, std::size_t length);

  /// Appends source bytes as they stand. Offsets must not decrease.
  void copy(std::size_t offset, std::size_t length);

  /// What the paragraph at hand has so far.
  std::string_view paragraph() const;

  /// Ends the paragraph at hand; one without text is dropped.
  void end_paragraph(ParagraphKind kind, std::size_t line);

  View take();

 private:
  void part_paragraphs();
  /// Notes where the bytes from `begin` on came from.
  void note(std::size_t begin, std::size_t offset, std::size_t length, bool copied);

  View view_;
  std::size_t paragraph_begin_ = 0;
  std::size_t source_end_ = 0;
  bool separator_due_ = false;
};

}  // namespace zhibiao::text
