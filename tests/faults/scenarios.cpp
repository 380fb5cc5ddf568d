// The scenarios: each way in and each way out at least once.
#include "faults/scenarios.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <string_view>

#include "cli/made_files.hpp"
#include "safety/program.hpp"

namespace faults {
namespace {

namespace fs = std::filesystem;
using zhibiao_tests::Folder;

std::string plan(int year, int beds) {
  return fmt::format(
      "{}年卫生健康工作要点\n某市卫生健康局\n一、服务能力\n（一）床位。年底前，新增床位{}张，每千人口拥有托位数达到3."
      "2个以上。\n"
      "（二）队伍。培训全科医生{}名，覆盖率达到{}%以上。\n",
      year, beds, beds * 2, 60 + beds % 30);
}

std::string json_line(int number) {
  return fmt::format("{{\"id\":\"d{}\",\"text\":\"一、工作\\n新增床位{}张。改造学校{}所。\"}}\n", number, number + 5,
                     number + 2);
}

/// Runs the program without faults, for what must be there before.
void made_by(const std::vector<std::string>& args) {
  safety::Start start;
  start.args = args;
  const safety::End end = safety::run_program(start);
  if (end.status != 0) throw std::runtime_error("a scenario cannot be prepared: " + end.err);
}

Scenario rows(const Folder& folder, const std::vector<std::string>& plans) {
  const std::string out = folder.path("work/out.csv");
  Scenario scenario{"targets to a file", {"targets"}, "", {{out}}, [&folder] { folder.file("work/out.csv", "old\n"); }};
  scenario.args.insert(scenario.args.end(), plans.begin(), plans.end());
  scenario.args.insert(scenario.args.end(), {"-j", "2", "-o", out});
  return scenario;
}

Scenario workbook(const Folder& folder, const std::vector<std::string>& plans) {
  const std::string out = folder.path("work/out.xlsx");
  return {"xlsx", {"targets", plans[0], plans[1], "-o", out}, "", {{out}}, [] {}};
}

/// Charts too.
Scenario trend_workbook(const Folder& folder, const std::vector<std::string>& plans) {
  const std::string out = folder.path("work/out.xlsx");
  return {"trend, xlsx", {"trend", plans[0], plans[1], plans[2], "-o", out}, "", {{out}}, [&folder] {
            folder.file("work/out.xlsx", "old\n");
          }};
}

Scenario database(const Folder& folder, const std::vector<std::string>& plans) {
  const std::string out = folder.path("work/out.db");
  const std::string kept = folder.path("kept.db");
  made_by({"targets", plans[0], "-o", kept});
  return {"database in place", {"targets", plans[0], plans[1], "-o", out}, "", {{out}}, [kept, out] {
            fs::copy_file(kept, out, fs::copy_options::overwrite_existing);
          }};
}

Scenario difference(const Folder& folder, const std::vector<std::string>& plans) {
  const std::string out = folder.path("work/out.txt");
  return {"diff", {"diff", plans[0], plans[1], "--format", "table"}, out, {{out, true}}, [] {}};
}

Scenario trend(const Folder& folder, const std::vector<std::string>& plans) {
  const std::string out = folder.path("work/out.csv");
  const std::string drawing = folder.path("work/out.svg");
  return {"trend with a drawing",
          {"trend", plans[0], plans[1], "-o", out, "--plot", drawing},
          "",
          {{out}, {drawing}},
          [&folder] { folder.file("work/out.csv", "old\n"); }};
}

/// Two pages in one: the plans of a year, and what became of those of the year before.
Scenario page(const Folder& folder, const std::vector<std::string>& plans) {
  const std::string out = folder.path("work/out.html");
  return {"report", {"report", plans[1], plans[2], "--diff", plans[0], "-o", out}, "", {{out}}, [&folder] {
            folder.file("work/out.html", "old\n");
          }};
}

/// Its exit status says that there are faults.
Scenario faults_found(const Folder& folder, const std::vector<std::string>& plans) {
  const std::string out = folder.path("work/out.csv");
  const std::string bad =
      folder.file("bad.txt", plan(2023, 30) + "（二）防控。疫苗接种率达到120%。2023年2月30日前完成。\n");
  return {
      "check", {"check", plans[0], bad, "-o", out}, "", {{out}}, [&folder] { folder.file("work/out.csv", "old\n"); }};
}

/// An output that holds half of the documents, one of which has changed since.
Scenario resumed(const Folder& folder) {
  const std::string all = folder.path("documents.jsonl");
  const std::string out = folder.path("work/out.csv");
  std::string half;
  std::string whole;
  for (int i = 0; i < 8; ++i) {
    if (i < 4) half += json_line(i);
    whole += json_line(i == 1 ? 20 : i);
  }
  const std::string changed = "\"id\":\"d20\"";
  whole.replace(whole.find(changed), changed.size(), "\"id\":\"d1\"");
  folder.file("documents.jsonl", half);
  const std::string kept = folder.path("kept.csv");
  made_by({"targets", all, "--input", "jsonl", "-o", kept, "--resume"});
  folder.file("documents.jsonl", whole);
  const auto prepare = [kept, out] {
    for (const char* ending : {"", ".zhibiao-done"}) {
      fs::copy_file(kept + ending, out + ending, fs::copy_options::overwrite_existing);
    }
  };
  Scenario scenario{"lines of JSON, gone on with",
                    {"targets", all, "--input", "jsonl", "-o", out, "--resume"},
                    "",
                    {{out, true}},
                    prepare};
  scenario.resumed = true;
  return scenario;
}

Scenario formats(const Folder& folder) {
  const std::string text = plan(2022, 40);
  const std::string out = folder.path("work/out.jsonl");
  return {"DOCX, HTML, OFD, PDF",
          {"targets", folder.file("a.docx", zhibiao_tests::docx_of(text)),
           folder.file("b.html", zhibiao_tests::html_of(text)), folder.file("c.ofd", zhibiao_tests::ofd_of(text)),
           folder.file("d.pdf", zhibiao_tests::pdf_of(text)), "--format", "jsonl"},
          out,
          {{out, true}},
          [] {}};
}

}  // namespace

std::vector<Scenario> scenarios(const Folder& folder) {
  std::vector<std::string> plans;
  for (int i = 0; i < 3; ++i) plans.push_back(folder.file(fmt::format("plans/{}.txt", i), plan(2020 + i, 20 + 5 * i)));
  return {rows(folder, plans),
          workbook(folder, plans),
          difference(folder, plans),
          trend(folder, plans),
          resumed(folder),
          database(folder, plans),
          formats(folder),
          page(folder, plans),
          faults_found(folder, plans),
          trend_workbook(folder, plans)};
}

}  // namespace faults
