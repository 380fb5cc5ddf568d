// Rule stage, first half: TOML text becomes Rules, every mistake named by file, line and column.
// Tested by tests/rules/.
#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "rules/rule.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::rules {
namespace {

/// What each rule type may and must hold beside `id`, `about`, `yes` and `no`.
struct TypeSpec {
  std::string_view type;
  bool words;
  std::set<std::string, std::less<>> required;
  std::set<std::string, std::less<>> optional;
};

const std::set<std::string, std::less<>> kGuards = {"unless", "unless_before", "unless_after", "require_before",
                                                    "require_after"};

const std::vector<TypeSpec>& type_specs() {
  static const std::vector<TypeSpec> specs = {
      {"units", true, {"kind"}, {"counts"}},
      {"words", true, {}, {"extends"}},
      {"convert", false, {"unit", "base", "factor"}, {}},
      {"comparator", true, {"where", "value"}, {"inside"}},
      {"table", true, {"holds"}, {"head", "year"}},
      {"name", false, {"match"}, {"tag", "starts"}},
      {"date", false, {"match", "deadline"}, {"milestone", "next_only", "so_far"}},
      {"population", false, {"match"}, {"measured"}},
      {"per", false, {"match"}, {"per", "mean", "capacity"}},
      {"quantity", false, {"match", "kind"}, {"unit", "value", "change", "in_quotes", "covers"}},
      {"frame",
       false,
       {"match"},
       {"kind", "not_kind", "unit", "change", "carry", "head", "for", "opens", "behind", "scope_class", "verb",
        "link"}},
      {"scope", false, {"match"}, {"kind", "not_kind", "opens", "behind", "scope_class"}},
      {"cue", false, {"match", "role", "where"}, {}},
      {"synonyms", true, {}, {}},
      {"weight", true, {"weight"}, {}},
      {"near", true, {}, {"likeness"}},
      {"alternatives", true, {}, {"defines", "apart", "alone"}},
      {"share", true, {}, {}},
      {"growth", true, {}, {"change"}},
      {"less", true, {}, {}},
      {"measures", true, {}, {}},
      {"plausible", true, {}, {"unit", "per", "min", "max"}},
      {"state", true, {}, {"apart"}},
      {"announce", false, {"match"}, {}},
      {"part", false, {"match", "sum"}, {}},
      {"parts", false, {"match"}, {}},
      {"total", true, {}, {}},
      {"day", false, {"match"}, {}},
      {"period", false, {"match"}, {}},
  };
  return specs;
}

/// Keys that take one of a few texts.
const std::map<std::string, std::vector<std::string_view>, std::less<>>& allowed_values() {
  static const std::vector<std::string_view> yes_no = {"true", "false"};
  static const std::map<std::string, std::vector<std::string_view>, std::less<>> allowed = {
      {"alternatives.defines", yes_no},
      {"comparator.where", {"before", "after"}},
      {"comparator.value", {"=", ">=", "<=", ">", "<", "~"}},
      {"comparator.inside", yes_no},
      {"cue.role", {"target", "result", "mention"}},
      {"cue.where",
       {"clause", "clause.weak", "sentence", "heading", "heading.weak", "title", "title.both", "opener", "opener.weak",
        "opener.year"}},
      {"date.milestone", yes_no},
      {"name.starts", yes_no},
      {"per.mean", yes_no},
      {"per.capacity", yes_no},
      {"quantity.covers", yes_no},
      {"quantity.in_quotes", yes_no},
      {"growth.change", {"increase", "decrease"}},
      {"part.sum", {"at_most", "equal"}},
      {"quantity.change", {"increase", "decrease"}},
      {"quantity.kind", {"table", "rate", "count", "money", "measure", "duration", "frequency", "ratio", "level"}},
      {"units.kind", {"rate", "count", "money", "measure", "duration", "frequency", "ratio", "level"}},
      {"frame.carry", {"true", "verb", "subject", "past"}},
      {"frame.change", {"none", "increase", "decrease"}},
      {"frame.head", yes_no},
  };
  return allowed;
}

const TypeSpec* find_spec(std::string_view type) {
  const auto& specs = type_specs();
  const auto found = std::find_if(specs.begin(), specs.end(), [&](const TypeSpec& s) { return s.type == type; });
  return found == specs.end() ? nullptr : &*found;
}

std::string known_types() {
  std::string all = "fragments";
  for (const auto& spec : type_specs()) all += fmt::format(", {}", spec.type);
  return all;
}

[[noreturn]] void fail(const std::string& name, const toml::source_region& at, const std::string& what) {
  throw Error({name, at.begin.line, at.begin.column}, what);
}

/// Strings as they are; numbers and booleans as TOML prints them.
std::string scalar_text(const std::string& name, const toml::node& node, std::string_view key) {
  if (const auto* text = node.as_string()) return text->get();
  if (node.is_integer() || node.is_floating_point() || node.is_boolean()) {
    if (const auto* whole = node.as_integer()) return fmt::format("{}", whole->get());
    if (const auto* real = node.as_floating_point()) return fmt::format("{}", real->get());
    return node.as_boolean()->get() ? "true" : "false";
  }
  fail(name, node.source(), fmt::format("'{}' must be a string, number or boolean", key));
}

/// Fails where the key takes one of a few texts and this is none of them.
void check_value(const std::string& name, const toml::node& node, std::string_view type, const std::string& key,
                 const std::string& text) {
  const auto allowed = allowed_values().find(fmt::format("{}.{}", type, key));
  if (allowed == allowed_values().end()) return;
  if (std::find(allowed->second.begin(), allowed->second.end(), text) != allowed->second.end()) return;
  fail(name, node.source(),
       fmt::format("{} = '{}' in [[{}]], expected one of: {}", key, text, type, fmt::join(allowed->second, ", ")));
}

std::vector<Example> read_examples(const std::string& name, const toml::node& node, std::string_view key) {
  const auto* array = node.as_array();
  if (array == nullptr) fail(name, node.source(), fmt::format("'{}' must be an array of examples", key));
  std::vector<Example> examples;
  for (const auto& element : *array) {
    Example example;
    if (const auto* text = element.as_string()) {
      example.text = text->get();
    } else if (const auto* table = element.as_table()) {
      for (const auto& [field, value] : *table) {
        const std::string field_name(field.str());
        if (field_name == "text") {
          example.text = scalar_text(name, value, "text");
        } else {
          example.fields.emplace_back(field_name, scalar_text(name, value, field_name));
        }
      }
    }
    if (example.text.empty()) {
      fail(name, element.source(),
           fmt::format("an example of '{}' is a text, or a table with 'text' and the fields it must give", key));
    }
    examples.push_back(std::move(example));
  }
  return examples;
}

std::vector<std::string> read_words(const std::string& name, const toml::node& node) {
  const auto* array = node.as_array();
  if (array == nullptr) fail(name, node.source(), "'words' must be an array of strings");
  std::vector<std::string> words;
  for (const auto& element : *array) {
    const auto* text = element.as_string();
    if (text == nullptr || text->get().empty())
      fail(name, element.source(), "each of 'words' must be a non-empty string");
    words.push_back(text->get());
  }
  return words;
}

Rule read_rule(const std::string& name, const TypeSpec& spec, const toml::table& table) {
  Rule rule;
  rule.type = spec.type;
  rule.file = name;
  rule.line = table.source().begin.line;
  for (const auto& [key, node] : table) {
    const std::string key_name(key.str());
    if (key_name == "id") {
      rule.id = scalar_text(name, node, key_name);
    } else if (key_name == "about") {
      rule.about = scalar_text(name, node, key_name);
    } else if (key_name == "yes") {
      rule.yes = read_examples(name, node, key_name);
    } else if (key_name == "no") {
      rule.no = read_examples(name, node, key_name);
    } else if (key_name == "words" && spec.words) {
      rule.words = read_words(name, node);
    } else if (spec.required.contains(key_name) || spec.optional.contains(key_name) ||
               (spec.required.contains("match") && kGuards.contains(key_name))) {
      rule.keys[key_name] = scalar_text(name, node, key_name);
      check_value(name, node, spec.type, key_name, rule.keys[key_name]);
    } else {
      std::string expected = "id, about, yes, no";
      if (spec.words) expected += ", words";
      for (const auto& one : spec.required) expected += ", " + one;
      for (const auto& one : spec.optional) expected += ", " + one;
      fail(name, key.source(),
           fmt::format("unknown key '{}' in [[{}]], expected one of: {}", key_name, spec.type, expected));
    }
  }
  if (spec.type == "convert") rule.id = "convert." + rule.get("unit");
  if (rule.id.empty()) fail(name, table.source(), fmt::format("[[{}]] without 'id'", spec.type));
  for (const auto& key : spec.required) {
    if (!rule.keys.contains(key)) fail(name, table.source(), fmt::format("rule '{}' lacks '{}'", rule.id, key));
  }
  if (spec.words && rule.words.empty()) fail(name, table.source(), fmt::format("rule '{}' lacks 'words'", rule.id));
  return rule;
}

/// Gives each rule the lines from its header to the next rule's.
void attach_sources(std::string_view text, std::vector<Rule>& rules) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  std::sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) { return a.line < b.line; });
  for (std::size_t i = 0; i < rules.size(); ++i) {
    std::size_t last = i + 1 < rules.size() ? rules[i + 1].line - 1 : lines.size();
    while (last > rules[i].line && (lines[last - 1].empty() || lines[last - 1].front() == '#')) --last;
    for (std::size_t n = rules[i].line; n <= last && n <= lines.size(); ++n) {
      rules[i].source.append(lines[n - 1]).push_back('\n');
    }
  }
}

}  // namespace

std::vector<std::string_view> parts_of(std::string_view list, char mark) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(mark, at), list.size());
    parts.push_back(list.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

RuleFile parse_rule_file(const std::string& name, std::string_view text) {
  toml::table root;
  try {
    root = toml::parse(text, name);
  } catch (const toml::parse_error& error) {
    fail(name, error.source(), fmt::format("not TOML: {}", error.description()));
  }
  RuleFile file;
  for (const auto& [key, node] : root) {
    const std::string key_name(key.str());
    if (key_name == "fragments") {
      const auto* table = node.as_table();
      if (table == nullptr) fail(name, node.source(), "'fragments' must be a table of name = pattern");
      for (const auto& [fragment, value] : *table) {
        const std::string fragment_name(fragment.str());
        file.fragments[fragment_name] = scalar_text(name, value, fragment_name);
        file.fragment_places[fragment_name] = fmt::format("{}:{}", name, value.source().begin.line);
      }
      continue;
    }
    const TypeSpec* spec = find_spec(key_name);
    if (spec == nullptr)
      fail(name, key.source(), fmt::format("unknown rule type '{}', expected one of: {}", key_name, known_types()));
    const auto* array = node.as_array();
    if (array == nullptr) fail(name, node.source(), fmt::format("write [[{0}]], not [{0}]", key_name));
    for (const auto& element : *array) {
      const auto* table = element.as_table();
      if (table == nullptr) fail(name, element.source(), fmt::format("each [[{}]] must be a table", key_name));
      file.rules.push_back(read_rule(name, *spec, *table));
    }
  }
  attach_sources(text, file.rules);
  return file;
}

}  // namespace zhibiao::rules
