// The command `help`: of a command, and what the fields of a record mean. Tested by tests/cli/.
#include <ostream>

#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "write/table.hpp"
#include "zhibiao/fields.hpp"

namespace zhibiao::cli {
namespace {

struct Options {
  std::vector<std::string> topic;
  std::string format = "text";
};

int help_fields(const Options& options, const Context& context) {
  const std::size_t form = chosen("format", options.format, {"text", "md", "json-schema", "table-schema"});
  if (form > 0) {
    context.out << (form == 1 ? fields_page() : form == 2 ? json_schema() : table_schema());
    return kDone;
  }
  write::Table table({{.title = "field"}, {.title = "type"}, {.title = "meaning", .floor = 24}});
  for (const Field& field : fields()) {
    table.row({std::string(field.name), std::string(name_of(field.type)), std::string(field.about)});
  }
  table.print(context.out, context.terminal.width, true);
  return kDone;
}

}  // namespace

OptionsHandle add_help(CommandLine& line, const Context& context) {
  auto options = std::make_shared<Options>();
  Command command = line.root().command("help", "of a command, or of the fields of a record ('help fields')");
  command.arguments("TOPIC", options->topic, "a command, or fields");
  command.option("--format", options->format, "FORMAT", "of 'help fields': text, md, json-schema or table-schema");
  command.action([options, context, &line] {
    if (options->topic == std::vector<std::string>{"fields"}) return help_fields(*options, context);
    context.out << line.help(options->topic);
    return kDone;
  });
  return options;
}

}  // namespace zhibiao::cli
