// The command `trend`: indicators followed over the plans of several years, or of several issuers.
// Tested by tests/compare/trend_command_test.cpp and tests/golden/trend-*.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "cli/commands.hpp"
#include "cli/destination.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/plans.hpp"
#include "write/trend_writer.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::cli {
namespace {

struct Options {
  std::vector<std::string> files;
  std::vector<std::string> rules;
  ReadingOptions reading;
  OutputOptions output;
  std::string by = "year";
  std::optional<std::size_t> fewest;
  std::string threshold;
  std::string kinds;
  std::string grep;
  std::string plot;
  bool results = false;
  bool explain = false;
};

/// Options as they are meant.
struct Request {
  write::TrendBy by = write::TrendBy::year;
  TrendOptions trend;
  std::vector<Kind> kinds;  ///< empty: all
};

std::vector<std::string> by_choices() { return {"year", "issuer"}; }

/// Table and drawings are two outputs.
void check_plot(const Options& options) {
  if (options.plot.empty()) return;
  if (options.plot == "-" && options.output.to_standard()) {
    throw UsageError("table and drawings cannot both go to standard output: -o FILE or --plot FILE.svg");
  }
  if (const std::string_view form = form_of_name(options.plot); !form.empty() && form != "svg") {
    throw UsageError(fmt::format("'{}' asks for {}, which --plot does not write; it draws .svg", options.plot, form));
  }
  if (options.plot != "-" && options.plot == options.output.output) {
    throw UsageError(fmt::format("'{}' is named for the table and for the drawings", options.plot));
  }
}

Request request_of(const Options& options, Format format) {
  if (options.files.empty())
    throw UsageError("trend follows indicators over plans: name two FILEs or more, or a folder");
  Request request;
  request.by = static_cast<write::TrendBy>(chosen("column", options.by, by_choices()));
  request.trend.threshold = chosen_similarity("--threshold", options.threshold, request.trend.threshold);
  if (!options.threshold.empty()) request.trend.across = request.trend.threshold;
  request.trend.plans = options.fewest.value_or(request.trend.plans);
  if (request.trend.plans < 2) throw UsageError("--min needs 2 or more: what only one plan sets has no trend");
  request.kinds = chosen_kinds(options.kinds);
  check_plot(options);
  if (options.explain && format != Format::table) {
    throw UsageError(fmt::format("--explain is for --format table, not for {}", name_of(format)));
  }
  return request;
}

void tell_yearless(const Context& context, const std::vector<Plan>& plans) {
  for (const Plan& plan : plans) {
    if (plan.document.plan_year) continue;
    context.warning(plan.file, "no plan year found; its column stands last, under another name");
  }
}

/// Rows that were asked for.
void filter(write::TrendTable& table, const Request& request, const std::string& grep) {
  const auto named = [&](const write::TrendValue& value) { return value && name_holds(*value.fact, grep); };
  std::erase_if(table.rows, [&](const write::TrendTableRow& row) {
    const bool right_kind = request.kinds.empty() || std::count(request.kinds.begin(), request.kinds.end(), row.kind);
    const bool said = grep.empty() || std::any_of(row.entries.begin(), row.entries.end(), [&](const auto& entry) {
                        return named(entry.target) || named(entry.result);
                      });
    return !right_kind || !said;
  });
}

void write_workbook(const Output& output, const write::TrendTable& table, const WriteOptions& write) {
  try {
    write::write_trend_workbook(output.path(), table, write);
  } catch (const Error& error) {
    throw output.as_asked(error);
  }
}

void write_out(const Context& context, const Options& options, const WriteOptions& write,
               const write::TrendTable& table) {
  Output output(context.out, options.output.output, is_binary(write.format));
  // Opened before anything is written: where the drawings cannot be, the table is not left alone.
  std::optional<Output> plot;
  if (!options.plot.empty()) plot.emplace(context.out, options.plot);
  if (is_binary(write.format)) {
    write_workbook(output, table, write);
  } else {
    write::write_trend(output.stream(), table, write, options.explain);
  }
  if (plot) write::write_trend_plot(plot->stream(), table, write.language);
  output.commit();
  if (plot) plot->commit();
}

int run_trend(const Options& options, const Context& context) {
  const WriteOptions write = options.output.resolve(context, write::trend_formats(), Format::table, Format::csv);
  const Request request = request_of(options, write.format);
  const ReadOptions reading = options.reading.resolve();
  const ChosenRules rules(options.rules);
  Analyzer analyzer(rules.get());
  auto [plans, failed] = read_plans(context, options.files, reading, analyzer);
  if (plans.size() < 2) {
    if (!failed || !plans.empty()) context.problem({"", "trend needs two plans or more: name more files, or a folder"});
    return kTrouble;
  }
  keep_roles(context, plans,
             options.results ? std::vector<Role>{Role::target, Role::result} : std::vector<Role>{Role::target});
  if (request.by == write::TrendBy::year) tell_yearless(context, plans);
  const Trend trend = follow_facts(plans, request.trend, rules.get());
  write::TrendTable table = write::make_trend_table(plans, trend, request.by, options.results);
  filter(table, request, options.grep);
  if (table.rows.empty()) {
    context.warning(
        "", fmt::format("no indicator asked for is set by {} of these {} plans", request.trend.plans, plans.size()));
  }
  write_out(context, options, write, table);
  return failed ? kTrouble : kDone;
}

void declare(Command& command, Options& options) {
  command.arguments("FILE", options.files,
                    "plans, folders of plans, or tables that 'zhibiao targets' wrote; - for standard input");
  command
      .option("--by", options.by, "COLUMN",
              "a column for each year (the default) or each issuer; where two would have one name, both tell more")
      .choices(by_choices());
  command.flag("--with-results", options.results, "set the results that plans report beside their targets");
  command.option("--min", options.fewest, "N", "only indicators that N plans have (default: 2)");
  command.option(
      "--threshold", options.threshold, "S",
      "no two facts less alike than this, from 0 to 1, share a row (default: 0.5, and 0.65 for those of two issuers)");
  command.option("--kind", options.kinds, "KIND[,KIND]", "only these kinds: {}").list_of(kind_names());
  command.option("--grep", options.grep, "TEXT", "only rows with TEXT in an indicator or its scope");
  command.flag("--explain", options.explain, "below each row its members: place, sentence, similarity");
  command.option("--plot", options.plot, "FILE.svg", "also draw one small chart for each row");
  declare_rule_files(command, options.rules);
  options.output.declare(command, write::trend_formats());
  options.reading.declare(command);
  command.note(
      "A row is one indicator, named as the member that is most like the others names it, with one unit. Facts share a "
      "row if they measure the same: a growth and a level, or two definitions, do not. Look at pairs with --explain.");
  command.example("zhibiao trend 2019.txt 2020.txt 2021.txt", "one column for each year");
  command.example("zhibiao trend plans/ --by issuer --min 3 -o trend.xlsx", "what three counties or more have set");
  command.example("zhibiao trend reports/ --with-results --plot charts.svg", "targets beside results, and drawn");
}

}  // namespace

OptionsHandle add_trend(CommandLine& line, const Context& context) {
  auto options = std::make_shared<Options>();
  Command command = line.root().command("trend", "indicators followed over the plans of several years or issuers");
  declare(command, *options);
  command.action([options, context] { return run_trend(*options, context); });
  return options;
}

}  // namespace zhibiao::cli
