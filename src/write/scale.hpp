// Numbers that stand together in one scale: 1100 and 900 in 万, not 11000000 and 9000000.
#pragma once

#include <span>
#include <string_view>

#include "zhibiao/decimal.hpp"

namespace zhibiao::write {

/// A power of ten with its word (`亿`); 0 and no word for numbers as they are.
struct Scale {
  int power = 0;
  std::string_view word;
};

/// The scale in which the numbers take the fewest digits without one of them becoming less than a tenth; none of the
/// words where nothing gets shorter.
Scale scale_for(std::span<const Decimal> numbers);

/// The number in that scale, exactly: 1889400000 in 亿 is 18.894.
Decimal scaled(const Decimal& number, const Scale& scale);

}  // namespace zhibiao::write
