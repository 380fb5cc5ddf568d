// Runs the rules' own examples: the suite and `rules test` call the same function. Tested by tests/rules/.
#include "zhibiao/rule_tests.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "extract/mentions.hpp"
#include "rules/lexicon.hpp"
#include "text/view.hpp"
#include "zhibiao/analyze.hpp"
#include "zhibiao/check.hpp"
#include "zhibiao/compare.hpp"
#include "zhibiao/fields.hpp"
#include "zhibiao/source.hpp"

namespace zhibiao {
namespace {

/// Examples are read as if they stood in a plan for this year, unless they give `year`.
constexpr int kExampleYear = 2021;
/// Types whose rules leave no trace of their own in a record: only the fields of their examples are compared.
const std::set<std::string, std::less<>> kUntraced = {"words",   "name", "population", "per",
                                                      "convert", "date", "comparator", "table"};

/// Types of landmarks: whether such a rule matches, and no other before it, is seen in the sentence itself.
const std::set<std::string, std::less<>> kLandmarks = {"name", "date", "population", "per"};

/// Types about comparing plans: their examples are two texts.
const std::set<std::string, std::less<>> kCompared = {"synonyms", "near",   "weight", "alternatives",
                                                      "share",    "growth", "less",   "measures"};
constexpr std::string_view kBetween = " | ";

/// Types about faults: their examples are plans that have one, or none.
const std::set<std::string, std::less<>> kChecks = {"plausible", "state", "announce", "part",
                                                    "parts",     "total", "day",      "period"};

bool made_by(const Fact& fact, const rules::Rule& rule) {
  if (kUntraced.contains(rule.type)) return true;
  const auto trail = rules::parts_of(fact.rule, ' ');
  return std::find(trail.begin(), trail.end(), rule.id) != trail.end();
}

std::vector<Fact> facts_of(Analyzer& analyzer, const rules::Example& example) {
  Given given;
  given.plan_year = kExampleYear;
  for (const auto& [field, value] : example.fields) {
    if (field == "year") given.plan_year = std::stoi(value);
  }
  auto facts = analyzer.analyze(Source("example", example.text), given).facts;
  const bool wants_mention = std::any_of(example.fields.begin(), example.fields.end(), [](const auto& field) {
    return field.first == "role" && field.second == name_of(Role::mention);
  });
  if (!wants_mention) std::erase_if(facts, [](const Fact& fact) { return fact.role == Role::mention; });
  return facts;
}

/// Whether the rule finds a landmark in the example's text.
bool marks(const rules::Lexicon& lexicon, const rules::Example& example, const rules::Rule& rule) {
  const Source source("example", example.text);
  const text::View view = text::repair(source);
  const auto is_its = [&](const auto& mention) { return mention.rule->id == rule.id; };
  const auto any = [&](const auto& mentions) { return std::any_of(mentions.begin(), mentions.end(), is_its); };
  const auto& paragraphs = view.paragraphs();
  return std::any_of(paragraphs.begin(), paragraphs.end(), [&](const text::Paragraph& paragraph) {
    const auto found =
        extract::find_landmarks(view.slice(paragraph.span), lexicon, {kExampleYear, kExampleYear - 1, kExampleYear});
    return any(found.names) || any(found.dates) || any(found.populations) || any(found.pers);
  });
}

/// The fields in which the fact differs from the example, as text; empty: none.
std::string differences(const Fact& fact, const rules::Example& example) {
  std::string all;
  for (const auto& [field, wanted] : example.fields) {
    if (field == "year") continue;
    const Field* known = find_field(field);
    if (known == nullptr) return fmt::format("unknown field '{}'", field);
    const std::string found = known->text(fact);
    if (found != wanted) all += fmt::format("{}{} is '{}', not '{}'", all.empty() ? "" : ", ", field, found, wanted);
  }
  return all;
}

std::string describe(const std::vector<Fact>& facts) {
  if (facts.empty()) return "nothing";
  std::string all;
  for (const auto& fact : facts) {
    all += fmt::format("{}{} {} {} {} [{}]", all.empty() ? "" : "; ", fact.indicator, fact.comparator,
                       fact.value ? fact.value->str() : "", fact.unit, fact.rule);
  }
  return all;
}

/// What became of the first records of the example's two texts.
/// `only_paired`: facts that are paired count as one indicator, however they are defined.
std::string outcome_of(Analyzer& analyzer, const rules::Example& example, bool only_paired, bool& one_indicator) {
  const std::size_t between = example.text.find(kBetween);
  if (between == std::string::npos) return fmt::format("write two texts, parted by '{}'", kBetween);
  const auto side = [&](std::string text) {
    auto facts = facts_of(analyzer, {std::move(text), {}});
    facts.resize(std::min<std::size_t>(facts.size(), 1));
    return facts;
  };
  const auto before = side(example.text.substr(0, between));
  const auto after = side(example.text.substr(between + kBetween.size()));
  if (before.empty() || after.empty()) return "a text gave no record";
  const Change change = compare_facts(before, after, {}, analyzer.rules()).changes.front();
  one_indicator = change.old_fact && change.new_fact;
  for (const Difference one : change.differs) {
    const bool minor = one == Difference::comparator || one == Difference::deadline;
    one_indicator = one_indicator && (minor || only_paired);
  }
  std::string all;
  for (const auto& [field, wanted] : example.fields) {
    const std::string_view found = field == "status" ? name_of(change.status) : name_of(change.strictness);
    if (found != wanted) all += fmt::format("{}{} is '{}', not '{}'", all.empty() ? "" : ", ", field, found, wanted);
  }
  return all;
}

void run_compared(const rules::Rule& rule, Analyzer& analyzer, RuleTestReport& report) {
  const auto run = [&](const rules::Example& example, bool wanted) {
    ++report.examples;
    bool one_indicator = false;
    std::string what = outcome_of(analyzer, example, rule.type == "near", one_indicator);
    if (what.empty() && one_indicator != wanted) what = wanted ? "not one indicator" : "taken for one indicator";
    if (what.empty()) return;
    report.failures.push_back(fmt::format("{}: rule '{}': '{}': {}", rule.place(), rule.id, example.text, what));
  };
  for (const auto& example : rule.yes) run(example, true);
  for (const auto& example : rule.no) run(example, false);
}

/// Ids of the faults in the example's text, each with that of its rule.
std::string faults_of(Analyzer& analyzer, const Checker& checker, const rules::Example& example,
                      const std::string& rule, bool& found) {
  Given given;
  given.plan_year = kExampleYear;
  const Source source("example", example.text);
  std::string all;
  for (const Fault& fault : checker.check(source, analyzer.analyze(source, given))) {
    found = found || fault.rule == rule;
    all += fmt::format("{}{} [{}]", all.empty() ? "" : "; ", info_of(fault.kind).id, fault.rule);
  }
  return all.empty() ? "nothing" : all;
}

/// A rule about what stands between parts makes no fault of its own: its examples are those of any total.
void run_check(const rules::Rule& rule, Analyzer& analyzer, const Checker& checker, RuleTestReport& report) {
  const auto run = [&](const rules::Example& example, bool wanted) {
    ++report.examples;
    bool found = false;
    const std::string all = faults_of(analyzer, checker, example, rule.id, found);
    if (rule.type == "parts") found = all != "nothing";
    if (found == wanted) return;
    report.failures.push_back(fmt::format("{}: rule '{}': '{}': {} a fault, found {}", rule.place(), rule.id,
                                          example.text, wanted ? "must give" : "must not give", all));
  };
  for (const auto& example : rule.yes) run(example, true);
  for (const auto& example : rule.no) run(example, false);
}

/// A rule that no example shows at work may be one that never is.
void run_landmark(const rules::Rule& rule, const Analyzer& analyzer, RuleTestReport& report) {
  const auto at_work = [&](const rules::Example& one) { return marks(analyzer.rules().lexicon(), one, rule); };
  if (rule.yes.empty() || std::any_of(rule.yes.begin(), rule.yes.end(), at_work)) return;
  report.failures.push_back(
      fmt::format("{}: rule '{}': it matches in none of its 'yes' examples", rule.place(), rule.id));
}

void run_rule(const rules::Rule& rule, Analyzer& analyzer, RuleTestReport& report) {
  const auto fail = [&](const rules::Example& example, const std::string& what) {
    report.failures.push_back(fmt::format("{}: rule '{}': '{}': {}", rule.place(), rule.id, example.text, what));
  };
  for (const auto& example : rule.yes) {
    ++report.examples;
    const auto facts = facts_of(analyzer, example);
    std::string nearest;
    bool good = false;
    for (const auto& fact : facts) {
      if (!made_by(fact, rule)) continue;
      const std::string different = differences(fact, example);
      good = good || different.empty();
      if (nearest.empty()) nearest = different;
    }
    if (good) continue;
    fail(example, !nearest.empty() ? nearest : fmt::format("the rule made no record; found {}", describe(facts)));
  }
  for (const auto& example : rule.no) {
    ++report.examples;
    const auto facts = facts_of(analyzer, example);
    const bool made = std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) { return made_by(fact, rule); });
    if (made) fail(example, fmt::format("must give no record, gave {}", describe(facts)));
  }
}

}  // namespace

RuleTestReport test_rules(const Rules& rules, const std::vector<std::string>& only_files) {
  RuleTestReport report;
  Analyzer analyzer(rules);
  const Checker checker(rules);
  for (const auto& known : rules.lexicon().rules()) {
    if (!only_files.empty() && std::find(only_files.begin(), only_files.end(), known.file) == only_files.end())
      continue;
    const rules::Rule rule = known.documented();
    ++report.rules;
    if (rule.type == "convert") continue;
    if (rule.yes.empty() || rule.no.empty()) {
      report.failures.push_back(fmt::format("{}: rule '{}' has no '{}' example; give it both", rule.place(), rule.id,
                                            rule.yes.empty() ? "yes" : "no"));
    }
    if (kCompared.contains(rule.type)) {
      run_compared(rule, analyzer, report);
    } else if (kChecks.contains(rule.type)) {
      run_check(rule, analyzer, checker, report);
    } else {
      run_rule(rule, analyzer, report);
      if (kLandmarks.contains(rule.type)) run_landmark(rule, analyzer, report);
    }
  }
  return report;
}

}  // namespace zhibiao
