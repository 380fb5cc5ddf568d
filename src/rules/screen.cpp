// Screens. In: what patterns need; out: the words, one set for each pattern, that tell texts best. Tested by
// tests/rules/screen_test.cpp.
#include "rules/screen.hpp"

#include <algorithm>
#include <map>

namespace zhibiao::rules {
namespace {

/// Characters from here on are not looked for.
constexpr char32_t kRarest = 0x10000;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The beginnings of a word as texts print it, or what else of it they print. Needs are told in small letters.
std::vector<std::string> printed(std::string_view word, const Screen::Prints& prints) {
  std::vector<std::string> all;
  std::vector<std::string> open{""};  // what goes on with the next character
  for (const char c : word) {
    const auto ways = prints ? prints(c) : std::vector<Screen::Print>{};
    if (!ways.empty() && std::none_of(ways.begin(), ways.end(), [](const auto& way) { return way.ends; })) {
      all.clear();  // it can be looked for wherever it stands in the word
      for (const auto& way : ways) all.push_back(way.text);
      return all;
    }
    if (is_letter(c)) {
      if (open.front().empty()) open = {std::string(1, c), std::string(1, static_cast<char>(c - 'a' + 'A'))};
      break;
    }
    std::vector<std::string> longer;
    for (const auto& before : open) {
      if (ways.empty()) longer.push_back(before + c);
      for (const auto& way : ways) (way.ends ? longer : all).push_back(before + way.text);
    }
    open = std::move(longer);
  }
  all.insert(all.end(), open.begin(), open.end());
  return all;
}

/// The set as texts print it; empty where it cannot be looked for.
std::vector<std::string> printed(const std::vector<std::string>& set, const Screen::Prints& prints) {
  std::vector<std::string> all;
  for (const std::string& word : set) {
    for (std::string& way : printed(word, prints)) {
      std::size_t at = 0;
      if (way.empty() || read_char(way, at) >= kRarest) return {};  // the rarest characters are not looked for
      all.push_back(std::move(way));
    }
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

/// Few texts hold long words; of sets alike, the smaller one is held by fewer.
bool tells_more(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto shortest = [](const auto& set) {
    std::size_t least = std::string::npos;
    for (const auto& word : set) least = std::min(least, text::count_characters(word));
    return least;
  };
  return shortest(a) != shortest(b) ? shortest(a) > shortest(b) : a.size() < b.size();
}

}  // namespace

Screen::Screen(const std::vector<const Pattern*>& patterns, const Prints& prints) {
  std::vector<std::vector<Words>> all;
  for (const Pattern* pattern : patterns) {
    auto& sets = all.emplace_back();
    for (const auto& set : pattern->needs()) {
      if (auto words = printed(set, prints); !words.empty()) sets.push_back(std::move(words));
    }
    blind_ = blind_ || sets.empty();
    if (sets.size() == 1) use(sets.front(), kEnough);
  }
  std::map<Words, Sets> known;
  for (const auto& sets : all) {
    // A text with a word that is enough passes anyway.
    if (sets.size() < 2 || std::any_of(sets.begin(), sets.end(), [&](const Words& one) { return covered(one); }))
      continue;
    Sets needed = 0;
    for (const Words& words : sets) {
      const auto next = known.size() + 1;
      if (next >= 64 && !known.contains(words)) continue;
      const auto [set, added] = known.try_emplace(words, Sets{1} << next);
      if (added) use(words, set->second);
      needed |= set->second;
    }
    if (needed == 0) {
      use(*std::min_element(sets.begin(), sets.end(), tells_more), kEnough);
    } else {
      needs_.push_back(needed);
    }
  }
}

void Screen::use(const Words& words, Sets set) {
  for (const std::string& word : words) {
    std::size_t at = 0;
    const char32_t first = read_char(word, at);
    firsts_.add(first, first);
    words_.merge(word, set);
  }
}

bool Screen::covered(const Words& words) const {
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    bool enough = false;
    words_.each(word, 0, [&](std::size_t, Sets sets) { enough = enough || (sets & kEnough) != 0; });
    return enough;
  });
}

bool Screen::may_match(std::string_view text) const {
  if (blind_) return true;
  Sets held = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t first = read_char(text, at);
    if (!firsts_.has(first)) continue;
    const Sets before = held;
    words_.each_after(first, text, begin, at, [&](std::size_t, Sets sets) { held |= sets; });
    if ((held & kEnough) != 0) return true;
    const auto met = [&](Sets needed) { return (held & needed) == needed; };
    if (held != before && std::any_of(needs_.begin(), needs_.end(), met)) return true;
  }
  return false;
}

}  // namespace zhibiao::rules
