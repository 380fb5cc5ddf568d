// Knowledge of the language is data: Chinese words stand in rule files (src/rules/*.toml) and in tables of words (*.def,
// words.cpp), not in string literals of the code.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "house/source_tree.hpp"

namespace {

/// Single punctuation marks that code may name.
constexpr std::u32string_view kMarks = U"，。；：、！？｡､（）《》〈〉「」『』【】〔〕［］～％．－—…·“”‘’　";

/// Chinese characters, their numbers in brackets and squared units, CJK punctuation and full-width forms.
bool is_cjk(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

bool holds_words(std::string_view literal) {
  const auto points = house::code_points(literal);
  return std::any_of(points.begin(), points.end(),
                     [](char32_t c) { return is_cjk(c) && kMarks.find(c) == std::u32string_view::npos; });
}

/// A table of words: named so, and nothing in it runs.
bool is_table(const house::File& file) {
  return file.path.ends_with("/words.cpp") && file.text.find("return") == std::string::npos;
}

}  // namespace

TEST_CASE("no Chinese words in the string literals of src/") {
  for (const auto& file : house::code_below("src")) {
    if (is_table(file)) continue;
    for (const auto& literal : house::literals_of(file.text)) {
      CHECK_MESSAGE(!holds_words(literal.text), file.path, ":", literal.line, ": \"", literal.text, "\"");
    }
  }
}

TEST_CASE("the literal test reads C++") {
  const std::string code =
      "// \"注释\"\n"
      "/* \"注\n释\" */ auto a = \"甲\\\"乙\"; const int n = 1'000; // it's\n"
      "auto b = R\"x(丙\n)\" )x\"; auto c = U'丁'; auto d = \"，\";\n"
      "#include \"戊.hpp\"\n"
      "auto e = u8\"x\";\n";
  const auto literals = house::literals_of(code);
  std::vector<std::string> texts;
  std::vector<std::size_t> lines;
  for (const auto& literal : literals) {
    texts.emplace_back(literal.text);
    lines.push_back(literal.line);
  }
  CHECK(texts == std::vector<std::string>{"甲\\\"乙", "丙\n)\" ", "丁", "，", "x"});
  CHECK(lines == std::vector<std::size_t>{3, 4, 5, 5, 7});
  CHECK(holds_words("表 A"));
  CHECK_FALSE(holds_words("，。“”"));
  CHECK_FALSE(holds_words("plain ¥ → ·"));
}
