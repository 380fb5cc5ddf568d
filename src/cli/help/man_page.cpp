// Command line, help as manual pages. Input: what a command declares; output: its page in the man(7) language.
// Tested by tests/cli/man_page_test.cpp.
#include "cli/help/man_page.hpp"

#include <fmt/format.h>

#include <array>
#include <cctype>
#include <utility>

#include "cli/help/page.hpp"
#include "cli/help/texts.hpp"
#include "text/chars.hpp"

#ifndef ZHIBIAO_VERSION
#define ZHIBIAO_VERSION "unknown"
#endif
#ifndef ZHIBIAO_DATE
#define ZHIBIAO_DATE "unknown"
#endif

namespace zhibiao::cli {
namespace {

constexpr std::size_t kSourceWidth = 64;  ///< of lines of the page's source, before signs are written as escapes

/// What stands behind a name: an exit status or a variable.
struct Meaning {
  std::string_view name;
  std::string_view about;
};

constexpr std::array kStatuses = {
    Meaning{"0", "all was done; also when the reader of a pipe has left"},
    Meaning{"1", "done, and the answer is 'fails', where the command asks a question"},
    Meaning{"2", "not all could be done: wrong usage, an unreadable file, a faulty rule file"},
};

constexpr std::array kVariables = {
    Meaning{"LC_ALL, LC_MESSAGES, LANG", "the first that is set gives the language of forms for people and of help"},
    Meaning{"NO_COLOR", "if set and not empty, no colours unless --color asks for them"},
    Meaning{"COLUMNS", "how wide forms for people may be, where there is no terminal to ask"},
    Meaning{"PAGER", "what --pager shows the output with; if not set, 'less -R'"},
};

/// Text as troff takes it literally.
std::string escaped(std::string_view text) {
  std::string result;
  if (text.starts_with('.') || text.starts_with('\'')) result = "\\&";
  for (const char c : text) {
    switch (c) {
      case '\\': result += "\\e"; break;
      case '-': result += "\\-"; break;
      case '\'': result += "\\(aq"; break;
      case '^': result += "\\(ha"; break;
      case '~': result += "\\(ti"; break;
      case '`': result += "\\(ga"; break;
      default: result += c;
    }
  }
  return result;
}

/// The same, with a place to break wherever Chinese may be broken: troff itself knows of blanks only.
std::string breakable(std::string_view text) {
  std::string result;
  char32_t before = U' ';
  std::size_t done = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t ch = text::next_char(text, at);
    if (ch != U' ' && before != U' ' && may_break(before, ch)) {
      result += escaped(text.substr(done, here - done)) + "\\:";
      done = here;
    }
    before = ch;
  }
  return result + escaped(text.substr(done));
}

std::string bold(std::string_view text) { return "\\fB" + escaped(text) + "\\fR"; }

std::string italic(std::string_view text) { return "\\fI" + escaped(text) + "\\fR"; }

class Page {
 public:
  Page(const CommandSpec& command, Language language) : command_(&command), texts_(command, language) {}

  const Texts& texts() const { return texts_; }
  std::string take() { return std::move(out_); }

  void line(const std::string& text) { out_ += text + "\n"; }
  void section(std::string_view name) { line(".SH " + escaped(texts_.word(name))); }

  /// A paragraph: each sentence on a new line, as troff spaces sentences. Chinese is not folded: a line's end would
  /// become a blank.
  void text(std::string_view all) {
    if (texts_.language() == Language::zh) return line(breakable(all));
    while (!all.empty()) {
      const std::size_t end = all.find(". ");
      for (const std::string& part :
           folded(all.substr(0, end == std::string_view::npos ? end : end + 1), kSourceWidth)) {
        line(escaped(part));
      }
      all.remove_prefix(end == std::string_view::npos ? all.size() : end + 2);
    }
  }

  void meaning(const std::string& label, std::string_view about) {
    line(".TP\n" + label);
    text(about);
  }

  void options(const CommandSpec& command) {
    const Texts texts(command, texts_.language());
    for (const OptionSpec& argument : command.arguments) {
      meaning(italic(texts.metavar(argument)), texts.about(argument));
    }
    for (const OptionSpec& option : command.options) meaning(label(option, texts), texts.about(option));
  }

  void synopsis(const CommandSpec& command) {
    const Texts texts(command, texts_.language());
    std::string called = bold(command.full_name());
    called += " " + italic(command.commands.empty() ? texts.word("[OPTION...]") : texts.word("COMMAND"));
    for (const OptionSpec& argument : command.arguments) called += " " + italic(texts.metavar(argument));
    line(called);
  }

  void examples() {
    if (command_->examples.empty()) return;
    section("EXAMPLES");
    for (const ExampleSpec& example : command_->examples) {
      if (&example != &command_->examples.front()) line(".PP");
      text(texts_.about(example) + (texts_.language() == Language::zh ? "" : ":"));
      line(".PP\n.RS 4\n.nf\n" + bold(example.line) + "\n.fi\n.RE");
    }
  }

 private:
  static std::string label(const OptionSpec& option, const Texts& texts) {
    std::string label;
    for (const std::string& name : option.names) label += (label.empty() ? "" : ", ") + bold(name);
    if (option.is_flag()) return label;
    return label + (option.value_optional ? "" : " ") + italic(texts.metavar(option));
  }

  const CommandSpec* command_;
  Texts texts_;
  std::string out_;
};

void see_also(Page& page, const CommandSpec& program, const CommandSpec& command) {
  page.section("SEE ALSO");
  std::string others;
  const auto add = [&](const CommandSpec& other) {
    if (&other == &command) return;
    others += fmt::format("{}.BR {} (1)", others.empty() ? "" : ",\n", escaped(man_name(other)));
  };
  add(program);
  for (const CommandSpec& other : program.commands) add(other);
  page.line(others);
}

void commands(Page& page, const CommandSpec& command) {
  if (command.commands.empty()) return;
  page.section("COMMANDS");
  for (const CommandSpec& sub : command.commands) {
    if (command.path.empty()) {
      page.meaning(bold(sub.path.back()), page.texts().about(sub));
      continue;
    }
    page.line(".SS " + bold(sub.full_name()));
    page.synopsis(sub);
    page.line(".PP");
    page.text(page.texts().about(sub));
    page.options(sub);
  }
}

}  // namespace

std::string man_name(const CommandSpec& command) {
  std::string name = command.full_name();
  for (char& c : name) c = c == ' ' ? '-' : c;
  return name;
}

std::string man_page(const CommandSpec& program, const CommandSpec& command, Language language) {
  Page page(command, language);
  const Texts& texts = page.texts();
  const std::string name = man_name(command);
  page.line(".\\\" Printed by 'zhibiao help --man'; the texts are in the program.");
  std::string title = name;
  for (char& c : title) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  page.line(fmt::format(".TH {} 1 \"{}\" \"zhibiao {}\" \"{}\"\n.nh\n.ad l", escaped(title), ZHIBIAO_DATE,
                        ZHIBIAO_VERSION, escaped(texts.word("zhibiao manual"))));
  page.section("NAME");
  for (const std::string& part : folded(name + " - " + texts.about(), kSourceWidth)) {
    page.line(part.starts_with(name) ? escaped(name) + " \\-" + escaped(part.substr(name.size() + 2)) : escaped(part));
  }
  page.section("SYNOPSIS");
  page.synopsis(command);
  page.section("DESCRIPTION");
  std::string about = texts.about();
  about[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(about[0])));
  page.text(about.ends_with('.') || language == Language::zh ? about : about + ".");
  for (const std::string& note : texts.notes()) {
    page.line(".PP");
    page.text(note);
  }
  commands(page, command);
  page.section("OPTIONS");
  page.options(command);
  page.section("EXIT STATUS");
  for (const Meaning& one : kStatuses) page.meaning(bold(one.name), texts.word(one.about));
  page.section("ENVIRONMENT");
  for (const Meaning& one : kVariables) page.meaning(bold(one.name), texts.word(one.about));
  page.examples();
  see_also(page, program, command);
  return page.take();
}

}  // namespace zhibiao::cli
