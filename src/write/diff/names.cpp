// Write, comparisons: names. Input: the names of a pair; output: which of their words differ.
// Tested by tests/compare/diff_names_test.cpp.
#include "write/diff/names.hpp"

#include <algorithm>

namespace zhibiao::write {
namespace {

std::vector<Span> words_of(std::string_view name, text::Segmenter& segmenter) {
  const auto bounds = segmenter.word_boundaries(name);
  std::vector<Span> words;
  for (std::size_t i = 0; i + 1 < bounds.size(); ++i) words.push_back({bounds[i], bounds[i + 1]});
  return words;
}

/// Lengths of the longest common subsequences of what is left from each two words on.
std::vector<std::vector<std::size_t>> lengths(std::string_view a, const std::vector<Span>& x, std::string_view b,
                                              const std::vector<Span>& y) {
  std::vector<std::vector<std::size_t>> longest(x.size() + 1, std::vector<std::size_t>(y.size() + 1, 0));
  for (std::size_t i = x.size(); i-- > 0;) {
    for (std::size_t j = y.size(); j-- > 0;) {
      const bool same = a.substr(x[i].begin, x[i].size()) == b.substr(y[j].begin, y[j].size());
      longest[i][j] = same ? longest[i + 1][j + 1] + x[i].size() : std::max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  return longest;
}

void add(std::vector<Span>& runs, Span word) {
  if (!runs.empty() && runs.back().end == word.begin) {
    runs.back().end = word.end;
  } else {
    runs.push_back(word);
  }
}

}  // namespace

NamesApart compare_names(std::string_view old_name, std::string_view new_name, text::Segmenter& segmenter,
                         std::size_t longest_text) {
  NamesApart apart;
  if (old_name.size() > longest_text || new_name.size() > longest_text) return apart;
  const auto x = words_of(old_name, segmenter);
  const auto y = words_of(new_name, segmenter);
  const auto longest = lengths(old_name, x, new_name, y);
  bool run = false;  // the words before are shared too
  for (std::size_t i = 0, j = 0; i < x.size() || j < y.size();) {
    const bool both = i < x.size() && j < y.size();
    const bool same = both && old_name.substr(x[i].begin, x[i].size()) == new_name.substr(y[j].begin, y[j].size());
    if (same) {
      if (!run) apart.shared.emplace_back();
      apart.shared.back() += old_name.substr(x[i].begin, x[i].size());
      ++i, ++j;
    } else if (j == y.size() || (both && longest[i + 1][j] >= longest[i][j + 1])) {
      add(apart.old_only, x[i++]);
    } else {
      add(apart.new_only, y[j++]);
    }
    run = same;
  }
  return apart;
}

std::string bracketed(const std::string& text, const std::vector<Span>& spans) {
  std::string marked;
  std::size_t at = 0;
  for (const Span& span : spans) {
    marked += text.substr(at, span.begin - at) + "[" + text.substr(span.begin, span.size()) + "]";
    at = span.end;
  }
  return marked + text.substr(at);
}

}  // namespace zhibiao::write
