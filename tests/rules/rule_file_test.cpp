// What the loader says of a bad rule file: where, what is wrong, what was expected.
#include <doctest/doctest.h>

#include <string>

#include "rules/helpers.hpp"
#include "zhibiao/rules.hpp"

using helpers::refusal;
using helpers::refusal_after;

namespace {

/// Whether the message stands at the place, and holds every one of the words.
bool says(const std::string& message, const std::string& place, std::initializer_list<std::string_view> words) {
  if (!message.starts_with(place + ":") || message.find('\n') != std::string::npos) return false;
  for (const auto word : words) {
    if (message.find(word) == std::string::npos) return false;
  }
  return true;
}

}  // namespace

#define CHECK_SAYS(message, place, ...)                                         \
  do {                                                                          \
    const std::string told = (message);                                         \
    CHECK_MESSAGE(says(told, place, {__VA_ARGS__}), "the loader says: ", told); \
  } while (false)

TEST_CASE("a good file is taken") {
  CHECK(refusal("").empty());
  CHECK(refusal("# only a comment\n").empty());
  CHECK(refusal("[fragments]\nn = '[0-9]+'\n\n[[name]]\nid = 'name.line'\nmatch = '{n}号线'\n").empty());
  CHECK(refusal("[[units]]\nid = 'unit.cars'\nkind = 'count'\nwords = ['辆']\n").empty());
}

TEST_CASE("what is no TOML is told with line and column") {
  CHECK_SAYS(refusal("[[units]]\nid = \n"), "mine.toml:2", "not TOML");
  CHECK_SAYS(refusal("[[units]\n"), "mine.toml:1", "not TOML");
  CHECK_SAYS(refusal("[[units]]\nid = 'a'\nid = 'b'\n"), "mine.toml:3", "not TOML");
  CHECK_SAYS(refusal("[[units]]\nid = \"\xFF\"\n"), "mine.toml:2", "not TOML");
}

TEST_CASE("an unknown rule type is told with the types there are") {
  CHECK_SAYS(refusal("\n[[unit]]\nid = 'a'\n"), "mine.toml:2:3", "unknown rule type 'unit'", "units", "comparator",
             "frame", "fragments");
  CHECK_SAYS(refusal("title = 'my rules'\n"), "mine.toml:1:1", "unknown rule type 'title'");
  CHECK_SAYS(refusal("[units]\nid = 'a'\n"), "mine.toml:1", "write [[units]], not [units]");
}

TEST_CASE("an unknown key is told with the keys of its type") {
  const std::string message =
      refusal("[[comparator]]\nid = 'bound.mine'\nwere = 'before'\nvalue = '>'\nwords = ['超']\n");
  CHECK_SAYS(message, "mine.toml:3:1", "unknown key 'were'", "[[comparator]]", "where", "value", "words", "inside");
  CHECK_SAYS(refusal("[[name]]\nid = 'a'\nmatch = 'x'\nwords = ['y']\n"), "mine.toml:4:1", "unknown key 'words'",
             "match");
  CHECK_SAYS(refusal("[[units]]\nid = 'a'\nkind = 'count'\nwords = ['辆']\nunless_after = 'x'\n"), "mine.toml:5:1",
             "unknown key 'unless_after'");
}

TEST_CASE("what is missing is named, at the rule's place") {
  CHECK_SAYS(refusal("\n\n[[units]]\nkind = 'count'\nwords = ['辆']\n"), "mine.toml:3:1", "[[units]]", "'id'");
  CHECK_SAYS(refusal("[[name]]\nid = 'name.mine'\n"), "mine.toml:1:1", "'name.mine'", "'match'");
  CHECK_SAYS(refusal("[[units]]\nid = 'unit.mine'\nkind = 'count'\n"), "mine.toml:1:1", "'unit.mine'", "'words'");
  CHECK_SAYS(refusal("[[units]]\nid = 'unit.mine'\nkind = 'count'\nwords = []\n"), "mine.toml:1:1", "'unit.mine'",
             "'words'");
  CHECK_SAYS(refusal("[[units]]\nid = 'unit.mine'\nwords = ['辆']\n"), "mine.toml:1:1", "'unit.mine'", "'kind'");
  CHECK_SAYS(refusal("[[cue]]\nid = 'role.mine'\nmatch = '已'\nrole = 'result'\n"), "mine.toml:1:1", "'role.mine'",
             "'where'");
  CHECK_SAYS(refusal("[[date]]\nid = 'date.mine'\nmatch = '年内'\n"), "mine.toml:1:1", "'date.mine'", "'deadline'");
}

TEST_CASE("values of the wrong sort are told where they stand") {
  CHECK_SAYS(refusal("[[words]]\nid = 'mine'\nwords = '辆'\n"), "mine.toml:3:9", "'words' must be an array");
  CHECK_SAYS(refusal("[[words]]\nid = 'mine'\nwords = ['辆', 3]\n"), "mine.toml:3:15", "non-empty string");
  CHECK_SAYS(refusal("[[words]]\nid = 'mine'\nwords = ['辆', '']\n"), "mine.toml:3:15", "non-empty string");
  CHECK_SAYS(refusal("[[name]]\nid = 'mine'\nmatch = ['a', 'b']\n"), "mine.toml:3:9", "'match' must be a string");
  CHECK_SAYS(refusal("[[name]]\nid = 'mine'\nmatch = 'a'\nyes = 'a'\n"), "mine.toml:4:7", "array of examples");
  CHECK_SAYS(refusal("[[name]]\nid = 'mine'\nmatch = 'a'\nyes = [{ value = 3 }]\n"), "mine.toml:4:8", "'text'");
  CHECK_SAYS(refusal("fragments = 'a'\n"), "mine.toml:1:13", "'fragments' must be a table");
}

TEST_CASE("patterns that cannot be are refused by name") {
  CHECK_SAYS(refusal("[[name]]\nid = 'name.mine'\nmatch = '(第[0-9]+期'\n"), "mine.toml:1", "'name.mine'", "'match'",
             "missing )");
  CHECK_SAYS(refusal("[[name]]\nid = 'name.mine'\nmatch = 'a'\nunless_after = '[年'\n"), "mine.toml:1", "'name.mine'",
             "'unless_after'");
  CHECK_SAYS(refusal("[[name]]\nid = 'name.mine'\nmatch = '年(?=底)'\n"), "mine.toml:1", "'name.mine'", "(?=");
  CHECK_SAYS(refusal("\n[[frame]]\nid = 'frame.mine'\nmatch = '*q'\n"), "mine.toml:2", "'frame.mine'", "*");
}

TEST_CASE("fragments: unknown ones and circles are told, not followed") {
  CHECK_SAYS(refusal("[[name]]\nid = 'name.mine'\nmatch = '{numbr}号线'\n"), "mine.toml:1", "'name.mine'", "{numbr}");
  CHECK_SAYS(refusal("[fragments]\na = '{b}x'\nb = '{a}y'\n[[name]]\nid = 'name.mine'\nmatch = '{a}'\n"), "mine.toml:4",
             "'name.mine'", "circle");
  CHECK_SAYS(
      refusal("[fragments]\na = '{a}'\n[[date]]\nid = 'date.mine'\nmatch = '年'\nunless = '{a}'\ndeadline = ''\n"),
      "mine.toml:3", "'date.mine'", "circle");
  CHECK_MESSAGE(refusal("[[name]]\nid = 'a'\nmatch = '[0-9]{2,4}强'\n").empty(), "a repeat is no fragment");
}

TEST_CASE("a pattern whose program is too large is refused with its size") {
  const std::string message = refusal("[[name]]\nid = 'name.huge'\nmatch = '(?:\\p{L}{0,200}[0-9]){4}号线'\n");
  CHECK_SAYS(message, "mine.toml:1", "'name.huge'", "'match'", "instructions", "at most");
  CHECK_SAYS(refusal("[[name]]\nid = 'name.huge'\nmatch = '((a{100}){100}){100}'\n"), "mine.toml:1", "'name.huge'",
             "'match'");
}

TEST_CASE("what a frame names is there") {
  const std::string frame = "[[frame]]\nid = 'frame.mine'\nmatch = 'Nq'\n";
  const std::string words =
      "[[words]]\nid = 'verb.mine'\nwords = ['达']\n[[words]]\nid = 'more'\nextends = 'verb.mine'\n";
  CHECK(refusal(frame + "verb = 'verb.mine'\nkind = 'rate,count'\n" + words + "words = ['到']\n").empty());
  CHECK_SAYS(refusal(frame + "verb = 'more'\n" + words + "words = ['到']\n"), "mine.toml:1", "more", "[[words]]");
  CHECK_SAYS(refusal(frame + "verb = 'verb.raech'\n"), "mine.toml:1", "'frame.mine'", "verb.raech", "[[words]]");
  CHECK_SAYS(refusal(frame + "scope_class = 'nosuch'\n"), "mine.toml:1", "'frame.mine'", "nosuch", "[[words]]");
  CHECK_SAYS(refusal(frame + "for = 'quantity.nosuch'\n"), "mine.toml:1", "quantity.nosuch", "[[quantity]]");
  CHECK_SAYS(refusal(frame + "kind = 'rate, count'\n"), "mine.toml:1", "' count' is no kind", "commas");
  CHECK_SAYS(refusal(frame + "not_kind = 'raet'\n"), "mine.toml:1", "'raet' is no kind");
}

TEST_CASE("one id is one rule of a file, and of one type over all files") {
  const std::string unit = "[[units]]\nid = 'mine'\nkind = 'count'\nwords = ['辆']\n";
  CHECK_SAYS(refusal(unit + unit), "mine.toml:5", "'mine'", "mine.toml:1");
  CHECK_SAYS(refusal_after(unit, "\n[[words]]\nid = 'mine'\nwords = ['辆']\n"), "mine.toml:2", "'mine'", "[[units]]",
             "first.toml:1");
  CHECK(refusal_after(unit, unit).empty());
}

TEST_CASE("a rule file that cannot be read is told by its path") {
  try {
    zhibiao::Rules::with_files({"/no/such/folder/mine.toml"});
    FAIL("taken");
  } catch (const zhibiao::Error& error) {
    CHECK(std::string(error.what()).starts_with("/no/such/folder/mine.toml: "));
  }
}

TEST_CASE("a mistake in a user's file is told with the path as given") {
  const helpers::TemporaryFile file("[[units]]\nid = 'mine'\nkind = 'count'\nword = ['辆']\n");
  try {
    zhibiao::Rules::with_files({file.path()});
    FAIL("taken");
  } catch (const zhibiao::Error& error) {
    CHECK_SAYS(error.what(), file.path() + ":4:1", "unknown key 'word'");
  }
}

TEST_CASE("a rule's source is its own lines") {
  const auto file = zhibiao::rules::parse_rule_file(
      "mine.toml",
      "# head\n\n[[name]]\nid = 'a'\nmatch = 'x' # why\n\n# about b\n[[words]]\nid = 'b'\nwords = [\n  'y',\n]\n\n");
  REQUIRE(file.rules.size() == 2);
  CHECK(file.rules[0].source == "[[name]]\nid = 'a'\nmatch = 'x' # why\n");
  CHECK(file.rules[0].place() == "mine.toml:3");
  CHECK(file.rules[1].source == "[[words]]\nid = 'b'\nwords = [\n  'y',\n]\n");
  CHECK(file.rules[1].place() == "mine.toml:8");
}

TEST_CASE("examples are read with their fields as text") {
  const auto file = zhibiao::rules::parse_rule_file(
      "mine.toml", "[[name]]\nid = 'a'\nmatch = 'x'\nyes = [{ text = '甲3个', value = 3 }, '乙']\nno = ['丙']\n");
  REQUIRE(file.rules.size() == 1);
  const auto& rule = file.rules.front();
  REQUIRE(rule.yes.size() == 2);
  CHECK(rule.yes[0].text == "甲3个");
  CHECK(rule.yes[0].fields == std::vector<std::pair<std::string, std::string>>{{"value", "3"}});
  CHECK(rule.yes[1].fields.empty());
  REQUIRE(rule.no.size() == 1);
  CHECK(rule.no[0].text == "丙");
}

TEST_CASE("values that must be one of a few are told with the few") {
  const auto with = [](const std::string& type, const std::string& keys) {
    return refusal("[[" + type + "]]\nid = 'mine'\n" + keys);
  };
  CHECK_SAYS(with("units", "kind = 'cuont'\nwords = ['辆']\n"), "mine.toml:3:8", "'cuont'", "count", "money");
  CHECK_SAYS(with("quantity", "match = '甲'\nkind = 'rtae'\n"), "mine.toml:4:8", "'rtae'", "rate");
  CHECK_SAYS(with("quantity", "match = '甲'\nkind = 'rate'\nchange = 'up'\n"), "mine.toml:5:10", "'up'", "increase");
  CHECK_SAYS(with("cue", "match = '甲'\nrole = 'trget'\nwhere = 'clause'\n"), "mine.toml:4:8", "'trget'", "target");
  CHECK_SAYS(with("cue", "match = '甲'\nrole = 'target'\nwhere = 'claus'\n"), "mine.toml:5:9", "'claus'", "clause");
  CHECK_SAYS(with("comparator", "where = 'behind'\nvalue = '>'\nwords = ['超']\n"), "mine.toml:3:9", "'behind'",
             "before, after");
  CHECK_SAYS(with("comparator", "where = 'before'\nvalue = '=>'\nwords = ['超']\n"), "mine.toml:4:9", "'=>'", ">=");
  CHECK_SAYS(with("date", "match = '甲'\ndeadline = ''\nmilestone = 'yes'\n"), "mine.toml:5:13", "'yes'",
             "true, false");
}

TEST_CASE("words may extend a group that exists") {
  const std::string group = "[[words]]\nid = 'verb.mine'\nwords = ['甲']\n";
  CHECK(refusal_after(group, "[[words]]\nid = 'more'\nextends = 'verb.mine'\nwords = ['乙']\n").empty());
  CHECK_SAYS(refusal_after(group, "[[words]]\nid = 'more'\nextends = 'verb.mien'\nwords = ['乙']\n"), "mine.toml:1",
             "'more'", "'verb.mien'");
}

TEST_CASE("templates and numbers in keys are checked") {
  CHECK_SAYS(refusal("[[date]]\nid = 'mine'\nmatch = '甲'\ndeadline = '{yaer}-12-31'\n"), "mine.toml:1", "{yaer}",
             "year");
  CHECK_SAYS(refusal("[[convert]]\nunit = '亩'\nbase = '平方米'\nfactor = 'abc'\n"), "mine.toml:1", "'abc'", "number");
}

TEST_CASE("a folder as a rule file is told by its path") {
  std::string told;
  try {
    zhibiao::Rules::with_files({ZHIBIAO_SOURCE_DIR "/src"});
  } catch (const std::exception& error) {
    told = error.what();
  }
  CHECK_MESSAGE(told.starts_with(ZHIBIAO_SOURCE_DIR "/src: "), "the loader says: ", told);
}
