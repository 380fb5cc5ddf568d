// Exact decimal numbers: what a plan prints is what every output says.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zhibiao {

/// An exact decimal number, `digits * 10^-scale`. Always normalised: no trailing
/// zero behind the point, so equal numbers compare equal and print alike.
/// Binary floating point is never involved (18.894 * 10^8 is 1889400000).
class Decimal {
 public:
  Decimal() = default;
  explicit Decimal(std::int64_t whole);

  /// Reads plain ASCII (`-12.50`, `1,270` and `1 270` with groups of three).
  /// Empty on anything else and where more than 18 significant digits are needed.
  static std::optional<Decimal> parse(std::string_view text);

  /// The number times 10^power (万 is 4, 亿 is 8); empty on overflow.
  std::optional<Decimal> scaled(int power) const;

  /// The exact product or sum; empty on overflow.
  std::optional<Decimal> times(const Decimal& other) const;
  std::optional<Decimal> plus(const Decimal& other) const;

  /// The quotient rounded half up (away from zero) to `places` digits behind the point (三分之一 is
  /// 33.3333 at 4); empty on division by zero or overflow.
  std::optional<Decimal> divided(const Decimal& by, int places) const;

  /// Plain decimal text without exponent or grouping: `1889400000`, `7.5`, `-2`.
  std::string str() const;

  /// Nearest double, for ordering and drawing only.
  double approx() const;

  bool operator==(const Decimal&) const = default;
  std::strong_ordering operator<=>(const Decimal& other) const;

 private:
  Decimal(std::int64_t digits, int scale) : digits_(digits), scale_(scale) {}

  std::int64_t digits_ = 0;
  int scale_ = 0;
};

}  // namespace zhibiao
