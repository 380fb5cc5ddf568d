// The command `report`: documents, their text and what was found in it as one page for a browser.
// Tested by tests/cli/report_test.cpp and tests/golden/report-*.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>
#include <utility>

#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/plans.hpp"
#include "cli/report_sections.hpp"
#include "cli/sinks.hpp"
#include "cli/write_documents.hpp"
#include "zhibiao/analyze.hpp"
#include "zhibiao/error.hpp"
#include "zhibiao/report.hpp"

namespace zhibiao::cli {
namespace {

struct Options {
  InputOptions input;
  WorkOptions work;
  OutputOptions output;
  std::string title;
  std::string roles = "target,result";
  std::string before;  ///< --diff
};

constexpr std::array kRoles = {Role::target, Role::result, Role::mention};

std::vector<std::string> role_names() {
  std::vector<std::string> names;
  for (const Role role : kRoles) names.emplace_back(name_of(role));
  names.emplace_back("all");
  return names;
}

/// Which roles are shown; the name behind those of roles stands for all of them.
std::vector<Role> chosen_roles(const std::string& list) {
  std::vector<Role> roles;
  for (const std::string& name : split_list(list)) {
    const std::size_t role = chosen("role", name, role_names());
    if (role == kRoles.size()) return {kRoles.begin(), kRoles.end()};
    roles.push_back(kRoles[role]);
  }
  return roles;
}

/// Waits for all documents: the page counts them first.
class PageSink : public Sink {
 public:
  /// `before` (the plans that the documents are compared with) and `rules` must outlive it.
  PageSink(const Context& context, const std::string& path, ReportOptions options, const std::vector<Plan>& before,
           const Rules& rules)
      : output_(context.out, path), options_(std::move(options)), before_(before), rules_(rules) {}

  void put(const Outcome& outcome) override { documents_.push_back({*outcome.source, *outcome.analysis}); }

  void finish() override {
    if (documents_.empty()) throw Error("", "no document could be read, so no page is written");
    const auto sections = report_sections(documents_, before_, rules_, options_.language);
    write::report::write_page(output_.stream(), documents_, options_, sections);
    output_.commit();
  }

 private:
  Output output_;
  ReportOptions options_;
  const std::vector<Plan>& before_;
  const Rules& rules_;
  std::vector<ReportDocument> documents_;
};

/// A page under the name of another form would not open as one.
void check_name(const std::string& output) {
  const std::string_view form = form_of_name(output);
  if (form.empty() || form == "html" || form == "htm") return;
  throw UsageError(
      fmt::format("'{}' asks for {}, which this command does not write; it writes a page: .html", output, form));
}

WriteOptions form_of(const Options& options, const Context& context) {
  static constexpr Format kFormats[] = {Format::text};
  check_name(options.output.output);
  if (options.output.to_standard() && context.terminal.tty)
    throw UsageError("a page is nothing for a terminal: -o FILE.html");
  OutputOptions page = options.output;
  page.format = name_of(Format::text);
  return page.resolve(context, kFormats, Format::text, Format::text);
}

/// The plans of --diff.
PlansRead plans_before(const Options& options, const Context& context, const Rules& rules) {
  if (options.before.empty()) return {};
  if (options.before == "-" && options.input.files == std::vector<std::string>{"-"}) {
    throw UsageError("only one of OLD and FILE can be '-'");
  }
  Analyzer analyzer(rules);
  return read_plans(context, {options.before}, options.input.reading.resolve(), analyzer);
}

int run_report(const Options& options, const Context& context) {
  const WriteOptions form = form_of(options, context);
  const std::vector<Role> roles = chosen_roles(options.roles);
  const Analyse analyse = [&](Analyzer& analyzer, const Document& document, const Context&) {
    Analysis analysis = analyzer.analyze(document.source, document.given);
    std::erase_if(analysis.facts,
                  [&](const Fact& fact) { return std::count(roles.begin(), roles.end(), fact.role) == 0; });
    return analysis;
  };
  const ChosenRules rules(options.input.rules);
  const PlansRead before = plans_before(options, context, rules.get());
  // Against nothing at all, everything would seem new.
  if (before.failed && before.plans.empty()) return kTrouble;
  Run run{options.input, options.work, options.output, form, {}, analyse, {}};
  run.make_sink = [&](const std::string& path) -> std::unique_ptr<Sink> {
    return std::make_unique<PageSink>(context, path, ReportOptions{form.language, options.title}, before.plans,
                                      rules.get());
  };
  const int status = write_documents(context, run);
  return before.failed ? kTrouble : status;
}

}  // namespace

OptionsHandle add_report(CommandLine& line, const Context& context) {
  auto options = std::make_shared<Options>();
  Command command = line.root().command(
      "report", "one page for a browser: the text with its targets marked, a table to sort and filter, charts");
  command
      .option("-o,--output", options->output.output, "FILE",
              "the page, which appears only when it is whole; without it the page goes to standard output")
      .file();
  command.option("--title", options->title, "TEXT", "of the page");
  command.option("--role", options->roles, "ROLE[,ROLE]", "what is shown: {} (by default target,result)")
      .list_of(role_names());
  command
      .option("--diff", options->before, "OLD",
              "an older plan, or a folder of them: the page also shows what was raised, lowered, dropped and added")
      .file();
  command.option("--lang", options->output.language, "LANG", "of the page: {} (by default the locale's)")
      .choices(language_choices());
  options->input.declare(command);
  options->work.declare(command);
  command.note("The page is one file that needs no network: it can be mailed, archived and printed.");
  command.example("zhibiao report plan.docx -o plan.html", "all of it on a page for the browser");
  command.example("zhibiao report plans/ --lang zh --title \"2022\" -o plans.html",
                  "all plans of a folder, a page in Chinese with that title");
  command.example("zhibiao report 2022.txt --diff 2021.txt -o changes.html",
                  "a plan with what it changes against the year before");
  command.action([options, context] { return run_report(*options, context); });
  return options;
}

}  // namespace zhibiao::cli
