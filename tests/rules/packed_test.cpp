// What the build packs is what the files say, and what would be made of it now.
#include "rules/packed.hpp"

#include <doctest/doctest.h>

#include <bitset>
#include <map>
#include <string>
#include <vector>

#include "rules/archive.hpp"
#include "rules/embedded.hpp"
#include "rules/lexicon.hpp"
#include "zhibiao/rules.hpp"

using namespace zhibiao::rules;

TEST_CASE("what is packed is unpacked as it was") {
  const std::vector<RuleFile> files = {
      parse_rule_file("own.toml",
                      "[fragments]\nx = '[甲乙]'\n\n[[name]]\nid = 'name.one'\nabout = 'one'\nmatch = '{x}1'\n"
                      "yes = [{ text = '甲1', value = 3 }]\nno = ['丙']\n\n"
                      "[[words]]\nid = 'some'\nwords = ['一', '二']\n"
                      "[[words]]\nid = 'more'\nwords = ['三']\n")};
  const auto again = unpack(pack(files));
  REQUIRE(again.size() == 1);
  CHECK(again[0].fragments == files[0].fragments);
  CHECK(again[0].fragment_places.at("x") == "own.toml:2");
  REQUIRE(again[0].rules.size() == 3);
  const Rule& rule = again[0].rules[0];  // its examples are documentation, which is packed apart
  CHECK(rule.place() == "own.toml:4");
  CHECK(rule.get("match") == "{x}1");
  CHECK(again[0].rules[2].words == std::vector<std::string>{"三"});
}

TEST_CASE("the compiled-in rules are those of the files") {
  std::vector<RuleFile> files;
  for (const auto& file : embedded_files()) files.push_back(parse_rule_file(std::string(file.name), file.text));
  CHECK(!packed_rules().empty());
  CHECK((pack(files) == packed_rules()));
}

TEST_CASE("notes are found by their names, and no others") {
  Notes notes;
  for (int i = 0; i < 100; ++i) notes.add("x" + std::to_string(i), "note " + std::to_string(i));
  notes.add("empty", "");
  const std::string packed = notes.pack();
  for (int i = 0; i < 100; ++i) CHECK(find_note(packed, "x" + std::to_string(i)) == "note " + std::to_string(i));
  CHECK(find_note(packed, "empty").data() != nullptr);
  CHECK(find_note(packed, "empty").empty());
  CHECK(find_note(packed, "x100").data() == nullptr);
  CHECK(find_note("", "x7").data() == nullptr);
}

TEST_CASE("values of every kind come back from their bytes") {
  using Bits = std::bitset<300>;
  Bits bits;
  for (std::size_t i = 0; i < bits.size(); ++i) bits[i] = i < 3 || (i > 100 && i < 250) || i == 299;
  for (const Bits& one : {bits, ~bits, Bits(), ~Bits()}) CHECK(unpacked<Bits>(packed(one)) == one);
  for (const std::uint64_t number : {std::uint64_t{0}, std::uint64_t{127}, std::uint64_t{128}, ~std::uint64_t{0}}) {
    CHECK(unpacked<std::uint64_t>(packed(number)) == number);
  }
  const std::map<std::string, std::vector<std::pair<int, char32_t>>> map = {{"一", {{1, U'丁'}}}, {"", {}}};
  CHECK((unpacked<std::map<std::string, std::vector<std::pair<int, char32_t>>>>(packed(map)) == map));
}

TEST_CASE("the matchers that the build made are those that would be made now") {
  const auto& lexicon = zhibiao::Rules::builtin().lexicon();
  std::size_t count = 0;
  for (const auto* set : {&lexicon.prose(), &lexicon.quantities(), &lexicon.frames()}) {
    for (const auto& pattern : set->patterns()) {
      for (const Regex* part : pattern.parts()) {
        CAPTURE(part->bare());
        const auto made = Matcher::make(part->bare(), part->toward());
        const auto known = known_matcher(pattern.rule().id, part->key());
        REQUIRE((made == nullptr) == (known == nullptr));
        if (made) CHECK((made->pack() == known->pack()));
        ++count;
      }
    }
  }
  CHECK(count > 100);
}

TEST_CASE("rules known by the build are those that are made without it") {
  const Lexicon made(unpack(packed_rules()));
  const Lexicon& known = zhibiao::Rules::builtin().lexicon();
  Notes of_made;
  made.note_tables(of_made);
  CHECK((of_made.pack() == packed_tables()));
  const auto told_by = [](const PatternSet& set, const std::string& text) {
    Candidates found;
    set.candidates(text, found);
    std::vector<std::string> all;
    for (const auto& [pattern, first, last] : found) {
      const auto& rule = set.patterns()[static_cast<std::size_t>(pattern)].rule();
      all.push_back(rule.id + " " + std::to_string(first) + " " + std::to_string(last));
    }
    return all;
  };
  for (const std::string text : {"到2025年底,每千人口执业医师达到3.2人以上,覆盖率达90%。", "#个以上", "ND,VNqQ."}) {
    CHECK(told_by(known.prose(), text) == told_by(made.prose(), text));
    CHECK(told_by(known.quantities(), text) == told_by(made.quantities(), text));
    CHECK(told_by(known.frames(), text) == told_by(made.frames(), text));
  }
}

TEST_CASE("a compiled-in rule is documented by its file") {
  for (const auto& file : embedded_files()) {
    const RuleFile parsed = parse_rule_file(std::string(file.name), file.text);
    for (const Rule& rule : parsed.rules) {
      CAPTURE(rule.id);
      Rule bare = rule;
      bare.source.clear();
      bare.yes.clear();
      bare.no.clear();
      const Rule whole = bare.documented();
      CHECK(whole.source == rule.source);
      CHECK((packed(whole.yes) == packed(rule.yes)));
      CHECK((packed(whole.no) == packed(rule.no)));
    }
  }
}
