// Sentences and words of Chinese text, by ICU's break iterators on UTF-8 in place.
// In: a paragraph or clause of the view. Out: byte spans and offsets.
// Tested by tests/text/words_test.cpp.
#include "text/words.hpp"

#include <unicode/brkiter.h>
#include <unicode/uloc.h>
#include <unicode/utext.h>

#include <algorithm>
#include <new>
#include <stdexcept>
#include <string>

#include "text/chars.hpp"
#include "text/dictionary.hpp"

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

/// A character that sentences hang on, and where it begins.
struct Sign {
  char32_t ch = 0;
  std::size_t at = 0;
};

constexpr std::u32string_view kOpeners = U"(（《【〔";
constexpr CharSet kSigns{U"(（《【〔)）》】〕。!?｡！？\""};

/// The signs of a text in order: few of its characters are, so that all that comes after is done with a few.
void find_signs(std::string_view text, std::vector<Sign>& signs) {
  signs.clear();
  for (std::size_t at = kSigns.find(text, 0); at < text.size(); at = kSigns.find(text, at)) {
    const std::size_t begin = at;
    signs.push_back({next_char(text, at), begin});
  }
}

/// Spans between a bracket and its partner, outermost ones only, in order. Brackets without a partner (scans
/// lose them) count for nothing.
std::vector<Span> bracket_pairs(const std::vector<Sign>& signs) {
  std::vector<Sign> stack;
  std::vector<Span> pairs;
  for (const Sign& sign : signs) {
    if (kOpeners.find(sign.ch) != std::u32string_view::npos) {
      stack.push_back(sign);
      continue;
    }
    const char32_t open = partner(sign.ch);
    if (open == 0) continue;
    while (!stack.empty() && sign.at - stack.back().at > kLongestPair) stack.pop_back();
    std::size_t depth = stack.size();
    while (depth > 0 && stack[depth - 1].ch != open && stack.size() - depth < 4) --depth;
    if (depth == 0 || stack[depth - 1].ch != open) continue;
    const Span pair{stack[depth - 1].at, sign.at + utf8_size(sign.ch)};
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

/// Twice as long as the longest sentences of plans (1,000 characters). What is longer is a list or no prose; the stages behind
/// take time that grows faster than a sentence does.
constexpr std::size_t kLongestSentence = 3000;

#include "text/numerals.def"
constexpr CharSet kNumerals{kNumeralSigns};
constexpr std::size_t kUnit = 24;  ///< bytes behind a number that may be its unit and bound: 万平方米以上

/// Behind the last clause mark, or else behind the last mark of a list; 0 where there is neither. A comma between two
/// digits, as in 1,234, is none.
std::size_t behind_mark(std::string_view text, std::size_t from, std::size_t to) {
  for (std::size_t at = to; at-- > from;) {
    if (text[at] == ';') return at + 1;
    if (text[at] != ',') continue;
    const bool number = at > 0 && is_digit(static_cast<unsigned char>(text[at - 1])) && at + 1 < text.size() &&
                        is_digit(static_cast<unsigned char>(text[at + 1]));
    if (!number) return at + 1;
  }
  constexpr std::string_view kListMark = "、";
  const std::size_t mark = text.substr(from, to - from).rfind(kListMark);
  return mark == std::string_view::npos ? 0 : from + mark + kListMark.size();
}

/// The last place with no number shortly before it, so that no value is cut, nor what it is counted in: the end, or the
/// first such place after the last number that has one. Where there are numbers everywhere, in front of the last.
std::size_t outside_values(std::string_view text, std::size_t from, std::size_t to) {
  std::size_t free_from = from;  // behind the last number and its unit
  std::size_t free = from;       // the last place that was reached after a number
  std::size_t number = from;     // where the last number begins
  bool in_number = false;
  for (std::size_t at = from; at < to;) {
    const std::size_t begin = at;
    const bool numeral = kNumerals.has(next_char(text, at));
    if (begin >= free_from && free < free_from) free = begin;
    if (numeral && !in_number) number = begin;
    if (numeral) free_from = at + kUnit;
    in_number = numeral;
  }
  if (free_from <= to) return to;
  return free > from ? free : std::max(number, from + 1);
}

/// Cuts what is too long behind its last mark, or where that cuts no value.
std::vector<Span> cut_long(std::string_view text, std::vector<Span> sentences) {
  const auto is_long = [](Span one) { return one.size() > kLongestSentence; };
  if (std::none_of(sentences.begin(), sentences.end(), is_long)) return sentences;
  std::vector<Span> out;
  for (Span rest : sentences) {
    while (is_long(rest)) {
      std::size_t last = rest.begin + kLongestSentence;
      std::size_t middle = rest.begin + kLongestSentence / 2 + 1;
      while (is_trail(text[last])) --last;
      while (is_trail(text[middle])) --middle;
      std::size_t end = behind_mark(text, middle, last);
      if (end == 0) end = outside_values(text, middle, last);
      out.push_back({rest.begin, end});
      rest.begin = end;
    }
    out.push_back(rest);
  }
  return out;
}

bool goes_on_with_nothing(char32_t ch) { return (ch >= 0x4E00 && ch <= 0x9FA5) || is_alnum(ch); }

/// Behind a stop and its closers ICU ends the sentence before any letter, digit or ideograph; an opening bracket or quote
/// before that it takes for one more closer.
bool opens_sentence(std::string_view text, std::size_t at) {
  static constexpr CharSet kOpening(U"([{“‘《〈「『【〔（\"");
  const char32_t ch = next_char(text, at);
  return goes_on_with_nothing(ch) ||
         (kOpening.has(ch) && at < text.size() && goes_on_with_nothing(next_char(text, at)));
}

/// A text as UTF-16, with the byte where each of its units begins.
class Utf16 {
 public:
  void assign(std::string_view text) {
    units_.clear();
    bytes_.clear();
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      const char32_t ch = next_char(text, at);
      if (ch >= 0x10000) add(static_cast<char16_t>(0xD7C0 + (ch >> 10U)), begin);
      add(static_cast<char16_t>(ch >= 0x10000 ? 0xDC00 + (ch & 0x3FFU) : ch), begin);
    }
    bytes_.push_back(text.size());
  }
  const std::u16string& units() const { return units_; }
  std::size_t byte(std::size_t unit) const { return bytes_[unit]; }

 private:
  void add(char16_t unit, std::size_t byte) {
    units_.push_back(unit);
    bytes_.push_back(byte);
  }
  std::u16string units_;
  std::vector<std::size_t> bytes_;
};

/// Characters that no rule of word breaking joins to a Han character next to them: ASCII, dashes, quotes, the marks of
/// Chinese text, their full-width forms, signs of measure (℃, ㎡).
constexpr CharSet kAlone = CharSet(U"·×≥≤°²³")
                               .add(0x00, 0x7F)
                               .add(0x2103, 0x2103)
                               .add(0x33A0, 0x33A2)
                               .add(0x2010, 0x2027)
                               .add(0x2030, 0x203B)
                               .add(0x3001, 0x3003)
                               .add(0x3008, 0x301F)
                               .add(0xFF01, 0xFF5E);

bool all_stand_alone(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t ch = next_char(text, at);
    if (!Dictionary::knows(ch) && !kAlone.has(ch)) return false;
  }
  return true;
}

}  // namespace

struct Segmenter::Iterators {
  Dictionary dictionary;
  std::unique_ptr<icu::BreakIterator> sentence;
  std::unique_ptr<icu::BreakIterator> word;
  UText text = UTEXT_INITIALIZER;
  std::vector<Sign> signs;
  Utf16 utf16;

  Iterators() {
    UErrorCode error = U_ZERO_ERROR;
    sentence.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getChina(), error));
    word.reset(icu::BreakIterator::createWordInstance(icu::Locale::getChina(), error));
    if (U_FAILURE(error)) throw std::runtime_error(std::string("ICU break rules: ") + u_errorName(error));
  }
  ~Iterators() { utext_close(&text); }
  Iterators(const Iterators&) = delete;
  Iterators& operator=(const Iterators&) = delete;

  /// ICU's iterator goes over the UTF-8 in place.
  bool set_sentences(std::string_view utf8) {
    UErrorCode error = U_ZERO_ERROR;
    utext_openUTF8(&text, utf8.data(), static_cast<int64_t>(utf8.size()), &error);
    sentence->setText(&text, error);
    return U_SUCCESS(error) != 0;
  }

  /// Over UTF-16, which the dictionary looks words up in.
  bool set_words(std::string_view utf8) {
    UErrorCode error = U_ZERO_ERROR;
    utf16.assign(utf8);
    utext_openUChars(&text, utf16.units().data(), static_cast<int64_t>(utf16.units().size()), &error);
    word->setText(&text, error);
    return U_SUCCESS(error) != 0;
  }
};

void fix_locale() {
  UErrorCode error = U_ZERO_ERROR;
  uloc_setDefault("zh", &error);
  if (U_FAILURE(error)) throw std::bad_alloc();
}

Segmenter::Segmenter() : iterators_(std::make_unique<Iterators>()) {}
Segmenter::~Segmenter() = default;
Segmenter::Segmenter(Segmenter&&) noexcept = default;
Segmenter& Segmenter::operator=(Segmenter&&) noexcept = default;

std::vector<Span> Segmenter::sentences(std::string_view paragraph) {
  std::vector<Span> out;
  if (paragraph.empty()) return out;
  // ICU decides whether a stop ends its sentence, and is asked where what comes behind leaves a doubt. It ends a sentence
  // behind every 。 and before a quote that opens the next one, also inside titles and parentheses, and behind dots.
  // What stays is a stop outside of brackets.
  bool asked = false;
  const auto confirmed = [&](std::size_t stop, std::size_t end) {
    if (end == paragraph.size()) return true;
    if (opens_sentence(paragraph, end)) return true;
    if (!asked && !iterators_->set_sentences(paragraph)) return false;
    asked = true;
    // ICU's boundary can stand anywhere among the closers.
    const int32_t boundary = iterators_->sentence->following(static_cast<int32_t>(stop));
    return boundary != icu::BreakIterator::DONE && static_cast<std::size_t>(boundary) < end + 4;
  };
  find_signs(paragraph, iterators_->signs);
  const std::vector<Span> pairs = bracket_pairs(iterators_->signs);
  std::size_t pair = 0;
  std::size_t begin = 0;
  bool quote_open = false;
  for (const Sign& sign : iterators_->signs) {
    if (sign.at < begin) continue;
    if (sign.ch == U'"') quote_open = !quote_open;
    if (!is_sentence_stop(sign.ch)) continue;
    while (pair < pairs.size() && pairs[pair].end <= sign.at) ++pair;
    if (pair < pairs.size() && pairs[pair].contains(sign.at)) continue;
    const std::size_t end = skip_closers(paragraph, sign.at + utf8_size(sign.ch), quote_open);
    if (!confirmed(sign.at, end)) continue;
    out.push_back({begin, end});
    begin = end;
    quote_open = false;
  }
  if (begin < paragraph.size()) out.push_back({begin, paragraph.size()});
  return cut_long(paragraph, std::move(out));
}

void Segmenter::cut_other(std::string_view text, Span part, std::vector<std::size_t>& out) {
  const std::string_view other = text.substr(part.begin, part.size());
  std::size_t first = 0;
  next_char(other, first);
  const bool digits = std::all_of(other.begin(), other.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (first < other.size() && !digits && iterators_->set_words(other)) {
    icu::BreakIterator& iterator = *iterators_->word;
    iterator.first();
    for (int32_t unit = iterator.next(); unit != icu::BreakIterator::DONE; unit = iterator.next()) {
      const std::size_t end = part.begin + iterators_->utf16.byte(static_cast<std::size_t>(unit));
      if (end > out.back() && end < part.end) out.push_back(end);
    }
  }
  if (out.back() != part.end) out.push_back(part.end);
}

std::vector<std::size_t> Segmenter::word_boundaries(std::string_view text) {
  std::vector<std::size_t> out;
  out.reserve(text.size() / 4 + 2);  // words of more than a character are the rule
  out.push_back(0);
  if (text.empty()) return out;
  // Words of Han characters come from the dictionary, and they end where others begin: each stretch is cut alone. Where a
  // character could join its neighbours (a variation selector, kana), ICU sees all of the text.
  if (!iterators_->dictionary.usable() || !all_stand_alone(text)) {
    cut_other(text, {0, text.size()}, out);
    return out;
  }
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    const bool han = Dictionary::knows(next_char(text, end));
    for (std::size_t next = end; next < text.size() && Dictionary::knows(next_char(text, next)) == han;) end = next;
    if (han) {
      iterators_->dictionary.cut(text.substr(begin, end - begin), begin, out);
    } else {
      cut_other(text, {begin, end}, out);
    }
    begin = end;
  }
  return out;
}

}  // namespace zhibiao::text
