// To whom a letter is sent. Input: the opening's lines. Output: the recipients. Tested by tests/outline/.
#include "outline/addressees.hpp"

#include <algorithm>

#include "outline/characters.hpp"
#include "outline/matcher.hpp"
#include "outline/words.hpp"

namespace zhibiao::outline {
namespace {

constexpr std::size_t kSalutationChars = 300;
constexpr std::size_t kShortName = 2;  // 办 of 各委、办、局 is no recipient of its own

bool ends_in(std::string_view name, words::Words endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

// 卫生院（分院） ends as 卫生院 does.
std::string_view without_note(std::string_view name) {
  return name.ends_with(')') ? name.substr(0, name.rfind('(')) : name;
}

bool is_body_name(std::string_view name) {
  name = without_note(name);
  return ends_in(name, words::kBodyEndings) || ends_in(name, words::kAddresseeEndings);
}

bool is_recipient(std::string_view name) {
  return is_body_name(name) || ends_in(without_note(name), words::kPlaceEndings);
}

// Does the 、 between these two part two recipients? Bodies stand by themselves; a place may only be the first of
// several of one body, as in 各省、自治区、直辖市人民政府, unless the next begins anew: 各区县、各部门.
bool parts(std::string_view left, std::string_view right) {
  static const Matcher anew{words::kNextRecipient};
  if (!longer_than(left, kShortName) || !longer_than(right, kShortName)) return false;
  return is_body_name(left) || (is_recipient(left) && anew.find(right));
}

// Spans of the recipients in the salutation. 、 parts two of them where both are bodies by themselves
// (各街道卫健办、社区卫生服务中心), not in 各省、自治区、直辖市人民政府 or 各区(市、县)卫生健康局.
std::vector<Span> split(std::string_view text) {
  std::vector<Span> names;
  std::size_t begin = 0;
  int depth = 0;
  const auto take = [&](std::size_t end) {
    if (end > begin) names.push_back({begin, end});
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view character = char_at(text, at);
    if (one_of(character, "(〔[﹝")) ++depth;
    if (one_of(character, ")〕]﹞")) depth = std::max(0, depth - 1);
    const std::size_t behind = at + character.size();
    if (depth == 0 && (character == "," || character == ";")) {
      take(at);
      begin = behind;
    } else if (depth == 0 && character == "、") {
      const std::string_view left = text.substr(begin, at - begin);
      const std::string_view rest = text.substr(behind);
      std::size_t next = 0;
      while (next < rest.size() && !one_of(char_at(rest, next), "、,;")) next += char_size(rest, next);
      if (parts(left, rest.substr(0, next))) {
        take(at);
        begin = behind;
      }
    }
    at = behind;
  }
  take(text.size());
  return names;
}

bool is_salutation(const std::string& text, const std::vector<Span>& names) {
  static const Matcher speech{words::kSpeechAddress};
  static const Matcher opens{words::kSalutationOpens};
  if (speech.find(text) || text.find("。") != std::string::npos) return false;
  const bool recipients = std::all_of(names.begin(), names.end(), [&](const Span& name) {
    return is_recipient(std::string_view(text).substr(name.begin, name.size()));
  });
  return recipients && opens.find(text);
}

}  // namespace

std::vector<std::string> find_addressees(const text::View& view, const Lines& lines) {
  for (const Line& line : lines.opening) {
    if (line.header || !line.text.ends_with(':') || longer_than(line.text, kSalutationChars)) continue;
    const std::string text = line.text.substr(0, line.text.size() - 1);
    const std::vector<Span> names = split(text);
    if (names.empty() || !is_salutation(text, names)) continue;
    // The printed line has the same characters, some of them in other widths.
    const std::string print = printed(view, line.view);
    std::vector<std::string> addressees;
    for (const Span& name : names) {
      const std::size_t first = bytes_of(print, char_count(std::string_view(text).substr(0, name.begin)));
      const std::size_t last = bytes_of(print, char_count(std::string_view(text).substr(0, name.end)));
      addressees.push_back(print.substr(first, last - first));
    }
    return addressees;
  }
  return {};
}

}  // namespace zhibiao::outline
