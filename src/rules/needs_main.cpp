// A program of the build: reads the compiled-in rules and finds what their patterns need, so that no run of zhibiao has to.
// Prints the C++ that defines packed_rules() and known_needs(). Part of no library.
#include <fmt/format.h>

#include <cstdio>
#include <map>

#include "rules/embedded.hpp"
#include "rules/lexicon.hpp"
#include "rules/needs.hpp"
#include "rules/packed.hpp"
#include "zhibiao/rules.hpp"

namespace zhibiao::rules {

// This program is what makes them.
std::span<const KnownNeeds> known_needs() { return {}; }
std::string_view packed_rules() { return {}; }

}  // namespace zhibiao::rules

namespace {

std::string octal(std::string_view bytes) {
  std::string escapes;
  for (const char c : bytes) escapes += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
  return escapes;
}

/// A literal's bytes, as lines of octal escapes.
void print_bytes(std::string_view bytes) {
  constexpr std::size_t kLine = 64;
  for (std::size_t at = 0; at < bytes.size(); at += kLine) {
    fmt::print("      \"{}\"\n", octal(bytes.substr(at, kLine)));
  }
}

void print_rules() {
  using namespace zhibiao;
  std::vector<rules::RuleFile> files;
  for (const auto& file : rules::embedded_files()) {
    files.push_back(rules::parse_rule_file(std::string(file.name), file.text));
  }
  const std::string packed = rules::pack(files);
  fmt::print("std::string_view packed_rules() {{\n  static constexpr char kPacked[] =\n");
  print_bytes(packed);
  fmt::print("      ;\n  return {{kPacked, sizeof kPacked - 1}};\n}}\n\n");
}

}  // namespace

int main() {
  using namespace zhibiao;
  const auto rules = Rules::builtin();
  std::map<std::uint64_t, std::pair<rules::Needs, std::size_t>> all;
  for (const auto* set : {&rules.lexicon().prose(), &rules.lexicon().quantities()}) {
    for (const auto& pattern : set->patterns()) {
      pattern.compile();
      for (const auto& expression : pattern.demands())
        all[rules::hash_of(expression)] = {rules::find_needs(expression), rules::longest_of(expression)};
    }
  }
  fmt::print(
      "// Made by the build from src/rules/*.toml.\n#include \"rules/needs.hpp\"\n#include \"rules/packed.hpp\"\n\n"
      "namespace zhibiao::rules {{\n\n"
      "std::span<const KnownNeeds> known_needs() {{\n  static constexpr KnownNeeds kKnown[] = {{\n");
  for (const auto& [hash, found] : all) {
    std::string sets;
    for (const auto& set : found.first) {
      if (!sets.empty()) sets += "\\n";
      for (const auto& word : set) sets += octal(word) + "\\n";
    }
    fmt::print("      {{{:#x}U, \"{}\", {:#x}U}},\n", hash, sets, found.second);
  }
  fmt::print("  }};\n  return kKnown;\n}}\n\n");
  print_rules();
  fmt::print("}}  // namespace zhibiao::rules\n");
  return std::fflush(stdout) == 0 ? 0 : 1;
}
