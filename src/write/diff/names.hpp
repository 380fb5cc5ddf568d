// Write, comparisons: which words two names share.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/words.hpp"
#include "zhibiao/source.hpp"

namespace zhibiao::write {

/// Two names word by word.
struct NamesApart {
  std::vector<Span> old_only;  ///< bytes of the old name, runs of words that the new one has not there
  std::vector<Span> new_only;
  std::vector<std::string> shared;  ///< runs of words in both, by their order
};

/// Longest common subsequence of the words. Texts of more than `longest_text` bytes are not compared: nothing is marked.
NamesApart compare_names(std::string_view old_name, std::string_view new_name, text::Segmenter& segmenter,
                         std::size_t longest_text = 400);

/// The text with brackets around those bytes.
std::string bracketed(const std::string& text, const std::vector<Span>& spans);

}  // namespace zhibiao::write
