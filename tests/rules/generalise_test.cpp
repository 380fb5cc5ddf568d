// Rules say what the language does, not what a seed says: no rule holds a stretch of a seed's text, a place's name or a
// number that only a document would know.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <re2/re2.h>

#include "rules/embedded.hpp"
#include "rules/rule.hpp"
#include "rules/word_table.hpp"

namespace {

using zhibiao::rules::Rule;

/// A run of Han characters this long that a seed prints as well was copied from it.
constexpr std::size_t kLongestRun = 8;
/// The same for a clause of an example (characters between two punctuation marks).
constexpr std::size_t kLongestClause = 11;

/// Where the seeds come from, and the places they name.
constexpr std::array<std::string_view, 18> kPlaces = {"贵阳",   "慈溪",   "鼓楼区", "福州", "濉溪",   "湘潭",
                                                      "云岩",   "南明区", "花溪",   "乌当", "观山湖", "清镇",
                                                      "修文县", "息烽",   "雨湖",   "岳塘", "湘乡",   "韶山"};

/// Numbers of two and more digits that a rule may spell: how years begin, hours of a day, sizes of a denominator, hotlines.
constexpr std::array<std::string_view, 16> kNumbers = {"19",  "20",  "24",  "10",  "100",   "1000",  "96",    "110",
                                                       "114", "119", "120", "122", "12315", "12333", "12345", "12348"};

struct Piece {
  std::string place;  ///< `units.toml:12 (unit.people)`
  std::string text;
};

std::vector<Rule> builtin_rules() {
  std::vector<Rule> all;
  for (const auto& file : zhibiao::rules::embedded_files()) {
    for (auto& rule : zhibiao::rules::parse_rule_file(std::string(file.name), file.text).rules)
      all.push_back(std::move(rule));
  }
  return all;
}

/// Every pattern, guard, fragment and word of the compiled-in files.
std::vector<Piece> pieces() {
  std::vector<Piece> all;
  for (const auto& file : zhibiao::rules::embedded_files()) {
    const auto parsed = zhibiao::rules::parse_rule_file(std::string(file.name), file.text);
    for (const auto& [name, text] : parsed.fragments) all.push_back({std::string(file.name) + " {" + name + "}", text});
    for (const auto& rule : parsed.rules) {
      const std::string place = rule.place() + " (" + rule.id + ")";
      for (const char* key : {"match", "unless", "unless_before", "unless_after", "require_before", "require_after"}) {
        if (!rule.get(key).empty()) all.push_back({place, rule.get(key)});
      }
      for (const auto& word : rule.words) all.push_back({place, word});
    }
  }
  return all;
}

bool is_han(std::string_view one) { return one.size() == 3 && one >= "\u4E00" && one <= "\u9FFF"; }

/// Pieces of a text that `part` holds for, each at least `shortest` characters long.
template <typename Part>
std::vector<std::string> runs(std::string_view text, std::size_t shortest, const Part& part) {
  std::vector<std::string> found;
  std::string run;
  std::size_t length = 0;
  const auto close = [&] {
    if (length >= shortest) found.push_back(run);
    run.clear();
    length = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto one = text.substr(at, zhibiao::rules::char_length(text[at]));
    at += one.size();
    if (!part(one)) {
      close();
      continue;
    }
    run += one;
    ++length;
  }
  close();
  return found;
}

bool is_punctuation(std::string_view one) {
  constexpr std::string_view kAscii = ",.;:!?()[]\"'<>|\n\t";
  constexpr std::string_view kWide = "，。；：！？、（）［］〔〕【】《》〈〉“”‘’「」…—　";
  return one.size() == 1 ? kAscii.find(one) != std::string_view::npos : kWide.find(one) != std::string_view::npos;
}

std::string without_blanks(std::string_view text) {
  std::string out(text);
  for (const char* blank : {" ", "\n", "\r", "\t", "\u3000", "\u00A0"}) RE2::GlobalReplace(&out, blank, "");
  return out;
}

/// The seeds without their blanks and line ends, joined.
const std::string& seeds() {
  static const std::string all = [] {
    std::string joined;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(ZHIBIAO_SOURCE_DIR) / "seeds")) {
      std::ifstream in(entry.path(), std::ios::binary);
      joined += without_blanks(std::string(std::istreambuf_iterator<char>(in), {})) + "\n";
    }
    return joined;
  }();
  return all;
}

/// Runs of a pattern or word that a seed prints too.
std::vector<std::string> copied_runs(std::string_view pattern) {
  auto found = runs(pattern, kLongestRun + 1, is_han);
  std::erase_if(found, [](const std::string& run) { return seeds().find(run) == std::string::npos; });
  return found;
}

std::vector<std::string> copied_clauses(std::string_view example) {
  auto found =
      runs(without_blanks(example), kLongestClause + 1, [](std::string_view one) { return !is_punctuation(one); });
  std::erase_if(found, [](const std::string& clause) { return seeds().find(clause) == std::string::npos; });
  return found;
}

/// Numbers spelled in a pattern: repeats such as {2,12} and classes such as [0-9] aside.
std::vector<std::string> spelled_numbers(std::string pattern) {
  RE2::GlobalReplace(&pattern, R"(\{\d+(,\d*)?\})", " ");
  RE2::GlobalReplace(&pattern, R"(\[[^\]]*\])", " ");
  return runs(pattern, 2, [](std::string_view one) { return one >= "0" && one <= "9" && one.size() == 1; });
}

}  // namespace

TEST_CASE("no pattern and no word copies a stretch of a seed") {
  REQUIRE(seeds().size() > 100000);
  const auto all = pieces();
  REQUIRE(all.size() > 1000);
  for (const auto& piece : all) {
    for (const auto& run : copied_runs(piece.text))
      CHECK_MESSAGE(run.empty(), piece.place, " holds a seed's '", run, "'");
  }
}

TEST_CASE("no pattern, word or example names a seed's place") {
  const auto names_place = [](const std::string& text) {
    return std::find_if(kPlaces.begin(), kPlaces.end(),
                        [&](std::string_view one) { return text.find(one) != std::string::npos; });
  };
  for (const auto& piece : pieces())
    CHECK_MESSAGE(names_place(piece.text) == kPlaces.end(), piece.place, ": ", piece.text);
  for (const auto& rule : builtin_rules()) {
    for (const auto& list : {rule.yes, rule.no}) {
      for (const auto& example : list)
        CHECK_MESSAGE(names_place(example.text) == kPlaces.end(), rule.place(), ": ", example.text);
    }
  }
}

TEST_CASE("no pattern and no word spells a number that is no part of the language") {
  for (const auto& piece : pieces()) {
    for (const auto& number : spelled_numbers(piece.text)) {
      const bool known = std::find(kNumbers.begin(), kNumbers.end(), number) != kNumbers.end();
      CHECK_MESSAGE(known, piece.place, " spells ", number);
    }
  }
}

TEST_CASE("no example copies a clause of a seed") {
  for (const auto& rule : builtin_rules()) {
    for (const auto& list : {rule.yes, rule.no}) {
      for (const auto& example : list) {
        for (const auto& clause : copied_clauses(example.text)) {
          CHECK_MESSAGE(clause.empty(), rule.place(), " (", rule.id, ") copies '", clause, "'");
        }
      }
    }
  }
}

TEST_CASE("these tests would see a copy") {
  const std::string& text = seeds();
  const auto whole = runs(text.substr(0, 60000), 20, is_han);
  REQUIRE(whole.size() > 10);
  for (const auto& run : whole) {
    CHECK(copied_runs("(?:甲|" + run.substr(0, 27) + ")乙").size() == 1);
    CHECK(copied_runs(run.substr(0, 24)).empty());
    CHECK(copied_clauses("完成," + run + "。").size() == 1);
  }
  CHECK(spelled_numbers("[0-9]{2,12}213个(?:村|\\d{4})7项") == std::vector<std::string>{"213"});
}
