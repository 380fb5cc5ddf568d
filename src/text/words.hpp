// Sentences and words by ICU's break iterators, created once and reused.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "zhibiao/source.hpp"

namespace zhibiao::text {

/// Sets ICU's own default locale, once for the whole program and before ICU is asked anything. ICU would take it from the
/// environment, and where it finds no memory for that, waits for itself forever. Throws std::bad_alloc.
void fix_locale();

class Segmenter {
 public:
  Segmenter();
  ~Segmenter();
  Segmenter(Segmenter&&) noexcept;
  Segmenter& operator=(Segmenter&&) noexcept;

  /// Sentences of one paragraph as spans of its bytes, in order and without gaps. A sentence ends
  /// behind 。！？ or !? with the closing quotes and brackets that follow, never inside a pair of 《》 or （）,
  /// and never at a decimal point or an item's dot.
  std::vector<Span> sentences(std::string_view paragraph);

  /// Byte offsets of the word boundaries of a short text (a clause or sentence), 0 and its size included.
  std::vector<std::size_t> word_boundaries(std::string_view text);

 private:
  /// Boundaries of a stretch without Han characters, by ICU where it has more than one character or number.
  void cut_other(std::string_view text, Span part, std::vector<std::size_t>& out);

  struct Iterators;
  std::unique_ptr<Iterators> iterators_;
};

}  // namespace zhibiao::text
