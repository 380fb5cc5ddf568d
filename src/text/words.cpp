// Sentences and words of Chinese text, by ICU's break iterators on UTF-8 in place.
// In: a paragraph or clause of the view. Out: byte spans and offsets.
// Tested by tests/text/words_test.cpp.
#include "text/words.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <stdexcept>
#include <string>

#include "text/chars.hpp"

namespace zhibiao::text {
namespace {

constexpr std::size_t kLongestPair = 1200;  // bytes between two brackets that belong together

char32_t partner(char32_t closer) {
  switch (closer) {
    case U')': return U'(';
    case U'）': return U'（';
    case U'》': return U'《';
    case U'】': return U'【';
    case U'〕': return U'〔';
    default: return 0;
  }
}

/// Spans between a bracket and its partner, outermost ones only, in order. Brackets without a partner (scans
/// lose them) count for nothing.
std::vector<Span> bracket_pairs(std::string_view text) {
  struct Open {
    char32_t ch;
    std::size_t at;
  };
  std::vector<Open> stack;
  std::vector<Span> pairs;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t ch = next_char(text, at);
    if (ch == U'(' || ch == U'（' || ch == U'《' || ch == U'【' || ch == U'〔') {
      stack.push_back({ch, begin});
      continue;
    }
    const char32_t open = partner(ch);
    if (open == 0) continue;
    while (!stack.empty() && begin - stack.back().at > kLongestPair) stack.pop_back();
    std::size_t depth = stack.size();
    while (depth > 0 && stack[depth - 1].ch != open && stack.size() - depth < 4) --depth;
    if (depth == 0 || stack[depth - 1].ch != open) continue;
    const Span pair{stack[depth - 1].at, at};
    stack.resize(depth - 1);
    if (pair.size() > kLongestPair) continue;
    while (!pairs.empty() && pairs.back().begin > pair.begin) pairs.pop_back();
    pairs.push_back(pair);
  }
  return pairs;
}

bool is_sentence_stop(char32_t ch) { return is_stop(ch) || ch == U'！' || ch == U'？'; }

/// The offset behind the stop's further stops and closing quotes and brackets. A straight quote closes only when one
/// is open in the sentence.
std::size_t skip_closers(std::string_view text, std::size_t at, bool quote_open) {
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t ch = next_char(text, next);
    if (ch == U'"') {
      if (!quote_open) break;
      quote_open = false;
    } else if (!is_closer(ch) && ch != U'）' && !is_sentence_stop(ch)) {
      break;
    }
    at = next;
  }
  return at;
}

/// No sentence of a plan is longer (4,000 characters). What is, is a list or no prose; the stages behind take time that grows
/// faster than a sentence does.
constexpr std::size_t kLongestSentence = 12000;

/// Cuts what is too long behind its last clause mark, or at a character's start.
std::vector<Span> cut_long(std::string_view text, const std::vector<Span>& sentences) {
  std::vector<Span> out;
  for (Span rest : sentences) {
    while (rest.size() > kLongestSentence) {
      std::size_t end = rest.begin + kLongestSentence;
      const std::size_t mark = text.find_last_of(";,", end - 1);
      if (mark != std::string_view::npos && mark > rest.begin + kLongestSentence / 2) {
        end = mark + 1;
      } else {
        while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
      }
      out.push_back({rest.begin, end});
      rest.begin = end;
    }
    out.push_back(rest);
  }
  return out;
}

}  // namespace

struct Segmenter::Iterators {
  std::unique_ptr<icu::BreakIterator> sentence;
  std::unique_ptr<icu::BreakIterator> word;
  UText text = UTEXT_INITIALIZER;

  Iterators() {
    UErrorCode error = U_ZERO_ERROR;
    sentence.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getChina(), error));
    word.reset(icu::BreakIterator::createWordInstance(icu::Locale::getChina(), error));
    if (U_FAILURE(error)) throw std::runtime_error(std::string("ICU break rules: ") + u_errorName(error));
  }
  ~Iterators() { utext_close(&text); }
  Iterators(const Iterators&) = delete;
  Iterators& operator=(const Iterators&) = delete;

  bool set(icu::BreakIterator& iterator, std::string_view utf8) {
    UErrorCode error = U_ZERO_ERROR;
    utext_openUTF8(&text, utf8.data(), static_cast<int64_t>(utf8.size()), &error);
    iterator.setText(&text, error);
    return U_SUCCESS(error) != 0;
  }
};

Segmenter::Segmenter() : iterators_(std::make_unique<Iterators>()) {}
Segmenter::~Segmenter() = default;
Segmenter::Segmenter(Segmenter&&) noexcept = default;
Segmenter& Segmenter::operator=(Segmenter&&) noexcept = default;

std::vector<Span> Segmenter::sentences(std::string_view paragraph) {
  std::vector<Span> out;
  if (paragraph.empty()) return out;
  // ICU proposes; it ends a sentence behind every 。 and before a quote that opens the next one, also inside titles
  // and parentheses, and behind dots. What stays is a stop outside of brackets.
  std::vector<bool> proposed(paragraph.size() + 1, false);
  icu::BreakIterator& iterator = *iterators_->sentence;
  if (iterators_->set(iterator, paragraph)) {
    iterator.first();
    for (int32_t at = iterator.next(); at != icu::BreakIterator::DONE; at = iterator.next()) {
      proposed[static_cast<std::size_t>(at)] = true;
    }
  }
  const std::vector<Span> pairs = bracket_pairs(paragraph);
  std::size_t pair = 0;
  std::size_t begin = 0;
  bool quote_open = false;
  for (std::size_t at = 0; at < paragraph.size();) {
    const std::size_t place = at;
    const char32_t ch = next_char(paragraph, at);
    if (ch == U'"') quote_open = !quote_open;
    if (!is_sentence_stop(ch)) continue;
    while (pair < pairs.size() && pairs[pair].end <= place) ++pair;
    if (pair < pairs.size() && pairs[pair].contains(place)) continue;
    const std::size_t end = skip_closers(paragraph, at, quote_open);
    // ICU's boundary can stand anywhere among the closers.
    const bool confirmed =
        end == paragraph.size() ||
        std::any_of(proposed.begin() + static_cast<std::ptrdiff_t>(at),
                    proposed.begin() + static_cast<std::ptrdiff_t>(std::min(end + 4, proposed.size())),
                    [](bool boundary) { return boundary; });
    if (!confirmed) continue;
    out.push_back({begin, end});
    begin = at = end;
    quote_open = false;
  }
  if (begin < paragraph.size()) out.push_back({begin, paragraph.size()});
  return cut_long(paragraph, out);
}

std::vector<std::size_t> Segmenter::word_boundaries(std::string_view text) {
  std::vector<std::size_t> out{0};
  if (text.empty()) return out;
  icu::BreakIterator& iterator = *iterators_->word;
  if (iterators_->set(iterator, text)) {
    iterator.first();
    for (int32_t at = iterator.next(); at != icu::BreakIterator::DONE; at = iterator.next()) {
      if (static_cast<std::size_t>(at) > out.back()) out.push_back(static_cast<std::size_t>(at));
    }
  }
  if (out.back() != text.size()) out.push_back(text.size());
  return out;
}

}  // namespace zhibiao::text
