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

#include "cli/help/page.hpp"
#include "cli/suggest.hpp"

namespace zhibiao::cli {

struct CommandLine::Parts {
  CLI::App app;
  CommandSpec spec;
  std::string version;
  bool wants_version = false;
  std::map<const CLI::App*, std::function<int()>> actions;
  std::function<void()> before = [] {};
  const CLI::App* named = nullptr;
};

namespace {

std::string see_help(const CommandSpec& spec) { return fmt::format("; see '{} --help'", spec.full_name()); }

/// What names no command: a near one is offered; what looks like a file is told how files are read.
UsageError no_such_command(const CommandSpec& spec, const std::string& word) {
  std::vector<std::string> names;
  for (const CommandSpec& one : spec.commands) names.push_back(one.path.back());
  if (spec.path.empty() && word.find_first_of("./") != std::string::npos && nearest(word, names).empty()) {
    return UsageError(fmt::format("'{0}' is no command; to read a file: zhibiao targets {0}", printable(word)));
  }
  const std::string message = unknown("command", word, names);
  const bool helps = message.ends_with('?') || message.find("; expected") != std::string::npos;
  return UsageError(helps ? message : message + see_help(spec));
}

/// The command the leading words name. Throws where a word should name one and does not.
const CommandSpec& named_command(const CommandSpec& root, const std::vector<std::string>& words) {
  const CommandSpec* spec = &root;
  for (const std::string& word : words) {
    if (spec->commands.empty() || word.starts_with('-')) break;
    const auto sub = std::find_if(spec->commands.begin(), spec->commands.end(),
                                  [&](const CommandSpec& one) { return one.path.back() == word; });
    if (sub == spec->commands.end()) throw no_such_command(*spec, word);
    spec = &*sub;
  }
  return *spec;
}

CLI::App& app_of(CLI::App& root, const CommandSpec& spec) {
  CLI::App* app = &root;
  for (const std::string& word : spec.path) app = app->get_subcommand(word);
  return *app;
}

/// What CLI11 could not place: options it does not know.
void refuse_leftovers(const CLI::App& app, const CommandSpec& spec) {
  for (std::string word : app.remaining()) {
    if (word == "--") continue;
    if (!word.starts_with('-')) {
      throw UsageError(fmt::format("unexpected argument '{}'", printable(word)) + see_help(spec));
    }
    word = word.substr(0, word.find('='));
    std::vector<std::string> known;
    for (const OptionSpec& option : spec.options) known.insert(known.end(), option.names.begin(), option.names.end());
    const std::string near = word.size() > 2 ? nearest(word, known) : std::string();  // one letter is near to any
    throw UsageError(near.empty() ? fmt::format("unknown option '{}'", printable(word)) + see_help(spec)
                                  : fmt::format("unknown option '{}'; did you mean '{}'?", printable(word), near));
  }
}

/// The language named by --lang, wherever it stands: help is asked for before options are understood.
Language language_asked(const std::vector<std::string>& args, Language otherwise) {
  for (std::size_t i = 0; i < args.size() && args[i] != "--"; ++i) {
    const std::string& value = args[i] == "--lang" && i + 1 < args.size() ? args[i + 1] : args[i];
    if (args[i] != "--lang" && !value.starts_with("--lang=")) continue;
    if (value.ends_with("zh")) otherwise = Language::zh;
    if (value.ends_with("en")) otherwise = Language::en;
  }
  return otherwise;
}

}  // namespace

std::string CommandSpec::full_name() const { return path.empty() ? key() : "zhibiao " + key(); }

std::string CommandSpec::key() const {
  return path.empty() ? std::string("zhibiao") : fmt::format("{}", fmt::join(path, " "));
}

Option& Option::choices(std::vector<std::string> names) {
  spec_->takes = Takes::one_of;
  spec_->choices = std::move(names);
  return *this;
}

Option& Option::list_of(std::vector<std::string> names) {
  choices(std::move(names));
  spec_->takes = Takes::list_of;
  return *this;
}

Option& Option::file() {
  spec_->takes = Takes::file;
  return *this;
}

Option& Option::file_ending_in(std::vector<std::string> endings) {
  spec_->choices = std::move(endings);
  return file();
}

OptionSpec& Command::add(const std::string& names, const std::string& metavar, const std::string& about) {
  OptionSpec spec{.metavar = metavar, .about = about};
  if (names.starts_with('-')) {
    for (const std::string& name : CLI::detail::split_up(names, ',')) spec.names.push_back(name);
  }
  if (metavar.starts_with("FILE")) spec.takes = Takes::file;
  if (metavar == "FOLDER") spec.takes = Takes::folder;
  if (spec.is_argument()) return spec_->arguments.emplace_back(std::move(spec));
  return *spec_->options.insert(spec_->options.end() - 1, std::move(spec));  // before --help
}

Command Command::command(const std::string& name, const std::string& about) {
  CLI::App* sub = app_->add_subcommand(name, about);
  sub->allow_extras();
  app_->require_subcommand(0, 1);  // at most one, so that `targets outline` reads a file of that name
  CommandSpec& spec = spec_->commands.emplace_back();
  spec.path = spec_->path;
  spec.path.push_back(name);
  spec.about = about;
  spec.options.push_back({.names = {"-h", "--help"}, .about = "print this help"});
  return {*line_, *sub, spec};
}

Option Command::option(const std::string& names, std::string& target, const std::string& metavar,
                       const std::string& about) {
  app_->add_option(names, target)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  return Option(add(names, metavar, about));
}

Option Command::option(const std::string& names, std::optional<std::size_t>& target, const std::string& metavar,
                       const std::string& about) {
  const auto store = [names, &target](const std::string& text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) {
      throw UsageError(fmt::format("{} needs a whole number, not '{}'", names, printable(text)));
    }
    target = number;
  };
  app_->add_option_function<std::string>(names, store)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  return Option(add(names, metavar, about));
}

Option Command::option(const std::string& names, std::vector<std::string>& target, const std::string& metavar,
                       const std::string& about) {
  app_->add_option(names, target)->allow_extra_args(false);
  OptionSpec& spec = add(names, metavar, about);
  spec.repeatable = true;
  return Option(spec);
}

void Command::flag(const std::string& names, bool& target, const std::string& about) {
  app_->add_flag(names, target);
  add(names, "", about);
}

void Command::flag(const std::string& name, std::string& target, const std::string& otherwise,
                   const std::string& metavar, const std::string& about) {
  app_->add_flag(fmt::format("{}{{{}}}", name, otherwise), target)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  add(name, metavar, about).value_optional = true;
}

Option Command::arguments(const std::string& metavar, std::vector<std::string>& target, const std::string& about) {
  app_->add_option(metavar, target);
  OptionSpec& spec = add("", metavar, about);
  spec.repeatable = true;
  return Option(spec);
}

void Command::note(const std::string& text) { spec_->notes.push_back(text); }

void Command::example(const std::string& line, const std::string& about) { spec_->examples.push_back({line, about}); }

void Command::action(std::function<int()> run) { line_->parts_->actions[app_] = std::move(run); }

CommandLine::CommandLine(const std::string& name, const std::string& about, const std::string& version)
    : parts_(std::make_unique<Parts>()) {
  parts_->app.name(name);
  parts_->app.set_help_flag("-h,--help");
  parts_->app.add_flag("--version", parts_->wants_version);
  parts_->app.allow_extras();
  parts_->spec.about = about;
  parts_->spec.options = {{.names = {"--version"}, .about = "print the version"},
                          {.names = {"-h", "--help"}, .about = "print this help"}};
  parts_->version = version;
}

CommandLine::~CommandLine() = default;

Command CommandLine::root() { return {*this, parts_->app, parts_->spec}; }

const CommandSpec& CommandLine::spec() const { return parts_->spec; }

const CommandSpec& CommandLine::spec(const std::vector<std::string>& path) const {
  return named_command(parts_->spec, path);
}

std::vector<Command> CommandLine::commands() {
  std::vector<Command> leaves;
  std::vector<CommandSpec*> specs = {&parts_->spec};
  for (std::size_t i = 0; i < specs.size(); ++i) {
    for (CommandSpec& below : specs[i]->commands) specs.push_back(&below);
    if (specs[i]->commands.empty()) leaves.push_back({*this, app_of(parts_->app, *specs[i]), *specs[i]});
  }
  return leaves;
}

void CommandLine::before_action(std::function<void()> run) { parts_->before = std::move(run); }

std::string CommandLine::typed(const std::string& option) const {
  const CLI::Option* found = parts_->named == nullptr ? nullptr : parts_->named->get_option_no_throw(option);
  return found == nullptr || found->empty() ? std::string() : found->results().back();
}

int CommandLine::run(const std::vector<std::string>& args, std::ostream& out, Language language) {
  const CommandSpec& spec = named_command(parts_->spec, args);
  CLI::App& app = app_of(parts_->app, spec);
  try {
    parts_->app.parse(std::vector<std::string>(args.rbegin(), args.rend()));
  } catch (const CLI::CallForHelp&) {
    out << help_page(spec, language_asked(args, language));
    return 0;
  } catch (const CLI::ArgumentMismatch& error) {
    const std::string what = error.what();
    throw UsageError(fmt::format("option '{}' needs a value", what.substr(0, what.find(':'))) + see_help(spec));
  } catch (const CLI::ParseError& error) {
    throw UsageError(printable(error.what()) + see_help(spec));
  }
  if (parts_->wants_version) {
    out << parts_->app.get_name() << ' ' << parts_->version << '\n';
    return 0;
  }
  refuse_leftovers(parts_->app, parts_->spec);
  if (&app != &parts_->app) refuse_leftovers(app, spec);
  const auto action = parts_->actions.find(&app);
  if (action == parts_->actions.end()) {
    throw UsageError("no command given" + see_help(spec));
  }
  parts_->named = &app;
  parts_->before();
  return action->second();
}

}  // namespace zhibiao::cli
