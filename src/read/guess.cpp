// Read, which encoding. Input: bytes; output: the encoding in which they read as the most usual text.
// Tested by tests/read/decode_test.cpp.
#include "read/guess.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <string>

#include "read/convert.hpp"

namespace zhibiao::read_stage {
namespace {

/// As much of a file as is looked at.
constexpr std::size_t kSample = std::size_t{4} << 20;
/// What a fault costs, and what a page's own word is worth, in shares of usual characters.
constexpr double kFaultCost = 0.2;
constexpr double kLabelWorth = 0.1;
constexpr double kTraditionalInGb = 0.7;

struct Range {
  char32_t first;
  char32_t last;
};

/// Besides Chinese characters: what plans are written with.
constexpr std::array kUsual = {
    Range{U'\t', U'\n'},   Range{U'\r', U'\r'},   Range{0x20, 0x7E},     Range{0xB0, 0xB1},     Range{0xB7, 0xB7},
    Range{0xD7, 0xD7},     Range{0x2010, 0x2027}, Range{0x2030, 0x203B}, Range{0x2103, 0x2103}, Range{0x2160, 0x2179},
    Range{0x2190, 0x2193}, Range{0x2264, 0x2267}, Range{0x2460, 0x24A0}, Range{0x25A0, 0x25CF}, Range{0x3000, 0x301F},
    Range{0x3220, 0x3229}, Range{0x338E, 0x33A1}, Range{0xFEFF, 0xFEFF}, Range{0xFF01, 0xFF5E}, Range{0xFFE5, 0xFFE5},
};

/// Chinese characters of one standard's first level: the common ones.
class Level {
 public:
  Level(Encoding encoding, unsigned lead_first, unsigned lead_last, unsigned trail_first) {
    std::string bytes;
    for (unsigned lead = lead_first; lead <= lead_last; ++lead) {
      for (unsigned trail = trail_first; trail <= 0xFE; ++trail) {
        if (trail >= 0x7F && trail <= 0xA0) continue;
        bytes += static_cast<char>(lead);
        bytes += static_cast<char>(trail);
      }
    }
    const std::string text = convert(bytes, encoding).text;
    const auto* const data = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
      UChar32 point = 0;
      U8_NEXT_UNSAFE(data, at, point);
      if (point >= kFirst && point < kFirst + static_cast<UChar32>(known_.size())) {
        known_.set(static_cast<std::size_t>(point - kFirst));
      }
    }
  }

  bool has(char32_t point) const { return point >= kFirst && point - kFirst < known_.size() && known_[point - kFirst]; }

 private:
  static constexpr UChar32 kFirst = 0x4E00;
  std::bitset<0x5200> known_;
};

const Level& simplified() {
  static const Level level(Encoding::gb18030, 0xB0, 0xD7, 0xA1);
  return level;
}

const Level& traditional() {
  static const Level level(Encoding::big5, 0xA4, 0xC6, 0x40);
  return level;
}

/// 1 for what is usual in this encoding, 0 for what is not. GB18030 is seldom used for traditional characters, yet may be.
double usualness(char32_t point, Encoding encoding) {
  if (point >= 0x4E00 && point <= 0x9FFF) {
    if (encoding != Encoding::big5 && simplified().has(point)) return 1;
    return traditional().has(point) ? (encoding == Encoding::gb18030 ? kTraditionalInGb : 1) : 0;
  }
  return std::any_of(kUsual.begin(), kUsual.end(),
                     [&](const Range& range) { return point >= range.first && point <= range.last; })
             ? 1
             : 0;
}

double usual_share(std::string_view text, Encoding encoding) {
  const auto* const data = reinterpret_cast<const std::uint8_t*>(text.data());
  double usual = 0;
  double all = 0;
  for (std::size_t at = 0; at < text.size(); ++all) {
    UChar32 point = 0;
    U8_NEXT_UNSAFE(data, at, point);
    usual += usualness(static_cast<char32_t>(point), encoding);
  }
  return all > 0 ? usual / all : 0;
}

}  // namespace

Guess guess_encoding(std::string_view bytes, std::optional<Encoding> label) {
  const bool whole = bytes.size() <= kSample;
  const std::string_view sample = bytes.substr(0, kSample);
  Guess best;
  double best_score = -1;
  for (const Encoding encoding : kEncodings) {
    const Converted reading = convert(sample, encoding, whole);
    const bool fits = reading.faults == 0 && (encoding != Encoding::utf8 || !first_bad_utf8(bytes));
    const double usual = usual_share(reading.text, encoding);
    const double score = usual - (fits ? 0 : kFaultCost) + (label == encoding ? kLabelWorth : 0);
    if (score > best_score) {
      best = {encoding, usual};
      best_score = score;
    }
  }
  return best;
}

}  // namespace zhibiao::read_stage
