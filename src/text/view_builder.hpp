// Builds a View character by character, in source order.
#pragma once

#include <cstddef>

#include "text/view.hpp"

namespace zhibiao::text {

class ViewBuilder {
 public:
  explicit ViewBuilder(const Source& source);

  /// Appends one character that stands for `length` source bytes at `offset`. Offsets must not decrease.
  void add(char32_t ch, std::size_t offset, std::size_t length);

  /// Ends the paragraph at hand; one without text is dropped.
  void end_paragraph(ParagraphKind kind, std::size_t line);

  View take();

 private:
  View view_;
  std::size_t paragraph_begin_ = 0;
  std::size_t source_end_ = 0;
  bool separator_due_ = false;
};

}  // namespace zhibiao::text
