// The command `explain`: what was seen in a line, what was made of it, what was refused. Tested by tests/golden/explain-*.
#include <charconv>

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "write/counted.hpp"
#include "zhibiao/error.hpp"
#include "zhibiao/explain.hpp"

namespace zhibiao::cli {
namespace {

struct Options {
  std::vector<std::string> places;
  std::vector<std::string> rules;
  std::string language;
  ReadingOptions reading;
};

struct Place {
  std::string file;
  std::size_t line = 0;
};

Place parse_place(const std::string& text) {
  Place place;
  const std::size_t colon = text.rfind(':');
  const std::string_view number =
      colon == std::string::npos ? std::string_view() : std::string_view(text).substr(colon + 1);
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), place.line);
  if (number.empty() || error != std::errc() || end != number.data() + number.size() || place.line == 0) {
    throw UsageError(fmt::format("'{}' names no line; write FILE:LINE, such as plan.txt:12", text));
  }
  place.file = text.substr(0, colon);
  return place;
}

int run_explain(const Options& options, const Context& context) {
  if (options.places.empty()) throw UsageError("no line named; write FILE:LINE, such as plan.txt:12");
  std::vector<Place> places;
  for (const auto& text : options.places) places.push_back(parse_place(text));
  const Language language = chosen_language("language", options.language, context.language());
  const ReadOptions reading = options.reading.resolve();
  const ChosenRules rules(options.rules);
  int status = kDone;
  for (const auto& place : places) {
    try {
      const Source source = read_source(context, place.file, reading);
      if (place.line > source.line_count()) {
        throw Error(place.file,
                    fmt::format("has {}, no line {}", write::counted(source.line_count(), "line"), place.line));
      }
      context.out << explain(source, place.line, rules.get(), {}, language);
    } catch (const Error& error) {
      context.problem(error);
      status = kTrouble;
    }
  }
  return status;
}

}  // namespace

OptionsHandle add_explain(CommandLine& line, const Context& context) {
  auto options = std::make_shared<Options>();
  Command command =
      line.root().command("explain", "what was seen in a line, what was made of it, and what was refused");
  command.arguments("FILE:LINE", options->places, "places to explain, such as plan.txt:31");
  declare_rule_files(command, options->rules);
  command
      .option("--lang", options->language, "LANG", "of the words around the plan's own: {} (by default the locale's)")
      .choices(language_choices());
  options->reading.declare(command);
  command.example("zhibiao explain plan.txt:31", "line 31 as zhibiao reads it");
  command.example("zhibiao explain plan.txt:31 --rules my.toml", "with rules of your own");
  command.action([options, context] { return run_explain(*options, context); });
  return options;
}

}  // namespace zhibiao::cli
