// Help in two languages: no text without its Chinese, pages that fit, examples that the program understands.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "cli/declared.hpp"
#include "cli/help/page.hpp"
#include "cli/help/texts.hpp"
#include "cli/in_process.hpp"
#include "text/width.hpp"

using namespace zhibiao::cli;
using zhibiao::Language;
using zhibiao_tests::run;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// What a text of a command may be called in the table; one of them must have Chinese.
struct Wanted {
  std::vector<std::string> ids;
  std::string english;
};

std::vector<Wanted> texts_of(const CommandSpec& command) {
  std::vector<Wanted> wanted = {{ids_of(command), command.about}};
  const auto add = [&](const OptionSpec& option) {
    wanted.push_back({ids_of(command, option), option.about});
    // One letter stands for itself in any language.
    if (option.metavar.size() > 1) wanted.push_back({{"<" + option.metavar + ">"}, option.metavar});
  };
  std::for_each(command.options.begin(), command.options.end(), add);
  std::for_each(command.arguments.begin(), command.arguments.end(), add);
  for (std::size_t i = 0; i < command.notes.size(); ++i) {
    wanted.push_back({{command.key() + " note " + std::to_string(i + 1)}, command.notes[i]});
  }
  for (const ExampleSpec& example : command.examples) wanted.push_back({{example.line}, example.about});
  return wanted;
}

/// The code of the commands: words of the pages' own stand there.
std::string code() {
  std::string all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(ZHIBIAO_SOURCE_DIR "/src/cli")) {
    if (entry.path().extension() != ".cpp") continue;
    std::ifstream file(entry.path());
    all.append(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return all;
}

}  // namespace

TEST_CASE("every text of every command has its Chinese in src/cli/help/texts.def") {
  const zhibiao_tests::Declared declared;
  for (const CommandSpec* command : declared.all()) {
    for (const Wanted& wanted : texts_of(*command)) {
      const bool found = std::any_of(wanted.ids.begin(), wanted.ids.end(),
                                     [](const std::string& id) { return !chinese_text(id).empty(); });
      CHECK_MESSAGE(found, command->full_name(), ": add TEXT(\"", wanted.ids.back(), "\", …) for: ", wanted.english);
      CHECK_FALSE(wanted.english.empty());
    }
  }
}

TEST_CASE("a command declared alone says of itself what it says among all, and help knows all") {
  const zhibiao_tests::Declared declared;
  for (const CommandSpec& command : declared.program().commands) {
    const std::string& name = command.path.front();
    const zhibiao_tests::Declared run({name, "--version"});
    const auto& known = run.program().commands;
    const bool of_all = name == "help" || name == "completions";
    CHECK(known.size() == (of_all ? declared.program().commands.size() : 1));
    for (const CommandSpec& one : known) {
      if (one.path == command.path) CHECK(help_page(one, Language::en) == help_page(command, Language::en));
    }
  }
  CHECK(zhibiao_tests::Declared({"--version"}).program().commands.empty());
}

TEST_CASE("texts.def says nothing twice and nothing in vain") {
  std::set<std::string> used;
  const zhibiao_tests::Declared declared;
  for (const CommandSpec* command : declared.all()) {
    for (const Wanted& wanted : texts_of(*command)) {
      // The first id that has Chinese is the one that is shown.
      for (const std::string& id : wanted.ids) {
        if (chinese_text(id).empty()) continue;
        used.insert(id);
        break;
      }
    }
  }
  const std::string source = code();
  std::set<std::string_view> seen;
  for (const std::string_view id : chinese_ids()) {
    CHECK_MESSAGE(seen.insert(id).second, "twice: ", id);
    CHECK_MESSAGE((used.contains(std::string(id)) || has(source, "\"" + std::string(id) + "\"")), "in vain: ", id);
  }
}

TEST_CASE("help speaks the reader's language") {
  const std::string chinese = run({"targets", "--help"}, "", {.chinese = true}).out;
  const std::string english = run({"targets", "--help"}).out;
  CHECK(has(chinese, "用法: zhibiao targets [选项...] 文件..."));
  CHECK(has(chinese, "--role 性质"));
  CHECK(has(english, "Usage: zhibiao targets [OPTION...] FILE..."));
  CHECK(run({"targets", "--help", "--lang", "zh"}).out == chinese);
  CHECK(run({"targets", "--lang=en", "--help"}, "", {.chinese = true}).out == english);
  CHECK(run({"help", "targets"}, "", {.chinese = true}).out == chinese);
  CHECK(run({"help", "targets", "--lang", "zh"}).out == chinese);
  CHECK(run({"explain", "--help", "--lang", "zh"}).out == run({"help", "explain"}, "", {.chinese = true}).out);
  CHECK(has(run({"help", "fields", "--lang", "zh"}).out, "数值上限"));
}

TEST_CASE("tables that commands print themselves have their heads in the language asked for") {
  CHECK(run({"rules", "list", "--format", "table", "--lang", "zh"}).out.starts_with("编号 "));
  CHECK(run({"rules", "list", "--format", "table"}).out.starts_with("id "));
  CHECK(run({"rules", "list", "--format", "csv", "--header", "zh"}).out.starts_with("编号,类型,位置,用途\n"));
  CHECK(run({"rules", "list", "--format", "csv", "--lang", "zh"}).out.starts_with("id,type,place,about\n"));
  CHECK(run({"rules", "list", "--format", "jsonl", "--header", "zh"}).out.starts_with("{\"id\""));
}

TEST_CASE("Chinese pages are Chinese and fit 80 columns") {
  const zhibiao_tests::Declared declared;
  for (const CommandSpec* command : declared.all()) {
    const std::string page = help_page(*command, Language::zh);
    for (const char* word : {"Usage", "Options:", "Commands:", "Examples", "OPTION", "COMMAND", "FILE", "default"}) {
      CHECK_MESSAGE(!has(page, word), command->full_name(), ": ", word);
    }
    for (const std::string& line : lines_of(page)) {
      const bool example = line.starts_with("  zhibiao ");
      CHECK_MESSAGE((example || zhibiao::text::display_width(line) <= 80), line);
    }
  }
}

TEST_CASE("every command has examples, with options that it has") {
  const zhibiao_tests::Declared declared;
  for (const CommandSpec* command : declared.all()) {
    CAPTURE(command->full_name());
    CHECK((!command->examples.empty() || !command->commands.empty()));
    for (const ExampleSpec& example : command->examples) {
      CAPTURE(example.line);
      CHECK(example.line.starts_with(command->full_name() + " "));
      if (command->path.empty()) continue;  // its examples are those of its commands
      std::istringstream words(example.line);
      for (std::string word; words >> word && word != "|";) {
        if (!word.starts_with('-') || word == "-") continue;
        const bool known = std::any_of(command->options.begin(), command->options.end(), [&](const OptionSpec& one) {
          return std::count(one.names.begin(), one.names.end(), word.substr(0, word.find('='))) > 0;
        });
        CHECK_MESSAGE(known, word);
      }
    }
  }
}

TEST_CASE("choices stand in the text and are checked by it") {
  const std::string page = run({"targets", "--help"}).out;
  CHECK(has(page, "only these kinds: rate, count, money"));
  CHECK_FALSE(has(page, "{}"));
  const zhibiao_tests::Declared declared;
  for (const CommandSpec* command : declared.all()) {
    for (const OptionSpec& option : command->options) {
      // A file may be named in one of several ways that the text lists.
      const bool file = option.takes == Takes::file && has(option.about, "{}");
      const bool chosen = option.takes == Takes::one_of || option.takes == Takes::list_of || file;
      CHECK_MESSAGE(chosen == !option.choices.empty(), command->full_name(), " ", option.name());
    }
  }
}

TEST_CASE("text is folded at blanks and between Chinese characters, never before a closing mark") {
  CHECK(folded("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(folded("one two three", 6) == std::vector<std::string>{"one", "two", "three"});
  CHECK(folded("unbreakable", 4) == std::vector<std::string>{"unbreakable"});
  CHECK(folded("第一行，第二行", 6) == std::vector<std::string>{"第一", "行，第", "二行"});
  CHECK(folded("用（甲）", 4) == std::vector<std::string>{"用", "（甲）"});
  CHECK(folded("用 --format tree", 11) == std::vector<std::string>{"用 --format", "tree"});
  CHECK(folded("", 10).empty());
}
