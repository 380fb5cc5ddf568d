// HTML entities left in copies of web pages, resolved one by one; anything else that opens with & is text.
// In: the text from an ampersand on. Out: the character and the bytes it takes.
// Tested by tests/text/repair_test.cpp.
#include "text/entities.hpp"

#include <unicode/utf.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace zhibiao::text {
namespace {

constexpr std::size_t kLongestName = 10;

constexpr std::array<std::pair<std::string_view, char32_t>, 34> kNames{{
    {"quot", U'"'},      {"amp", U'&'},       {"lt", U'<'},        {"gt", U'>'},          {"apos", U'\''},
    {"nbsp", U'\u00A0'}, {"ensp", U'\u2002'}, {"emsp", U'\u2003'}, {"thinsp", U'\u2009'}, {"ldquo", U'“'},
    {"rdquo", U'”'},     {"lsquo", U'‘'},     {"rsquo", U'’'},     {"laquo", U'«'},       {"raquo", U'»'},
    {"mdash", U'—'},     {"ndash", U'–'},     {"middot", U'·'},    {"bull", U'•'},        {"hellip", U'…'},
    {"permil", U'‰'},    {"times", U'×'},     {"divide", U'÷'},    {"plusmn", U'±'},      {"deg", U'°'},
    {"le", U'≤'},        {"ge", U'≥'},        {"ne", U'≠'},        {"asymp", U'≈'},       {"sup2", U'²'},
    {"sup3", U'³'},      {"yen", U'¥'},       {"copy", U'©'},      {"reg", U'®'},
}};

std::optional<char32_t> resolve(std::string_view name) {
  if (!name.starts_with('#')) {
    const auto* known =
        std::find_if(kNames.begin(), kNames.end(), [&](const auto& entry) { return entry.first == name; });
    if (known == kNames.end()) return std::nullopt;
    return known->second;
  }
  name.remove_prefix(1);
  const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
  if (hexadecimal) name.remove_prefix(1);
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), code, hexadecimal ? 16 : 10);
  if (error != std::errc{} || end != name.data() + name.size()) return std::nullopt;
  if (code == 0 || !U_IS_UNICODE_CHAR(code)) return std::nullopt;
  return static_cast<char32_t>(code);
}

}  // namespace

std::optional<Entity> match_entity(std::string_view text) {
  if (!text.starts_with('&')) return std::nullopt;
  const std::size_t semicolon = text.substr(0, kLongestName + 2).find(';');
  if (semicolon == std::string_view::npos) return std::nullopt;
  const auto ch = resolve(text.substr(1, semicolon - 1));
  if (!ch) return std::nullopt;
  const std::size_t length = semicolon + 1;
  if (*ch == U'&') {
    // Escaped twice: `&amp;quot;`.
    const std::string_view rest = text.substr(length, kLongestName + 1);
    const std::size_t second = rest.find(';');
    if (second != std::string_view::npos) {
      if (const auto inner = resolve(rest.substr(0, second))) return Entity{*inner, length + second + 1};
    }
  }
  return Entity{*ch, length};
}

}  // namespace zhibiao::text
