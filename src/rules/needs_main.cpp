// A program of the build: finds what the compiled-in patterns need, so that no run of zhibiao has to. Prints the C++ that
// defines known_needs(). Part of no library.
#include <fmt/format.h>

#include <cstdio>
#include <map>

#include "rules/lexicon.hpp"
#include "rules/needs.hpp"
#include "zhibiao/rules.hpp"

namespace zhibiao::rules {

// This program is what makes them.
std::span<const KnownNeeds> known_needs() { return {}; }

}  // namespace zhibiao::rules

int main() {
  using namespace zhibiao;
  const auto rules = Rules::builtin();
  std::map<std::uint64_t, rules::Needs> all;
  for (const auto* set : {&rules.lexicon().prose(), &rules.lexicon().quantities()}) {
    for (const auto& pattern : set->patterns()) {
      pattern.compile();
      all[rules::hash_of(pattern.expression())] = rules::find_needs(pattern.expression());
    }
  }
  fmt::print(
      "// Made by the build from src/rules/*.toml.\n#include \"rules/needs.hpp\"\n\nnamespace zhibiao::rules {{\n\n"
      "std::span<const KnownNeeds> known_needs() {{\n  static constexpr KnownNeeds kKnown[] = {{\n");
  for (const auto& [hash, needs] : all) {
    std::string sets;
    for (const auto& set : needs) {
      if (!sets.empty()) sets += "\\n";
      for (const auto& word : set) {
        for (const char c : word) sets += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
        sets += "\\n";
      }
    }
    fmt::print("      {{{:#x}U, \"{}\"}},\n", hash, sets);
  }
  fmt::print("  }};\n  return kKnown;\n}}\n\n}}  // namespace zhibiao::rules\n");
  return std::fflush(stdout) == 0 ? 0 : 1;
}
