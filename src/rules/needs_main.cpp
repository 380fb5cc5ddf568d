// A program of the build: reads the compiled-in rules, finds what their patterns need and makes their matchers, so that no run
// of zhibiao has to. Prints the C++ that defines what packed.hpp says the build makes. Part of no library.
#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "rules/archive.hpp"
#include "rules/embedded.hpp"
#include "rules/lexicon.hpp"
#include "rules/needs.hpp"
#include "rules/packed.hpp"
#include "zhibiao/rules.hpp"

namespace zhibiao::rules {

// This program is what makes them.
std::string_view packed_rules() { return {}; }
std::string_view packed_documents() { return {}; }
std::string_view packed_needs() { return {}; }
std::string_view packed_matchers() { return {}; }
std::string_view packed_tables() { return {}; }

}  // namespace zhibiao::rules

using namespace zhibiao;

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

void print_function(std::string_view name, std::string_view bytes) {
  fmt::print("std::string_view {}() {{\n  static constexpr char kPacked[] =\n", name);
  print_bytes(bytes);
  fmt::print("      ;\n  return {{kPacked, sizeof kPacked - 1}};\n}}\n\n");
}

std::vector<rules::RuleFile> parsed_files() {
  std::vector<rules::RuleFile> files;
  for (const auto& file : rules::embedded_files()) {
    files.push_back(rules::parse_rule_file(std::string(file.name), file.text));
  }
  return files;
}

rules::Notes documents_of(const rules::Lexicon& lexicon) {
  rules::Notes notes;
  for (const auto& rule : lexicon.rules()) {
    notes.add(rule.id, rules::packed(rules::Documentation{rule.source, rule.yes, rule.no}));
  }
  return notes;
}

rules::Notes needs_of_all(const rules::Lexicon& lexicon) {
  rules::Notes notes;
  for (const auto* set : {&lexicon.prose(), &lexicon.quantities()}) {
    for (const auto& pattern : set->patterns()) {
      notes.add(pattern.rule().id, rules::packed(pattern.needs()));
      for (const auto& expression : pattern.demands()) {
        notes.add(expression, rules::packed(rules::find_needs(expression)));
      }
    }
  }
  return notes;
}

rules::Notes matchers_of(const rules::Lexicon& lexicon) {
  rules::Notes notes;
  for (const auto* set : {&lexicon.prose(), &lexicon.quantities(), &lexicon.frames()}) {
    for (const auto& pattern : set->patterns()) {
      pattern.compile();  // those of the program are sound
      for (const auto* part : pattern.parts()) {
        const auto matcher = rules::Matcher::make(part->bare(), part->toward());
        if (matcher) notes.add(rules::matcher_name(pattern.rule().id, part->key()), matcher->pack());
      }
    }
  }
  return notes;
}

}  // namespace

int main() {
  const auto rules = Rules::builtin();
  const auto& lexicon = rules.lexicon();
  rules::Notes tables;
  lexicon.note_tables(tables);
  fmt::print(
      "// Made by the build from src/rules/*.toml.\n#include \"rules/packed.hpp\"\n\nnamespace zhibiao::rules {{\n\n");
  print_function("packed_rules", rules::pack(parsed_files()));
  print_function("packed_documents", documents_of(lexicon).pack());
  print_function("packed_needs", needs_of_all(lexicon).pack());
  print_function("packed_matchers", matchers_of(lexicon).pack());
  print_function("packed_tables", tables.pack());
  fmt::print("}}  // namespace zhibiao::rules\n");
  return std::fflush(stdout) == 0 ? 0 : 1;
}
