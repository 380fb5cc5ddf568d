// Extract stage: numbers of a sentence. Input: cleaned text; output: Numbers in text order.
// Tested by tests/extract/numerals_test.cpp.
#include "extract/numerals.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "extract/words.hpp"
#include "rules/char_map.hpp"
#include "rules/utf8.hpp"
#include "text/chars.hpp"

namespace zhibiao::extract {
namespace {

using rules::char_length;

using words::Numeral;
/// Larger Chinese numerals are none (and would overflow).
constexpr std::int64_t kMaxHanzi = 100'000'000'000'000'000;
constexpr std::size_t kMaxDigits = 15;

/// The numerals by their characters, and the characters with which a number begins.
struct Numerals {
  Numerals() {
    for (std::size_t i = 0; i < words::kNumerals.size(); ++i) {
      std::size_t at = 0;
      const char32_t ch = rules::read_char(words::kNumerals[i].character, at);
      by_character[ch] = &words::kNumerals[i];
      openers.add(ch, ch);
    }
  }
  rules::CharMap<const Numeral*> by_character;
  text::CharSet openers = text::CharSet(U"").add(U'0', U'9');
};

const Numerals& numerals() {
  static const Numerals all;
  return all;
}

const Numeral* numeral_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return nullptr;
  const auto* known = numerals().by_character.find(rules::read_char(text, at));
  return known == nullptr ? nullptr : *known;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool ends_with_any(std::string_view text, const auto& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.ends_with(word); });
}

/// Reads 多/余 and magnitude words behind digits: 万, 多万, 万亿, 千万, 余.
std::size_t read_magnitude(std::string_view text, std::size_t at, const rules::Lexicon& lexicon, Number& number) {
  const auto read_more = [&] {
    for (const auto word : words::kMore) {
      if (text.substr(at).starts_with(word)) {
        number.more = true;
        at += word.size();
        return;
      }
    }
  };
  read_more();
  while (const Numeral* numeral = numeral_at(text, at)) {
    if (numeral->digit >= 0 || numeral->power == 1) break;
    std::size_t unit_length = 0;
    if (lexicon.unit_at(text, at, unit_length) != nullptr && unit_length > numeral->character.size())
      break;  // 千瓦, 百分点
    const auto scaled = number.value.scaled(numeral->power);
    if (!scaled) break;
    number.value = *scaled;
    number.power += numeral->power;
    at += numeral->character.size();
    if (!number.more) read_more();  // 3千多万, 3万多亿
  }
  return at;
}

/// Digits with groups and a decimal part starting at `at`; returns the end.
std::size_t digits_end(std::string_view text, std::size_t at) {
  const auto run = [&](std::size_t from) {
    while (from < text.size() && is_digit(text[from])) ++from;
    return from;
  };
  std::size_t end = run(at);
  if (end - at <= 3) {
    while (end < text.size() && (text[end] == ',' || text[end] == ' ') && run(end + 1) == end + 4) end += 4;
  }
  if (end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1])) end = run(end + 1);
  return end;
}

/// Reads the rest of a number in digits that goes on below its magnitude: 2万|5千, 1亿|3千多万, 1万|2000. The end, or `at`.
std::size_t read_lower(std::string_view text, std::size_t at, const rules::Lexicon& lexicon, Number& number) {
  constexpr int kTenThousand = 4;
  if (number.power < kTenThousand || number.more || at >= text.size() || !is_digit(text[at])) return at;
  const std::size_t end = digits_end(text, at);
  const auto value = Decimal::parse(text.substr(at, end - at));
  if (!value) return at;
  Number lower;
  lower.value = *value;
  const std::size_t stop = read_magnitude(text, end, lexicon, lower);
  const bool spelled = end - at == static_cast<std::size_t>(kTenThousand) && number.power == kTenThousand;
  const auto limit = Decimal(1).scaled(number.power);
  const auto sum = number.value.plus(lower.value);
  if ((lower.power == 0 && !spelled) || !limit || !sum || lower.value >= *limit) return at;
  number.value = *sum;
  number.more = lower.more;
  return stop;
}

/// Whether the Latin letters behind a number are a unit (kW, TEU) and no model name (5G, 3D).
bool latin_follows_without_unit(std::string_view text, std::size_t at, const rules::Lexicon& lexicon) {
  if (at >= text.size() || !is_latin(text[at])) return false;
  std::size_t length = 0;
  const bool unit = lexicon.unit_at(text, at, length) != nullptr;
  return !unit || (at + length < text.size() && is_latin(text[at + length]));
}

/// 2000万-3000万元, 5个-8个: whether figures with their magnitude or unit end at `end`, so that the dash is no minus.
bool closes_amount(std::string_view text, std::size_t end, const rules::Lexicon& lexicon) {
  const std::size_t digit = text.substr(0, end).find_last_of("0123456789");
  if (digit == std::string_view::npos) return false;
  Number number;
  number.value = Decimal(1);
  std::size_t at = read_magnitude(text, digit + 1, lexicon, number);
  std::size_t length = 0;
  if (at < end && lexicon.unit_at(text, at, length) != nullptr) at += length;
  return at == end;
}

/// A number in digits at `at`, or nothing with the end of the characters to pass over.
std::pair<std::optional<Number>, std::size_t> read_arabic(std::string_view text, std::size_t at,
                                                          const rules::Lexicon& lexicon) {
  const std::size_t end = digits_end(text, at);
  const std::string_view before = text.substr(0, at);
  if (!before.empty() && (is_latin(before.back()) || before.back() == '.' || before.back() == '_'))
    return {std::nullopt, end};
  if (before.size() > 1 && before.back() == '-' && is_latin(before[before.size() - 2])) return {std::nullopt, end};
  if (before.ends_with(words::kOrdinal)) return {std::nullopt, end};
  const std::string_view digits = text.substr(at, end - at);
  if (digits.size() > kMaxDigits || (digits.size() > 1 && digits[0] == '0' && digits[1] != '.'))
    return {std::nullopt, end};
  // A second point makes a version or section number: 1.2.3
  if (end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1])) {
    std::size_t past = end;
    while (past < text.size() && (is_digit(text[past]) || text[past] == '.')) ++past;
    return {std::nullopt, past};
  }
  const auto value = Decimal::parse(digits);
  if (!value) return {std::nullopt, end};
  Number number;
  number.value = *value;
  std::size_t begin = at;
  const bool han_before_sign = before.size() > 1 && static_cast<unsigned char>(before[before.size() - 2]) >= 0x80;
  if (before.ends_with('-') &&
      (before.size() == 1 ||
       (han_before_sign && !ends_with_any(before.substr(0, before.size() - 1), words::kPerSigns) &&
        !closes_amount(text, at - 1, lexicon)))) {
    const auto negative = Decimal::parse("-" + std::string(digits));
    if (negative) number.value = *negative, begin = at - 1;
  } else if (before.ends_with('+') && han_before_sign && text.substr(end).starts_with('%')) {
    begin = at - 1;  // 同比+5.2%
  }
  const std::size_t stop = read_lower(text, read_magnitude(text, end, lexicon, number), lexicon, number);
  if (stop == end && latin_follows_without_unit(text, end, lexicon)) return {std::nullopt, end};
  number.span = {begin, stop};
  return {number, stop};
}

std::pair<std::optional<Number>, std::size_t> read_hanzi(std::string_view text, std::size_t at,
                                                         const rules::Lexicon& lexicon) {
  std::size_t end = at;
  int last_power = 0;  // 七百二十五千米 is 725 km, but in 六万一千米 the 千 belongs to the number
  while (const Numeral* numeral = numeral_at(text, end)) {
    std::size_t unit_length = 0;
    if (end > at && numeral->digit < 0 && last_power <= numeral->power &&
        lexicon.unit_at(text, end, unit_length) != nullptr && unit_length > numeral->character.size()) {
      break;
    }
    if (numeral->digit < 0) last_power = numeral->power;
    end += numeral->character.size();
    if (text.substr(end).starts_with(words::kPoint) && numeral_at(text, end + words::kPoint.size()) != nullptr)
      end += words::kPoint.size();
  }
  const std::string_view before = text.substr(0, at);
  const Numeral* first = numeral_at(text, at);
  if (before.ends_with(words::kOrdinal) || (first->digit < 0 && ends_with_any(before, words::kVague)))
    return {std::nullopt, end};
  const auto value = parse_hanzi(text.substr(at, end - at));
  if (!value) return {std::nullopt, end};
  Number number;
  number.value = *value;
  number.hanzi = true;
  number.magnitude_only = first->digit < 0 && first->power > 1;
  const Numeral* last = nullptr;
  for (std::size_t i = at; i < end; i += char_length(text[i])) last = numeral_at(text, i);
  if (last != nullptr && last->digit < 0 && last->power >= 4) number.power = last->power;
  std::size_t stop = end;
  for (const auto word : words::kMore) {
    if (text.substr(stop).starts_with(word)) {
      number.more = true;
      stop = read_magnitude(text, end, lexicon, number);
      break;
    }
  }
  number.span = {at, stop};
  return {number, stop};
}

}  // namespace

namespace {

/// Reads a Chinese numeral: sections below 万 and 亿, value = total + section + digit.
class HanziReader {
 public:
  explicit HanziReader(std::string_view text) : text_(text) {}

  std::optional<Decimal> run() {
    while (const Numeral* numeral = numeral_at(text_, at_)) {
      at_ += numeral->character.size();
      if (!(numeral->digit >= 0 ? take_digit(numeral->digit) : take_magnitude(numeral->power))) return std::nullopt;
    }
    return at_ < text_.size() ? with_decimals() : whole();
  }

 private:
  bool take_digit(int digit) {
    if (digit_ > 0 && magnitude_) return false;  // 十二三: an approximate pair
    if (digit_ >= 0 && !magnitude_) ++plain_digits_;
    spelled_ += static_cast<char>('0' + digit);
    after_zero_ = digit_ == 0;
    digit_ = digit;
    return true;
  }

  bool take_magnitude(int power) {
    if (plain_digits_ > 0) return false;
    magnitude_ = true;
    std::int64_t factor = 1;
    for (int i = 0; i < power; ++i) factor *= 10;
    last_factor_ = factor;
    if (power < 4) {
      if (section_ > 0 && section_ < factor) return false;  // 二十五千
      section_ += (digit_ < 0 ? 1 : digit_) * factor;
      digit_ = -1;
      return true;
    }
    section_ += std::max<std::int64_t>(digit_, 0);
    if (section_ == 0 && total_ == 0) section_ = 1;
    if (total_ + section_ > kMaxHanzi / factor) return false;
    // 三万亿: 亿 multiplies all that stands before it.
    total_ = power == 8 || total_ == 0 ? (total_ + section_) * factor : total_ + section_ * factor;
    section_ = 0;
    digit_ = -1;
    return total_ <= kMaxHanzi;
  }

  /// 三点五, 三点五万.
  std::optional<Decimal> with_decimals() {
    if (!text_.substr(at_).starts_with(words::kPoint)) return std::nullopt;
    at_ += words::kPoint.size();
    std::string decimals = magnitude_ ? std::to_string(sum()) : spelled_.empty() ? "0" : spelled_;
    decimals += '.';
    int power = 0;
    while (const Numeral* numeral = numeral_at(text_, at_)) {
      if (numeral->digit < 0) {
        power += numeral->power;
      } else if (power > 0) {
        return std::nullopt;
      } else {
        decimals += static_cast<char>('0' + numeral->digit);
      }
      at_ += numeral->character.size();
    }
    const auto value = Decimal::parse(decimals);
    return value && at_ == text_.size() ? value->scaled(power) : std::nullopt;
  }

  std::optional<Decimal> whole() {
    if (!magnitude_ && spelled_.size() > 1) {
      // 二〇二一 is spelled out; 三四 is an approximate pair.
      return spelled_.size() >= 3 ? Decimal::parse(spelled_) : std::nullopt;
    }
    if (!magnitude_ && digit_ < 0) return std::nullopt;
    // 一万五 is 15000, 三百二 is 320; 二百零五 and 十五 mean what they say.
    if (digit_ > 0 && !after_zero_ && last_factor_ > 10) digit_ *= last_factor_ / 10;
    return Decimal(sum());
  }

  std::int64_t sum() const { return total_ + section_ + std::max<std::int64_t>(digit_, 0); }

  std::string_view text_;
  std::size_t at_ = 0;
  std::int64_t total_ = 0;
  std::int64_t section_ = 0;
  std::int64_t digit_ = -1;  ///< the last, if no magnitude has taken it
  std::int64_t last_factor_ = 1;
  bool magnitude_ = false;
  bool after_zero_ = false;
  int plain_digits_ = 0;  ///< digits that follow each other
  std::string spelled_;
};

}  // namespace

std::optional<Decimal> parse_hanzi(std::string_view text) { return HanziReader(text).run(); }

std::optional<Decimal> parse_roman(std::string_view text) {
  static constexpr std::array<std::string_view, 5> kLetters = {"I", "II", "III", "IV", "V"};
  constexpr std::string_view kFirst = "Ⅰ", kLast = "Ⅻ";
  if (text.size() == kFirst.size() && text >= kFirst && text <= kLast) return Decimal(text.back() - kFirst.back() + 1);
  const auto* const found = std::find(kLetters.begin(), kLetters.end(), text);
  if (found == kLetters.end()) return std::nullopt;
  return Decimal(found - kLetters.begin() + 1);
}

std::vector<Number> scan_numbers(std::string_view text, const std::vector<Span>& masked,
                                 const rules::Lexicon& lexicon) {
  std::vector<Number> numbers;
  const text::CharSet& openers = numerals().openers;
  auto mask = masked.begin();
  for (std::size_t at = openers.find(text, 0); at < text.size(); at = openers.find(text, at)) {
    while (mask != masked.end() && mask->end <= at) ++mask;
    if (mask != masked.end() && mask->contains(at)) {
      at = mask->end;
      continue;
    }
    auto [number, end] = is_digit(text[at]) ? read_arabic(text, at, lexicon) : read_hanzi(text, at, lexicon);
    if (number && mask != masked.end() && number->span.end > mask->begin) number.reset();
    if (number) numbers.push_back(*number);
    at = std::max(end, at + 1);
  }
  return numbers;
}

std::optional<std::vector<Number>> numbers_outside(std::string_view text, const std::vector<Number>& all,
                                                   const std::vector<Span>& masked) {
  const auto numeric = [&](std::size_t at) {
    return is_digit(text[at]) || numeral_at(text, at) != nullptr || text.substr(at).starts_with(words::kPoint);
  };
  for (const Span mask : masked) {
    if (mask.end >= text.size() || !numeric(mask.end)) continue;
    std::size_t last = mask.end;
    rules::read_char_back(text, last);
    const std::string_view before = text.substr(last, mask.end - last);
    if (numeric(last) || std::string_view(".,- _").find(before) != std::string_view::npos) return std::nullopt;
  }
  std::vector<Number> outside;
  auto mask = masked.begin();
  for (const Number& number : all) {
    while (mask != masked.end() && mask->end <= number.span.begin) ++mask;
    if (mask == masked.end() || number.span.end <= mask->begin) outside.push_back(number);
  }
  return outside;
}

}  // namespace zhibiao::extract
