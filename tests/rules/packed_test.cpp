// Rules packed by the build are the rules of the files.
#include "rules/packed.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "rules/embedded.hpp"

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
  const Rule& rule = again[0].rules[0];
  CHECK(rule.place() == "own.toml:4");
  CHECK(rule.get("match") == "{x}1");
  CHECK(rule.yes.at(0).fields == std::vector<std::pair<std::string, std::string>>{{"value", "3"}});
  CHECK(rule.no.at(0).text == "丙");
  CHECK(again[0].rules[2].words == std::vector<std::string>{"三"});
}

TEST_CASE("the compiled-in rules are those of the files") {
  std::vector<RuleFile> files;
  for (const auto& file : embedded_files()) files.push_back(parse_rule_file(std::string(file.name), file.text));
  CHECK(!packed_rules().empty());
  CHECK((pack(files) == packed_rules()));
}
