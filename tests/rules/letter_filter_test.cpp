// The filter in front of patterns over tags: it may pass too much, never too little.
#include "rules/letter_filter.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "rules/lexicon.hpp"
#include "zhibiao/rules.hpp"

using namespace zhibiao;

namespace {

/// Whether a text of tags passes what the expression asks for.
bool passes(const char* expression, const std::string& tags) {
  rules::RuleFile file = rules::parse_rule_file(
      "own.toml", "[[frame]]\nid = 'frame.own'\nabout = 'one'\nmatch = '" + std::string(expression) + "'\n");
  const rules::Lexicon lexicon({file});
  rules::Candidates candidates;
  lexicon.frames().candidates(tags, candidates);
  return !candidates.empty();
}

}  // namespace

TEST_CASE("a pattern over tags is told by the letters on the sides of the value") {
  CHECK(passes("(?P<indicator>N+)[AK]*q", "N,NAq"));
  CHECK(!passes("(?P<indicator>N+)[AK]*q", "VqN"));  // behind it
  CHECK(passes("V[AK]*q(?P<indicator>N)", "VKqN"));
  CHECK(!passes("V[AK]*q(?P<indicator>N)", "NqVN"));
}

TEST_CASE("a pattern over tags is told by what stands next to the value") {
  CHECK(!passes("V[AK]*q", "VNq"));
  CHECK(passes("(?:^|[,;])A*q", "q"));
  CHECK(passes("(?:^|[,;])A*q", "N,q"));
  CHECK(passes("(?:^|[,;])A*q", "Aq"));
  CHECK(!passes("(?:^|[,;])A*q", "Nq"));
  CHECK(passes("Rq(?P<indicator>N)?(?:$|,)", "Rq"));
  CHECK(passes("Rq(?P<indicator>N)?(?:$|,)", "RqN"));
  CHECK(!passes("Rq(?P<indicator>N)?(?:$|,)", "RqV"));
  CHECK(passes("[^,]*q.*", ",q,"));
  CHECK(passes("(?:Vq|qV)", "NqV"));  // a choice is not looked into
}

TEST_CASE("no pattern over tags is kept from a text that it matches") {
  const auto& lexicon = Rules::builtin().lexicon();
  const std::string letters = "NNNVSQEARDGLKMvHpwF,,/;:.(";
  unsigned state = 1;
  std::size_t matches = 0;
  rules::Candidates candidates;
  rules::Match match;
  for (int round = 0; round < 3000; ++round) {
    std::string tags;
    for (int i = 0; i < 9; ++i) tags += letters[(state = state * 1103515245U + 12345U) / 65536U % letters.size()];
    tags[(state / 65536U) % tags.size()] = rules::kAskedTag;
    for (const auto* set : {&lexicon.frames(), &lexicon.scopes()}) {
      set->candidates(tags, candidates);
      std::size_t next = 0;
      for (std::size_t i = 0; i < set->patterns().size(); ++i) {
        const bool told = next < candidates.size() && candidates[next].pattern == static_cast<int>(i);
        if (told) ++next;
        if (!set->patterns()[i].find(tags, 0, match)) continue;
        ++matches;
        CHECK_MESSAGE(told, set->patterns()[i].rule().id, ": ", tags);
        if (told) CHECK(match.span.begin <= candidates[next - 1].last);
      }
    }
  }
  CHECK(matches > 1000);
}
