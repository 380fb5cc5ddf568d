// Fuzzer: tables read back (CSV, TSV, JSON, JSON Lines): by verify against a source, by diff and trend as plans.
#include "zhibiao/records.hpp"

#include <sstream>

#include "check.hpp"
#include "check_rows.hpp"
#include "read/sniff.hpp"
#include "target.hpp"
#include "write/checks_writer.hpp"
#include "zhibiao/analyze.hpp"
#include "zhibiao/compare.hpp"
#include "zhibiao/trend.hpp"
#include "zhibiao/verify.hpp"

namespace zhibiao_fuzz {
namespace {

using zhibiao::Plan;
using zhibiao::RecordTable;

const zhibiao::Source& source() {
  static const zhibiao::Source plan(
      "plan.txt", "2021年工作要点\n一、目标\n（一）年底前，新增普惠托位1.2万个，参保率达到95%以上。\n");
  return plan;
}

void verify(const RecordTable& table) {
  static const zhibiao::Analysis analysis = zhibiao::Analyzer().analyze(source());
  zhibiao::Verifier verifier(table);
  if (verifier.offer(source().name())) verifier.check(source(), analysis);
  const auto checks = verifier.results();
  require(checks.size() == table.rows.size(), "every row is checked");
  for (const auto format : zhibiao::write::checks_formats()) {
    std::ostringstream out;
    zhibiao::WriteOptions options;
    options.format = format;
    zhibiao::write::write_checks(out, checks, 0, options, true);
    if (format == zhibiao::Format::table) check_people(std::move(out).str());
  }
}

void compare(const RecordTable& table) {
  std::vector<Plan> plans(2);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    Plan& plan = plans[i % 2];
    plan.facts.push_back(table.rows[i].fact);
    plan.file = i % 2 == 0 ? "old" : "new";
    plan.document.plan_year = 2020 + static_cast<int>(i % 2);
  }
  const auto comparison = zhibiao::compare_facts(plans[0].facts, plans[1].facts);
  std::vector<int> old_uses(plans[0].facts.size());
  std::vector<int> new_uses(plans[1].facts.size());
  for (const auto& change : comparison.changes) {
    require(change.old_fact || change.new_fact, "a change is of a fact");
    if (change.old_fact) ++old_uses.at(*change.old_fact);
    if (change.new_fact) ++new_uses.at(*change.new_fact);
  }
  for (const auto* uses : {&old_uses, &new_uses}) {
    for (const int count : *uses) require(count == 1, "every fact is in one change");
  }
  for (const auto& row : zhibiao::follow_facts(plans).rows) {
    for (const auto& cell : row.cells) require(cell.fact < plans.at(cell.plan).facts.size(), "a cell is of a fact");
  }
}

}  // namespace

void records(std::string_view bytes) {
  if (zhibiao::read_stage::sniff(bytes).kind != zhibiao::read_stage::FileKind::text) return;
  zhibiao::ReadOptions options;
  options.replace = true;
  RecordTable table;
  if (!accepted([&] { table = zhibiao::read_records_bytes("table.csv", std::string(bytes), options); })) return;
  zhibiao::Analysis analysis;
  for (const auto& row : table.rows) {
    require(row.row >= 1, "rows count from 1");
    analysis.facts.push_back(row.fact);
  }
  check_rows("table.csv", analysis, bytes.size());
  accepted([&] { verify(table); });
  compare(table);
}

}  // namespace zhibiao_fuzz
