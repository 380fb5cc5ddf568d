// The command `help`: of a command, as text or man page, and what the fields of a record mean. Tested by tests/cli/.
#include <ostream>

#include "cli/commands.hpp"
#include "cli/help/man_page.hpp"
#include "cli/help/page.hpp"
#include "cli/help/texts.hpp"
#include "cli/options.hpp"
#include "write/plain_words.hpp"
#include "write/table.hpp"
#include "zhibiao/fields.hpp"

namespace zhibiao::cli {
namespace {

struct Options {
  std::vector<std::string> topic;
  std::string format = "text";
  std::string language;
  bool man = false;
};

std::vector<std::string> form_choices() { return {"text", "md", "json-schema", "table-schema"}; }

int help_fields(const Options& options, Language language, const Context& context) {
  const std::size_t form = chosen("format", options.format, form_choices());
  if (form > 0) {
    context.out << (form == 1 ? fields_page() : form == 2 ? json_schema() : table_schema());
    return kDone;
  }
  write::Table table({{.title = heading("field", language)},
                      {.title = heading("name", language)},
                      {.title = heading("type", language)},
                      {.title = heading("meaning", language), .floor = 24}});
  for (const Field& field : fields()) {
    const std::string name(language == Language::zh ? field.name_zh : std::string_view());
    table.row({std::string(field.name), name, std::string(name_of(field.type)),
               write::plain_words(language == Language::zh ? field.about_zh : field.about)});
  }
  table.print(context.out, context.terminal.width, true);
  return kDone;
}

int run_help(const Options& options, const CommandLine& line, const Context& context) {
  const Language language = chosen_language("language", options.language, context.language());
  if (options.topic == std::vector<std::string>{"fields"}) return help_fields(options, language, context);
  const CommandSpec& command = line.spec(options.topic);
  context.out << (options.man ? man_page(line.spec(), command, language) : help_page(command, language));
  return kDone;
}

}  // namespace

OptionsHandle add_help(CommandLine& line, const Context& context) {
  auto options = std::make_shared<Options>();
  Command command = line.root().command("help", "of a command, or of the fields of a record ('help fields')");
  std::vector<std::string> topics = {"fields"};
  for (const CommandSpec& other : line.spec().commands) topics.push_back(other.path.back());
  command.arguments("TOPIC", options->topic, "a command, or fields").choices(std::move(topics));
  command.flag("--man", options->man, "print a command's manual page, for 'man -l -'");
  command.option("--format", options->format, "FORMAT", "of 'help fields': {}").choices(form_choices());
  command.option("--lang", options->language, "LANG", "{} (by default the locale's)").choices(language_choices());
  command.example("zhibiao help targets", "all options of a command");
  command.example("zhibiao help fields", "what the columns of a record mean");
  command.example("zhibiao help --man diff | man -l -", "a manual page where none is installed");
  command.action([options, context, &line] { return run_help(*options, line, context); });
  return options;
}

}  // namespace zhibiao::cli
