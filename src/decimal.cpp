// Exact decimal arithmetic on 64-bit digits and a power of ten; every step that could overflow is
// checked in 128 bits. Tested by tests/decimal/.
#include "zhibiao/decimal.hpp"

#include <limits>

namespace zhibiao {
namespace {

__extension__ using Wide = __int128;

constexpr int kMaxScale = 18;  // more places are never printed in a plan; keeps comparing inside 128 bits
constexpr int kMaxDigits = 18;

/// 10^power for 0 <= power <= 36.
Wide power_of_ten(int power) {
  Wide result = 1;
  for (int i = 0; i < power; ++i) {
    result *= 10;
  }
  return result;
}

struct Parts {
  std::int64_t digits = 0;
  int scale = 0;
};

/// Strips zeros behind the point; empty where the number does not fit.
std::optional<Parts> normalised(Wide digits, int scale) {
  while (scale > 0 && digits % 10 == 0) {
    digits /= 10;
    --scale;
  }
  if (scale > kMaxScale || digits > std::numeric_limits<std::int64_t>::max() ||
      digits < -Wide{std::numeric_limits<std::int64_t>::max()}) {
    return std::nullopt;
  }
  return Parts{static_cast<std::int64_t>(digits), scale};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Checks `text` (digits with or without groups of three) and appends its digits to `digits`.
bool read_whole(std::string_view text, std::string& digits) {
  const std::size_t first = text.find_first_of(", ");
  if (first == std::string_view::npos) {
    for (const char c : text) {
      if (!is_digit(c)) {
        return false;
      }
    }
    digits.append(text);
    return !text.empty();
  }
  const char separator = text[first];
  if (first == 0 || first > 3 || text[0] == '0' || (text.size() - first) % 4 != 0) {
    return false;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool boundary = i >= first && (i - first) % 4 == 0;
    if (boundary ? text[i] != separator : !is_digit(text[i])) {
      return false;
    }
    if (!boundary) {
      digits.push_back(text[i]);
    }
  }
  return true;
}

}  // namespace

Decimal::Decimal(std::int64_t whole) : digits_(whole) {}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) {
    text.remove_prefix(1);
  }
  std::string digits;
  const std::size_t point = text.find('.');
  if (!read_whole(text.substr(0, point), digits)) {
    return std::nullopt;
  }
  int scale = 0;
  if (point != std::string_view::npos) {
    std::string_view fraction = text.substr(point + 1);
    if (fraction.empty() || fraction.find_first_not_of("0123456789") != std::string_view::npos) {
      return std::nullopt;
    }
    fraction = fraction.substr(0, fraction.find_last_not_of('0') + 1);
    if (fraction.size() > static_cast<std::size_t>(kMaxScale)) {
      return std::nullopt;
    }
    digits.append(fraction);
    scale = static_cast<int>(fraction.size());
  }
  digits.erase(0, digits.find_first_not_of('0'));
  if (digits.size() > static_cast<std::size_t>(kMaxDigits)) {
    return std::nullopt;
  }
  std::int64_t number = 0;
  for (const char c : digits) {
    number = number * 10 + (c - '0');
  }
  return Decimal(negative ? -number : number, scale);
}

std::optional<Decimal> Decimal::scaled(int power) const {
  if (digits_ == 0) {
    return *this;
  }
  if (power < -2 * kMaxScale || power > 2 * kMaxScale) {
    return std::nullopt;
  }
  const int scale = scale_ - power;
  Wide digits = digits_;
  if (scale < 0 && (scale < -kMaxDigits || __builtin_mul_overflow(digits, power_of_ten(-scale), &digits))) {
    return std::nullopt;
  }
  const auto parts = normalised(digits, scale < 0 ? 0 : scale);
  return parts ? std::optional(Decimal(parts->digits, parts->scale)) : std::nullopt;
}

std::optional<Decimal> Decimal::times(const Decimal& other) const {
  const auto parts = normalised(Wide{digits_} * other.digits_, scale_ + other.scale_);
  return parts ? std::optional(Decimal(parts->digits, parts->scale)) : std::nullopt;
}

std::optional<Decimal> Decimal::plus(const Decimal& other) const {
  const int scale = scale_ > other.scale_ ? scale_ : other.scale_;
  const Wide sum =
      Wide{digits_} * power_of_ten(scale - scale_) + Wide{other.digits_} * power_of_ten(scale - other.scale_);
  const auto parts = normalised(sum, scale);
  return parts ? std::optional(Decimal(parts->digits, parts->scale)) : std::nullopt;
}

std::optional<Decimal> Decimal::divided(const Decimal& by, int places) const {
  if (by.digits_ == 0 || places < 0 || places > kMaxScale) {
    return std::nullopt;
  }
  Wide over = digits_;
  Wide under = by.digits_;
  const int shift = places + by.scale_ - scale_;
  if (__builtin_mul_overflow(shift >= 0 ? over : under, power_of_ten(shift >= 0 ? shift : -shift),
                             shift >= 0 ? &over : &under)) {
    return std::nullopt;
  }
  const bool negative = (over < 0) != (under < 0);
  over = over < 0 ? -over : over;
  under = under < 0 ? -under : under;
  Wide quotient = over / under;
  const Wide rest = over % under;
  quotient += rest >= under - rest ? 1 : 0;  // half away from zero, without doubling the rest
  const auto parts = normalised(negative ? -quotient : quotient, places);
  return parts ? std::optional(Decimal(parts->digits, parts->scale)) : std::nullopt;
}

std::string Decimal::str() const {
  std::string text = std::to_string(digits_);
  const std::size_t sign = digits_ < 0 ? 1 : 0;
  if (scale_ > 0) {
    const auto places = static_cast<std::size_t>(scale_);
    if (text.size() - sign <= places) {
      text.insert(sign, places + 1 - (text.size() - sign), '0');
    }
    text.insert(text.size() - places, 1, '.');
  }
  return text;
}

double Decimal::approx() const {
  return static_cast<double>(static_cast<long double>(digits_) / static_cast<long double>(power_of_ten(scale_)));
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const {
  const int scale = scale_ > other.scale_ ? scale_ : other.scale_;
  const Wide left = Wide{digits_} * power_of_ten(scale - scale_);
  const Wide right = Wide{other.digits_} * power_of_ten(scale - other.scale_);
  if (left == right) {
    return std::strong_ordering::equal;
  }
  return left < right ? std::strong_ordering::less : std::strong_ordering::greater;
}

}  // namespace zhibiao
