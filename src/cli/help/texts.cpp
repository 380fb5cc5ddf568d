// Command line, the texts of help. Input: what a command declares; output: its texts in one language.
// Tested by tests/cli/help_test.cpp.
#include "cli/help/texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace zhibiao::cli {
namespace {

constexpr std::pair<std::string_view, std::string_view> kChinese[] = {
#define TEXT(id, chinese) {id, chinese},
#include "cli/help/texts.def"
#undef TEXT
};

}  // namespace

std::string_view chinese_text(std::string_view id) {
  const auto* const found =
      std::find_if(std::begin(kChinese), std::end(kChinese), [&](const auto& entry) { return entry.first == id; });
  return found == std::end(kChinese) ? std::string_view() : found->second;
}

std::string heading(std::string_view english, Language language) {
  return std::string(language == Language::zh ? chinese_text(english) : english);
}

std::vector<std::string_view> chinese_ids() {
  std::vector<std::string_view> ids;
  for (const auto& entry : kChinese) ids.push_back(entry.first);
  return ids;
}

std::vector<std::string> ids_of(const CommandSpec& command) { return {command.key()}; }

std::vector<std::string> ids_of(const CommandSpec& command, const OptionSpec& option) {
  return {command.key() + " " + option.name(), option.name()};
}

std::string Texts::in_language(const std::vector<std::string>& ids, std::string_view english) const {
  if (language_ == Language::en) return std::string(english);
  for (const std::string& id : ids) {
    if (const auto text = chinese_text(id); !text.empty()) return std::string(text);
  }
  return std::string(english);
}

std::string Texts::word(std::string_view english) const { return in_language({std::string(english)}, english); }

std::string Texts::about() const { return about(*command_); }

std::string Texts::about(const CommandSpec& sub) const { return in_language(ids_of(sub), sub.about); }

std::string Texts::about(const OptionSpec& option) const {
  std::string text = in_language(ids_of(*command_, option), option.about);
  if (const std::size_t at = text.find("{}"); at != std::string::npos && !option.choices.empty()) {
    const std::string comma = word(", ");
    text.replace(at, 2, fmt::format("{}", fmt::join(option.choices, comma)));
  }
  return text;
}

std::string Texts::about(const ExampleSpec& example) const { return in_language({example.line}, example.about); }

std::vector<std::string> Texts::notes() const {
  std::vector<std::string> notes;
  for (std::size_t i = 0; i < command_->notes.size(); ++i) {
    notes.push_back(in_language({fmt::format("{} note {}", command_->key(), i + 1)}, command_->notes[i]));
  }
  return notes;
}

std::string Texts::metavar(const OptionSpec& option) const {
  if (option.is_flag()) return {};
  const std::string name = in_language({"<" + option.metavar + ">"}, option.metavar);
  if (option.value_optional) return "[=" + name + "]";
  // A name of several words stands for as many arguments.
  const bool several = option.is_argument() && option.repeatable && name.find(' ') == std::string::npos;
  return several ? name + "..." : name;
}

std::string Texts::label(const OptionSpec& option) const {
  std::string label = fmt::format("{}", fmt::join(option.names, ", "));
  if (!option.is_argument() && !option.is_flag() && !option.value_optional) label += " ";
  return label + metavar(option);
}

}  // namespace zhibiao::cli
