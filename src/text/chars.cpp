// Characters that are neither ASCII nor of three bytes, and bytes that are no character. Tested by tests/text/.
#include "text/chars.hpp"

namespace zhibiao::text {

char32_t next_long_char(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t index) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[index]));
  };
  const std::uint32_t lead = byte(at++);
  const std::size_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  if (lead < 0xC2 || lead > 0xF4 || at + more > text.size()) return U'\uFFFD';
  std::uint32_t code = lead & (0x3FU >> more);
  for (std::size_t k = 0; k < more; ++k) {
    if (!is_trail(text[at + k])) return U'\uFFFD';
    code = (code << 6U) | (byte(at + k) & 0x3FU);
  }
  at += more;
  return code;
}

}  // namespace zhibiao::text
