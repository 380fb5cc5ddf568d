// What scanners, converters and copying do to a text.
#include <array>
#include <string_view>

#include "properties/plan.hpp"

namespace properties {
namespace {

std::string_view one_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return text.substr(at, lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4);
}

bool is_han(std::string_view one) { return one.size() == 3 && one >= "\u4E00" && one <= "\u9FFF"; }
bool is_digit(std::string_view one) { return one.size() == 1 && one >= "0" && one <= "9"; }

/// Puts `insert(before, after)` between every two characters of the text.
template <typename Insert>
std::string between(const std::string& text, const Insert& insert) {
  std::string out;
  std::string_view before;
  for (std::size_t at = 0; at < text.size();) {
    const auto one = one_at(text, at);
    out += insert(before, one);
    out += one;
    at += one.size();
    before = one;
  }
  return out;
}

std::string replaced(const std::string& text, const std::string_view (*pairs)[2], std::size_t count) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto one = one_at(text, at);
    std::string_view other = one;
    for (std::size_t i = 0; i < count; ++i) {
      if (pairs[i][0] == one) other = pairs[i][1];
    }
    out += other;
    at += one.size();
  }
  return out;
}

/// Breaks lines between two Han characters where the page's width ends them; `line_break` is told the lines so far.
std::string broken(const std::string& text, Random& random, const auto& line_break) {
  const std::size_t width = pick(random, 24, 36) * 2;  // of a page, in half characters
  std::size_t column = 0;
  std::size_t lines = 0;
  return between(text, [&](std::string_view before, std::string_view one) -> std::string {
    if (before == "\n") ++lines, column = 0;
    if (column >= width && is_han(before) && is_han(one)) {
      ++lines;
      column = one.size() > 1 ? 2 : 1;
      return line_break(lines);
    }
    column += one.size() > 1 ? 2 : 1;
    return "";
  });
}

std::string page_breaks(const std::string& text, Random& random) {
  constexpr std::size_t kLinesOfPage = 25;
  const bool dashed = pick(random, 0, 1) == 0;
  std::size_t page = 0;
  std::size_t next = kLinesOfPage;
  return broken(text, random, [&](std::size_t lines) -> std::string {
    if (lines < next) return "\n";
    next = lines + kLinesOfPage;
    const std::string number = std::to_string(++page);
    return "\n\n" + (dashed ? "— " + number + " —" : number) + "\n\n";
  });
}

std::string broken_lines(const std::string& text, Random& random) {
  return broken(text, random, [](std::size_t) { return std::string("\n"); });
}

std::string broken_paragraphs(const std::string& text, Random& random) {
  return broken(text, random, [](std::size_t) { return std::string("\n\n"); });
}

std::string blanks(const std::string& text, Random& random) {
  return between(text, [&](std::string_view before, std::string_view one) -> std::string {
    const bool seam = (is_han(before) && is_digit(one)) || (is_digit(before) && is_han(one));
    const bool words = is_han(before) && is_han(one);
    if (seam && pick(random, 0, 1) == 0) return " ";
    return words && pick(random, 0, 24) == 0 ? " " : "";
  });
}

std::string list_dashes(const std::string& text, Random&) {
  return between(text, [](std::string_view before, std::string_view one) -> std::string {
    return before == "\n" && is_digit(one) ? "- " : "";
  });
}

std::string full_width(const std::string& text, Random&) {
  constexpr std::string_view kPairs[][2] = {{"0", "０"}, {"1", "１"}, {"2", "２"}, {"3", "３"}, {"4", "４"},
                                            {"5", "５"}, {"6", "６"}, {"7", "７"}, {"8", "８"}, {"9", "９"},
                                            {"%", "％"}, {"(", "（"}, {")", "）"}};
  return replaced(text, kPairs, std::size(kPairs));
}

std::string half_width(const std::string& text, Random&) {
  constexpr std::string_view kPairs[][2] = {{"（", "("}, {"）", ")"}, {"，", ","},
                                            {"：", ":"}, {"；", ";"}, {"．", "."}};
  return replaced(text, kPairs, std::size(kPairs));
}

std::string carriage_returns(const std::string& text, Random&) {
  constexpr std::string_view kPairs[][2] = {{"\n", "\r\n"}};
  return replaced(text, kPairs, 1);
}

std::string indents(const std::string& text, Random&) {
  return between(text, [](std::string_view before, std::string_view one) -> std::string {
    if (one == "\n" && before != "\n") return "  ";
    return before == "\n" && one != "\n" ? "　　" : "";
  });
}

std::string blank_lines(const std::string& text, Random&) {
  constexpr std::string_view kPairs[][2] = {{"\n", "\n\n"}};
  return replaced(text, kPairs, 1);
}

/// All at once, as a bad scan of a bad copy has them.
std::string everything(const std::string& text, Random& random) {
  return carriage_returns(page_breaks(list_dashes(blanks(half_width(text, random), random), random), random), random);
}

}  // namespace

std::vector<Damage> damages() {
  return {{"page breaks with page numbers", true, page_breaks},
          {"lines broken in mid-sentence", true, broken_lines},
          {"lines broken in mid-sentence with a blank line", true, broken_paragraphs},
          {"blanks between characters and digits", false, blanks},
          {"list dashes", false, list_dashes},
          {"full-width digits", false, full_width},
          {"half-width punctuation", false, half_width},
          {"CRLF", false, carriage_returns},
          {"indents and trailing blanks", false, indents},
          {"blank lines", false, blank_lines},
          {"everything", true, everything}};
}

std::string folded(const std::string& text) {
  constexpr std::string_view kPairs[][2] = {
      {"０", "0"}, {"１", "1"}, {"２", "2"}, {"３", "3"}, {"４", "4"}, {"５", "5"}, {"６", "6"},
      {"７", "7"}, {"８", "8"}, {"９", "9"}, {"％", "%"}, {"．", "."}, {"（", "("}, {"）", ")"},
      {"，", ","}, {"：", ":"}, {"；", ";"}, {" ", ""},   {"　", ""},  {"\r", ""},  {"\n", ""}};
  return replaced(text, kPairs, std::size(kPairs));
}

}  // namespace properties
