// Rule stage: patterns as their rules write them become patterns as they are matched. Tested by tests/rules/lexicon_test.cpp.
#include "rules/fragments.hpp"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>

#include "zhibiao/error.hpp"

namespace zhibiao::rules {
namespace {

constexpr int kMaxFragmentDepth = 12;
constexpr std::size_t kMaxPatternBytes = std::size_t{1} << 18;

}  // namespace

std::string Fragments::words_named(const std::string& name, const Rule& rule) const {
  const auto group =
      std::find_if(rules_.begin(), rules_.end(), [&](const Rule& one) { return one.id == name && !one.words.empty(); });
  if (group == rules_.end())
    throw Error(rule.at(), fmt::format("rule '{}': unknown fragment or word list '{{{}}}'", rule.id, name));
  std::vector<std::string> words = group->words;
  // Longest first: RE2 prefers the earlier alternative.
  std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : "|") + RE2::QuoteMeta(word);
  return out;
}

std::string Fragments::resolve(const std::string& pattern, const Rule& rule, int depth) const {
  if (depth > kMaxFragmentDepth)
    throw Error(rule.at(), fmt::format("rule '{}': fragments refer to each other in a circle", rule.id));
  static const RE2 kReference(R"(\{([a-z][a-z0-9_.]*)\})");
  std::string out;
  re2::StringPiece rest(pattern);
  re2::StringPiece hit[2];
  while (kReference.Match(rest, 0, rest.size(), RE2::UNANCHORED, hit, 2)) {
    out.append(rest.data(), static_cast<std::size_t>(hit[0].data() - rest.data()));
    const std::string name(hit[1].data(), hit[1].size());
    const auto fragment = texts_.find(name);
    out +=
        "(?:" + (fragment == texts_.end() ? words_named(name, rule) : resolve(fragment->second, rule, depth + 1)) + ")";
    if (fragment != texts_.end() && out.size() > kMaxPatternBytes)
      throw Error(rule.at(), fmt::format("rule '{}': its fragments make a pattern of more than {} bytes", rule.id,
                                         kMaxPatternBytes));
    rest.remove_prefix(static_cast<std::size_t>(hit[0].data() - rest.data()) + hit[0].size());
  }
  out.append(rest.data(), rest.size());
  return out;
}

}  // namespace zhibiao::rules
