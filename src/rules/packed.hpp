// What the build has found of the compiled-in rules, so that no run has to: the rules without their TOML, what their
// expressions need of a text, and the matchers made of them.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/matcher.hpp"
#include "rules/needs.hpp"
#include "rules/rule.hpp"

namespace zhibiao::rules {

/// Rule files as bytes, without what Rule::documented() adds.
std::string pack(const std::vector<RuleFile>& files);
/// The files that pack() was given.
std::vector<RuleFile> unpack(std::string_view bytes);

/// Bytes under names, told by the names' hashes.
class Notes {
 public:
  void add(std::string_view name, std::string note);
  /// All of them, for find_note().
  std::string pack() const;

 private:
  std::map<std::uint64_t, std::string> notes_;
};
/// The note of that name; without data where there is none.
std::string_view find_note(std::string_view packed, std::string_view name);

/// As find_needs() says, if need be by it.
Needs needs_of(const std::string& expression);
/// What Pattern::needs() says of a compiled-in rule; nothing where it was not noted.
std::optional<Needs> known_needs(const std::string& rule);
/// The matcher of a compiled-in rule's expression; nullptr where none was noted.
std::unique_ptr<const Matcher> known_matcher(const std::string& rule, std::string_view key);
/// The name of its note.
std::string matcher_name(const std::string& rule, std::string_view key);

/// A rule's source and examples, by its id.
struct Documentation {
  std::string source;
  std::vector<Example> yes;
  std::vector<Example> no;

  template <typename Archive, typename Self>
  static void parts(Archive& archive, Self& self) {
    archive(self.source, self.yes, self.no);
  }
};

/// Made by the build (src/rules/needs_main.cpp), empty in the program that makes them: all of embedded_files(), and notes.
std::string_view packed_rules();
std::string_view packed_documents();  ///< Documentation by the rules' ids
std::string_view packed_needs();      ///< Needs by expressions, and by rules' ids
std::string_view packed_matchers();   ///< by matcher_name()
std::string_view packed_tables();     ///< of Lexicon

}  // namespace zhibiao::rules
