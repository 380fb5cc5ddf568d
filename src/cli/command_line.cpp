// Command line, parsing by CLI11. Input: declared commands and the arguments; output: options stored, the command's
// action run, or one line on what is wrong. Tested by tests/cli/.
#include "cli/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <map>
#include <ostream>
#include <utility>

#include "cli/suggest.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::cli {

struct CommandLine::Parts {
  CLI::App app;
  std::string version;
  bool wants_version = false;
  std::map<const CLI::App*, std::function<int()>> actions;
};

namespace {

constexpr std::size_t kHelpWidth = 80;
constexpr std::size_t kLabelWidth = 22;

/// `zhibiao rules list`
std::string full_name(const CLI::App& app) {
  return app.get_parent() == nullptr ? app.get_name() : full_name(*app.get_parent()) + " " + app.get_name();
}

std::string see_help(const CLI::App& app) { return fmt::format("; see '{} --help'", full_name(app)); }

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* sub : app.get_subcommands({})) names.push_back(sub->get_name());
  return names;
}

/// A label and its text, wrapped and hanging.
std::string help_line(const std::string& label, std::string_view text) {
  std::string line = "  " + label;
  std::string lines;
  if (line.size() + 2 > kLabelWidth) {
    lines = line + "\n";
    line.clear();
  }
  line.resize(kLabelWidth, ' ');
  bool fresh = true;
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    if (!fresh && line.size() + 1 + blank > kHelpWidth) {
      lines += line + "\n";
      line.assign(kLabelWidth, ' ');
      fresh = true;
    }
    if (!fresh) line.push_back(' ');
    line += text.substr(0, blank);
    fresh = false;
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
  return lines + line + "\n";
}

std::string option_label(const CLI::Option& option) {
  std::string label = option.get_name(false, true);
  if (const std::size_t comma = label.find(','); comma != std::string::npos) label.insert(comma + 1, " ");
  const std::string value = option.get_type_name();
  // A flag with a value: the library names what the bare flag means in braces.
  if (value.starts_with('[')) return label.substr(0, label.find('{')) + value;
  if (option.get_type_size() != 0) label += " " + value;
  return label;
}

std::string help_text(const CLI::App& app) {
  const auto positionals = app.get_options([](const CLI::Option* option) { return option->get_positional(); });
  const auto options = app.get_options([](const CLI::Option* option) { return option->nonpositional(); });
  const auto commands = app.get_subcommands({});
  std::string text = fmt::format("{}\n\nUsage: {}", app.get_description(), full_name(app));
  text += commands.empty() ? " [OPTION...]" : " COMMAND";
  for (const CLI::Option* option : positionals) {
    text += fmt::format(" {}{}", option->get_name(true, false), option->get_items_expected_max() > 1 ? "..." : "");
  }
  text += "\n";
  if (!commands.empty()) text += "\nCommands:\n";
  for (const CLI::App* command : commands) text += help_line(command->get_name(), command->get_description());
  if (!positionals.empty()) text += "\n";
  for (const CLI::Option* option : positionals) {
    text += help_line(option->get_name(true, false), option->get_description());
  }
  text += "\nOptions:\n";
  for (const CLI::Option* option : options) text += help_line(option_label(*option), option->get_description());
  if (!app.get_footer().empty()) text += "\n" + app.get_footer() + "\n";
  return text;
}

/// The command the leading words name. Throws where a word should name one and does not.
CLI::App& named_command(CLI::App& root, const std::vector<std::string>& words) {
  CLI::App* app = &root;
  for (const std::string& word : words) {
    const auto subs = app->get_subcommands({});
    if (subs.empty() || word.starts_with('-')) break;
    const auto sub =
        std::find_if(subs.begin(), subs.end(), [&](const CLI::App* one) { return one->get_name() == word; });
    if (sub == subs.end()) throw UsageError(unknown("command", word, command_names(*app)));
    app = *sub;
  }
  return *app;
}

/// What CLI11 could not place: options it does not know.
void refuse_leftovers(const CLI::App& app) {
  for (std::string word : app.remaining()) {
    if (word == "--") continue;
    if (!word.starts_with('-'))
      throw UsageError(fmt::format("unexpected argument '{}'", printable(word)) + see_help(app));
    word = word.substr(0, word.find('='));
    std::vector<std::string> known;
    for (const CLI::Option* option : app.get_options({})) {
      for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
      for (const std::string& name : option->get_snames()) known.push_back("-" + name);
    }
    const std::string near = word.size() > 2 ? nearest(word, known) : std::string();  // one letter is near to any
    throw UsageError(near.empty() ? fmt::format("unknown option '{}'", printable(word)) + see_help(app)
                                  : fmt::format("unknown option '{}'; did you mean '{}'?", printable(word), near));
  }
}

}  // namespace

Command Command::command(const std::string& name, const std::string& about) {
  CLI::App* sub = app_->add_subcommand(name, about);
  sub->allow_extras();
  app_->require_subcommand(0, 1);  // at most one, so that `targets outline` reads a file of that name
  return {*line_, *sub};
}

void Command::option(const std::string& names, std::string& target, const std::string& metavar,
                     const std::string& about) {
  app_->add_option(names, target, about)->type_name(metavar)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

void Command::option(const std::string& names, std::optional<std::size_t>& target, const std::string& metavar,
                     const std::string& about) {
  const auto store = [names, &target](const std::string& text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) {
      throw UsageError(fmt::format("{} needs a whole number, not '{}'", names, printable(text)));
    }
    target = number;
  };
  app_->add_option_function<std::string>(names, store, about)
      ->type_name(metavar)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

void Command::option(const std::string& names, std::vector<std::string>& target, const std::string& metavar,
                     const std::string& about) {
  app_->add_option(names, target, about)->type_name(metavar)->allow_extra_args(false);
}

void Command::flag(const std::string& names, bool& target, const std::string& about) {
  app_->add_flag(names, target, about);
}

void Command::flag(const std::string& name, std::string& target, const std::string& otherwise,
                   const std::string& metavar, const std::string& about) {
  app_->add_flag(fmt::format("{}{{{}}}", name, otherwise), target, about)
      ->type_name("[=" + metavar + "]")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

void Command::arguments(const std::string& metavar, std::vector<std::string>& target, const std::string& about) {
  app_->add_option(metavar, target, about);
}

void Command::footer(const std::string& text) { app_->footer(text); }

void Command::action(std::function<int()> run) { line_->parts_->actions[app_] = std::move(run); }

CommandLine::CommandLine(const std::string& name, const std::string& about, const std::string& version)
    : parts_(std::make_unique<Parts>()) {
  parts_->app.name(name);
  parts_->app.description(about);
  parts_->app.set_help_flag("-h,--help", "print this help");
  parts_->app.add_flag("--version", parts_->wants_version, "print the version");
  parts_->app.allow_extras();
  parts_->version = version;
}

CommandLine::~CommandLine() = default;

Command CommandLine::root() { return {*this, parts_->app}; }

int CommandLine::run(const std::vector<std::string>& args, std::ostream& out) {
  CLI::App& app = named_command(parts_->app, args);
  try {
    parts_->app.parse(std::vector<std::string>(args.rbegin(), args.rend()));
  } catch (const CLI::CallForHelp&) {
    out << help_text(app);
    return 0;
  } catch (const CLI::ArgumentMismatch& error) {
    const std::string what = error.what();
    throw UsageError(fmt::format("option '{}' needs a value", what.substr(0, what.find(':'))) + see_help(app));
  } catch (const CLI::ParseError& error) {
    throw UsageError(printable(error.what()) + see_help(app));
  }
  if (parts_->wants_version) {
    out << parts_->app.get_name() << ' ' << parts_->version << '\n';
    return 0;
  }
  refuse_leftovers(parts_->app);
  refuse_leftovers(app);
  const auto action = parts_->actions.find(&app);
  if (action == parts_->actions.end()) {
    throw UsageError("no command given" + see_help(app));
  }
  return action->second();
}

std::string CommandLine::help(const std::vector<std::string>& path) {
  return help_text(named_command(parts_->app, path));
}

}  // namespace zhibiao::cli
