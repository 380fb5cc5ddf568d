// Blanks, widths and bags of characters; see text.hpp.
#include "scores/text.hpp"

#include <algorithm>
#include <map>

namespace scores {

std::vector<std::string> characters(std::string_view text) {
  std::vector<std::string> all;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const std::string one(text.substr(at, size));
    at += size;
    const bool blank = one == "\u3000" || one == "\u00A0" || one.find_first_of(" \t\r\n\v\f") != std::string::npos;
    if (!blank) all.push_back(one);
  }
  return all;
}

std::string squash(std::string_view text) {
  std::string joined;
  for (const auto& one : characters(text)) joined += one;
  return joined;
}

std::string narrow(std::string_view text) {
  static const std::map<std::string, char> ascii = {{"（", '('}, {"）", ')'}, {"．", '.'},
                                                    {"，", ','}, {"：", ':'}, {"；", ';'}};
  std::string joined;
  for (const auto& one : characters(text)) {
    const auto found = ascii.find(one);
    found == ascii.end() ? joined += one : joined += found->second;
  }
  return joined;
}

std::string first_characters(std::string_view text, std::size_t count) {
  auto all = characters(text);
  all.resize(std::min(all.size(), count));
  std::string joined;
  for (const auto& one : all) joined += one;
  return joined;
}

double character_f1(std::string_view a, std::string_view b) {
  const auto left = characters(a);
  const auto right = characters(b);
  if (left.empty() || right.empty()) return left.empty() && right.empty() ? 1 : 0;
  std::map<std::string, std::size_t> bag;
  for (const auto& one : left) ++bag[one];
  std::size_t same = 0;
  for (const auto& one : right) {
    const auto found = bag.find(one);
    if (found == bag.end() || found->second == 0) continue;
    --found->second;
    ++same;
  }
  return 2 * static_cast<double>(same) / static_cast<double>(left.size() + right.size());
}

}  // namespace scores
