// Command line, values of options. Tested by tests/cli/usage_test.cpp.
#include "cli/options.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/command_line.hpp"
#include "cli/suggest.hpp"

namespace zhibiao::cli {

std::size_t chosen(std::string_view what, std::string_view value, const std::vector<std::string>& names) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == value) return i;
  }
  const std::string message = unknown(what, value, names);
  const bool helps = message.ends_with('?') || message.find("; expected ") != std::string::npos;
  throw UsageError(helps ? message : message + "; --help lists them");
}

std::vector<const Field*> chosen_fields(std::string_view what, const std::string& list) {
  std::vector<const Field*> found;
  if (list.empty()) return found;
  for (const std::string& name : split_list(list)) {
    const Field* field = find_field(name);
    if (field == nullptr) {
      const std::string message = unknown(what, name, field_names());
      throw UsageError(message.ends_with('?') ? message : message + "; 'zhibiao help fields' lists them");
    }
    found.push_back(field);
  }
  return found;
}

std::vector<std::string> kind_names() {
  std::vector<std::string> names;
  for (int kind = 0; kind <= static_cast<int>(Kind::deadline); ++kind) {
    names.emplace_back(name_of(static_cast<Kind>(kind)));
  }
  return names;
}

std::vector<std::string> field_names() {
  std::vector<std::string> names;
  for (const Field& field : fields()) names.emplace_back(field.name);
  return names;
}

std::vector<Kind> chosen_kinds(const std::string& list) {
  std::vector<Kind> kinds;
  if (list.empty()) return kinds;
  for (const std::string& name : split_list(list)) {
    kinds.push_back(static_cast<Kind>(chosen("kind", name, kind_names())));
  }
  return kinds;
}

bool name_holds(const Fact& fact, std::string_view text) {
  return fact.indicator.find(text) != std::string::npos || fact.scope.find(text) != std::string::npos;
}

std::string none_found(const std::vector<Role>& roles) {
  std::string names;
  for (const Role role : roles) names += fmt::format("{}no {}s", names.empty() ? "" : " and ", name_of(role));
  return names + " found in this file";
}

double chosen_similarity(std::string_view option, const std::string& text, double otherwise) {
  if (text.empty()) return otherwise;
  const auto number = Decimal::parse(text);
  if (!number || *number < Decimal() || *number > Decimal(1)) {
    throw UsageError(fmt::format("{} needs a similarity from 0 to 1, such as 0.5, not '{}'", option, text));
  }
  return number->approx();
}

std::vector<std::string> language_choices() { return {"en", "zh"}; }

Language chosen_language(std::string_view what, std::string_view name, Language otherwise) {
  if (name.empty()) return otherwise;
  return chosen(what, name, language_choices()) == 1 ? Language::zh : Language::en;
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t comma = std::min(text.find(','), text.size());
    std::string_view part = text.substr(0, comma);
    part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
    part = part.substr(0, part.find_last_not_of(' ') + 1);
    parts.emplace_back(part);
    if (comma == text.size()) return parts;
    text.remove_prefix(comma + 1);
  }
}

}  // namespace zhibiao::cli
