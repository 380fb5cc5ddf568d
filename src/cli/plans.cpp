// Command line, plans to compare. Input: paths of documents, folders and tables of records; output: a Plan for each
// document, or for each file that a table's rows name. Tested by tests/compare/diff_plans_test.cpp.
#include "cli/plans.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <new>
#include <utility>

#include "cli/input.hpp"
#include "cli/options.hpp"
#include "cli/tasks.hpp"
#include "read/decode.hpp"
#include "read/file.hpp"
#include "read/sniff.hpp"
#include "records/formats.hpp"
#include "write/counted.hpp"
#include "zhibiao/error.hpp"
#include "zhibiao/paths.hpp"
#include "zhibiao/records.hpp"

namespace zhibiao::cli {
namespace {

constexpr std::size_t kToldRows = 10;  ///< faulty rows of one table that are told one by one

std::string bytes_of(const Context& context, const std::string& path, const ReadOptions& reading) {
  // Standard input is the context's, so that tests can hand it in.
  if (path != "-") return read_stage::read_file(path, reading.limits.file_bytes);
  return read_stream(context.in, reading.limits.file_bytes);
}

enum class Holds { document, table, maybe_table };

/// What the bytes hold. A plan may itself open with a table whose head has two of our columns' names, so rows parted by
/// commas or tabs are only `maybe_table`.
Holds sniff_records(const std::string& name, std::string_view bytes, const ReadOptions& reading) {
  const read_stage::FileKind kind = read_stage::sniff(bytes).kind;
  const bool zip = bytes.starts_with("PK\x03\x04");
  if (kind == read_stage::FileKind::other && zip && bytes.find("xl/") != std::string_view::npos) return Holds::table;
  if (kind != read_stage::FileKind::text) return Holds::document;
  try {
    FileFacts ignored;
    const std::string text = read_stage::decode_text(name, bytes, reading, "", ignored);
    if (records::looks_like_json(text)) return Holds::table;
    return records::separator_of(text) == '\0' ? Holds::document : Holds::maybe_table;
  } catch (const Error&) {
    return Holds::document;  // reading it as one says what is wrong
  }
}

/// A row says what is measured and how much: `targets` writes no others.
bool is_record(const RecordRow& row) {
  return row.has("indicator") && (row.has("value") || row.has("mention") || row.has("deadline"));
}

/// Why the row cannot be used; empty if it can.
std::string fault_of(const RecordRow& row) {
  for (const CellTrouble& trouble : row.troubles) {
    if (!trouble.lost) continue;
    if (trouble.field == nullptr) return fmt::format("{}: '{}'", trouble.reason, trouble.text);
    for (const std::string_view needed : {"role", "kind", "comparator", "value", "value_max", "year"}) {
      if (trouble.field->name == needed) return fmt::format("{} '{}' is {}", needed, trouble.text, trouble.reason);
    }
  }
  if (is_record(row)) return {};
  return "says no indicator with a value; the program that wrote it may be of another version";
}

Fact fact_of(const RecordRow& row, const std::string& table) {
  Fact fact = row.fact;
  if (fact.file.empty()) fact.file = table;
  if (!row.has("line")) fact.line = row.row;  // a place to look at, and the order of the rows
  // Columns that are not there say nothing: what is most usual is as good as any.
  if (!row.has("kind") && !fact.value) fact.kind = Kind::deadline;
  if (!row.has("comparator") && fact.value) fact.comparator = fact.value_max ? "range" : "=";
  return fact;
}

class Reader {
 public:
  Reader(const Context& context, const ReadOptions& reading, Analyzer& analyzer)
      : context_(context), reading_(reading), analyzer_(analyzer) {
    analyzer_.limit_records(reading.limits.records);
  }

  void read(const std::string& path) {
    std::string bytes = bytes_of(context_, path, reading_);
    const Holds holds = sniff_records(path, bytes, reading_);
    if (holds == Holds::maybe_table) {
      const RecordTable table = read_records_bytes(path, bytes, reading_);
      if (std::any_of(table.rows.begin(), table.rows.end(), is_record)) return add_table(table);
    }
    if (holds == Holds::table) return add_table(read_records_bytes(path, std::move(bytes), reading_));
    add_document(read_bytes(path, std::move(bytes), reading_));
  }

  PlansRead take() { return std::move(read_); }
  void problem(const Error& error) {
    context_.problem(error);
    read_.failed = true;
  }

 private:
  void add_document(const Source& source) {
    for (const std::string& warning : source.facts().warnings) context_.warning(source.name(), warning);
    Analysis analysis = analyzer_.analyze(source);
    read_.plans.push_back(
        {source.name(), std::move(analysis.document), std::move(analysis.items), std::move(analysis.facts)});
  }

  void add_table(const RecordTable& table) {
    for (const std::string& warning : table.warnings) context_.warning(table.name, warning);
    if (std::none_of(table.rows.begin(), table.rows.end(), is_record)) {
      throw Error(table.name, fmt::format("a table without records to compare; it needs the columns indicator ({}) and "
                                          "value ({}), as 'zhibiao targets' writes them",
                                          find_field("indicator")->name_zh, find_field("value")->name_zh));
    }
    std::map<std::string, std::size_t> plan_of;
    std::size_t faults = 0;
    for (const RecordRow& row : table.rows) {
      if (const std::string fault = fault_of(row); !fault.empty()) {
        if (++faults <= kToldRows) problem({place_of(table, row), fault + "; this row is left out"});
        continue;
      }
      Fact fact = fact_of(row, table.name);
      const auto [place, fresh] = plan_of.emplace(fact.file, read_.plans.size());
      if (fresh) read_.plans.push_back({fact.file, {}, {}, {}});
      add_fact(read_.plans[place->second], std::move(fact));
    }
    if (faults > kToldRows) {
      const std::size_t more = faults - kToldRows;
      problem({table.name, fmt::format("{} that cannot be used {} left out", write::counted(more, "more row"),
                                       more == 1 ? "is" : "are")});
    }
  }

  static Where place_of(const RecordTable& table, const RecordRow& row) {
    Where place(table.name, row.row);
    place.sheet = row.sheet;
    return place;
  }

  static void add_fact(Plan& plan, Fact fact) {
    if (plan.document.issuer.empty()) plan.document.issuer = fact.issuer;
    if (!plan.document.plan_year) plan.document.plan_year = fact.year;
    plan.facts.push_back(std::move(fact));
  }

  const Context& context_;
  const ReadOptions& reading_;
  Analyzer& analyzer_;
  PlansRead read_;
};

}  // namespace

PlansRead read_plans(const Context& context, const std::vector<std::string>& paths, const ReadOptions& reading,
                     Analyzer& analyzer) {
  Reader reader(context, reading, analyzer);
  std::vector<Error> problems;
  const std::vector<std::string> files = expand_paths(paths, {}, problems);
  for (const Error& problem : problems) reader.problem(problem);
  for (const std::string& file : files) {
    try {
      reader.read(file);
    } catch (const Error& error) {
      reader.problem(error);
    } catch (const std::bad_alloc&) {
      reader.problem(without_memory(file));
    }
  }
  return reader.take();
}

void keep_roles(const Context& context, std::vector<Plan>& plans, const std::vector<Role>& roles) {
  for (Plan& plan : plans) {
    std::erase_if(plan.facts,
                  [&](const Fact& fact) { return std::find(roles.begin(), roles.end(), fact.role) == roles.end(); });
    if (plan.facts.empty()) context.warning(plan.file, none_found(roles));
  }
}

}  // namespace zhibiao::cli
