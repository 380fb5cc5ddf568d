// Characters of UTF-8 that Chinese text has few of. Tested by tests/rules/matcher_test.cpp.
#include "rules/utf8.hpp"

namespace zhibiao::rules {

char32_t read_rare_char(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text.data()[i])); };
  const char32_t lead = byte(at);
  const std::size_t left = text.size() - at;
  if (lead >= 0xC0 && lead < 0xE0 && left >= 2) {
    at += 2;
    return (lead & 0x1FU) << 6U | (byte(at - 1) & 0x3FU);
  }
  if (lead >= 0xF0 && left >= 4) {
    at += 4;
    return (lead & 0x07U) << 18U | (byte(at - 3) & 0x3FU) << 12U | (byte(at - 2) & 0x3FU) << 6U |
           (byte(at - 1) & 0x3FU);
  }
  return ++at, kNoChar;
}

}  // namespace zhibiao::rules
