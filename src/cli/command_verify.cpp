// The command `verify`: does every row of an edited table still stand in its source? Tested by tests/golden/verify-*.
#include <algorithm>

#include "cli/commands.hpp"
#include "cli/destination.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/tasks.hpp"
#include "write/checks_writer.hpp"
#include "zhibiao/error.hpp"
#include "zhibiao/verify.hpp"

namespace zhibiao::cli {
namespace {

struct Options {
  std::string table;
  std::string table_encoding;
  InputOptions input;
  OutputOptions output;
  std::string fields;
  bool all = false;
};

/// What the read stage advises, with the option that is the table's.
std::string table_advice(std::string message) {
  constexpr std::string_view kOption = "--encoding";
  const std::size_t at = message.find(kOption);
  return at == std::string::npos ? message : message.replace(at, kOption.size(), "--table-encoding");
}

RecordTable read_table(const Options& options, const Context& context) {
  ReadingOptions reading;
  reading.encoding = options.table_encoding;
  reading.replace = options.input.reading.replace;
  reading.limits = options.input.reading.limits;
  const ReadOptions read = reading.resolve();
  try {
    // Standard input is the context's, so that tests can hand it in.
    RecordTable table = options.table == "-"
                            ? read_records_bytes("-", read_stream(context.in, read.limits.file_bytes), read)
                            : read_records(options.table, read);
    for (const std::string& warning : table.warnings) context.warning(table.name, table_advice(warning));
    return table;
  } catch (const Error& error) {
    throw Error(error.place(), table_advice(error.reason()), error.line());
  }
}

int run_verify(const Options& options, const Context& context) {
  if (options.table.empty())
    throw UsageError("no TABLE given; name a table that 'zhibiao targets' wrote, then its FILEs");
  const WriteOptions form = options.output.resolve(context, write::checks_formats(), Format::table, Format::csv);
  options.input.check();
  if (options.table == "-" && std::count(options.input.files.begin(), options.input.files.end(), "-") > 0) {
    throw UsageError("standard input is either the TABLE or a FILE");
  }
  const auto compared = chosen_fields("field", options.fields);
  const ChosenRules rules(options.input.rules);
  const RecordTable table = read_table(options, context);
  Verifier verifier(table, compared);
  Output output(context.out, options.output.output);
  Analyzer analyzer(rules.get());
  analyzer.limit_records(options.input.reading.resolve().limits.records);
  const int status = for_each_source(context, options.input, [&](const Source& source) {
    if (verifier.offer(source.name())) verifier.check(source, analyzer.analyze(source));
  });
  const std::vector<RowCheck> checks = verifier.results();
  write::write_checks(output.stream(), checks, verifier.targets_left_out(), form, options.all);
  output.commit();
  if (status != kDone) return status;
  const bool stands =
      std::all_of(checks.begin(), checks.end(), [](const RowCheck& check) { return check.status == RowStatus::ok; });
  return stands ? kDone : kFails;
}

}  // namespace

OptionsHandle add_verify(CommandLine& line, const Context& context) {
  auto options = std::make_shared<Options>();
  Command command =
      line.root().command("verify", "whether every row of an edited table still stands in its source, as it says");
  command
      .option("TABLE", options->table, "TABLE",
              "a table that 'zhibiao targets' wrote, edited or not: CSV in any encoding, XLSX, JSON; - for standard "
              "input")
      .file();
  command.option("--table-encoding", options->table_encoding, "NAME", "of TABLE, if its bytes do not tell");
  command.option("--fields", options->fields, "A,B,C", "compare only these fields beside the place")
      .list_of(field_names());
  command.flag("--all", options->all, "in the table, show the rows that are ok too");
  options->output.declare(command, write::checks_formats());
  options->input.declare(command);
  command.note(
      "Rows are ok, moved, changed (the source says something else), gone, without source or unreadable. Exit status 1 "
      "if any row is not ok, 2 if a file could not be read.");
  command.example("zhibiao verify targets.csv plan.txt", "the rows that are not as their source says");
  command.example("zhibiao verify targets.xlsx plans/ --fields value,unit,deadline", "compare only these fields");
  command.example("zhibiao verify targets.csv plans/ --excel -o faults.csv", "a list to open in Excel");
  command.action([options, context] { return run_verify(*options, context); });
  return options;
}

}  // namespace zhibiao::cli
