// Command line, help as text. Input: what a command declares; output: its page. Tested by tests/cli/help_test.cpp.
#include "cli/help/page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/help/texts.hpp"
#include "text/line_break.hpp"
#include "text/width.hpp"

namespace zhibiao::cli {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kLabelWidth = 22;

/// A label and its text, folded and hanging.
std::string entry(const std::string& label, std::string_view text) {
  std::string page;
  std::string line = "  " + label;
  if (text::display_width(line) + 2 > kLabelWidth) {
    page = line + "\n";
    line.clear();
  }
  for (const std::string& part : folded(text, kWidth - kLabelWidth)) {
    line.append(kLabelWidth - std::min(kLabelWidth, text::display_width(line)), ' ');
    page += line + part + "\n";
    line.clear();
  }
  return line.empty() ? page : page + line + "\n";
}

std::string examples(const CommandSpec& command, const Texts& texts) {
  std::string page = "\n" + texts.word("Examples") + ":\n";
  for (const ExampleSpec& example : command.examples) {
    page += "  " + example.line + "\n";
    for (const std::string& line : folded(texts.about(example), kWidth - 6)) page += "      " + line + "\n";
  }
  return page;
}

}  // namespace

bool may_break(char32_t before, char32_t after) {
  return text::may_break(before, after) &&
         (after == U' ' || text::char_width(before) == 2 || text::char_width(after) == 2);
}

std::vector<std::string> folded(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text::first_line(text, columns, may_break, text::LongWord::sticks_out);
    const std::string_view line = text.substr(0, end);
    lines.emplace_back(line.substr(0, line.find_last_not_of(' ') + 1));
    text.remove_prefix(std::min(text.find_first_not_of(' ', end), text.size()));
  }
  return lines;
}

std::string usage_line(const CommandSpec& command, Language language) {
  const Texts texts(command, language);
  std::string line = command.full_name() + " ";
  line += command.commands.empty() ? texts.word("[OPTION...]") : texts.word("COMMAND");
  for (const OptionSpec& argument : command.arguments) line += " " + texts.metavar(argument);
  return line;
}

std::string help_page(const CommandSpec& command, Language language) {
  const Texts texts(command, language);
  std::string page;
  for (const std::string& line : folded(texts.about(), kWidth)) page += line + "\n";
  page += fmt::format("\n{}: {}\n", texts.word("Usage"), usage_line(command, language));
  if (!command.commands.empty()) page += "\n" + texts.word("Commands") + ":\n";
  for (const CommandSpec& sub : command.commands) page += entry(sub.path.back(), texts.about(sub));
  if (!command.arguments.empty()) page += "\n";
  for (const OptionSpec& argument : command.arguments) page += entry(texts.metavar(argument), texts.about(argument));
  page += "\n" + texts.word("Options") + ":\n";
  for (const OptionSpec& option : command.options) page += entry(texts.label(option), texts.about(option));
  for (const std::string& note : texts.notes()) {
    page += "\n";
    for (const std::string& line : folded(note, kWidth)) page += line + "\n";
  }
  if (!command.examples.empty()) page += examples(command, texts);
  return page;
}

}  // namespace zhibiao::cli
