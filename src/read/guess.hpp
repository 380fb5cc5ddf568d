// Which encoding bytes without a byte order mark are in, when they are not UTF-8.
#pragma once

#include <optional>
#include <string_view>

#include "read/encoding.hpp"

namespace zhibiao::read_stage {

struct Guess {
  Encoding encoding = Encoding::utf8;
  /// Share of the characters (0 to 1) that are usual in Chinese text of this encoding. Below `kDoubtful` it is no more
  /// than the least bad choice.
  double usual = 0;
};

inline constexpr double kDoubtful = 0.7;

/// The encoding whose reading of `bytes` has the largest share of usual characters: ASCII, Chinese punctuation, and the
/// characters of the first level of GB 2312 or Big5. One that fits without a fault goes before one that does not; ties
/// go to the first of `kEncodings`. `label`, what the file says of itself, counts a little. Statistics on bytes or
/// letters fail on short texts; this needs no more than a dozen characters.
Guess guess_encoding(std::string_view bytes, std::optional<Encoding> label = std::nullopt);

}  // namespace zhibiao::read_stage
