// Documents as lines of JSON: zhibiao as a mapper.
#include <doctest/doctest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/in_process.hpp"
#include "read/folder.hpp"

using zhibiao_tests::content;
using zhibiao_tests::Folder;
using zhibiao_tests::run;

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> seeds() {
  std::vector<fs::path> files;
  for (const auto& seed : fs::directory_iterator(ZHIBIAO_SOURCE_DIR "/seeds")) {
    if (seed.path().extension() == ".txt") files.push_back(seed.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// The seeds as lines, `times` over, under other ids.
std::string seed_lines(int times) {
  std::string lines;
  for (int i = 0; i < times; ++i) {
    for (const fs::path& seed : seeds()) {
      const std::string id = std::to_string(i) + "-" + seed.filename().string();
      lines += nlohmann::json{{"id", id}, {"text", content(seed)}}.dump() + "\n";
    }
  }
  return lines;
}

const std::vector<std::string> kMap = {"targets", "--input", "jsonl", "--format", "jsonl"};

std::vector<std::string> map_with(const std::vector<std::string>& more) {
  std::vector<std::string> all = kMap;
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace

TEST_CASE("a text in a line gives what the same text in a file gives, under its id") {
  for (const fs::path& seed : seeds()) {
    CAPTURE(seed.string());
    const std::string line = nlohmann::json{{"id", seed.string()}, {"text", content(seed)}}.dump();
    const auto mapped = run(kMap, line);
    CHECK(mapped.err.empty());
    CHECK(mapped.status == 0);
    CHECK(mapped.out == run({"targets", "--format", "jsonl", seed.string()}).out);
  }
}

TEST_CASE("title, year and issuer that are given go before what the text says") {
  const std::string text = "2022年全市工作要点\\n一、工作\\n今年新增床位5张。\\n";
  const auto record = [&](const std::string& more) {
    const auto outcome = run(kMap, "{\"id\":\"a\",\"text\":\"" + text + "\"" + more + "}\n");
    return nlohmann::json::parse(outcome.out);
  };
  CHECK(record("")["year"] == 2022);
  CHECK(record(",\"year\":2019")["year"] == 2019);
  CHECK(record(",\"year\":2019")["deadline"] == "2019-12-31");
  CHECK(record(",\"issuer\":\"某县卫生健康局\"")["issuer"] == "某县卫生健康局");
  CHECK(record("")["file"] == "a");
}

TEST_CASE("a bad line is reported with its place and passed over") {
  const std::string lines =
      "{\"id\":1,\"text\":\"新增床位5张。\"}\n{\"id\":2,\n\n{\"id\":3}\n{\"id\":4,\"text\":\"新增床位6张。\"}\n";
  const auto outcome = run({"targets", "--input", "jsonl", "--columns", "file,value"}, lines);
  CHECK(outcome.status == 2);
  CHECK(outcome.out == "file,value\n1,5\n4,6\n");
  CHECK(outcome.err.starts_with("zhibiao: stdin:2: no JSON: "));
  CHECK(outcome.err.ends_with("zhibiao: stdin:4: 3: the document has no \"text\"\n"));
  CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 2);
}

TEST_CASE("files of lines, folders of them, any number of jobs") {
  const Folder folder;
  const std::string lines = seed_lines(2) + "broken\n" + seed_lines(1);
  folder.file("d/a.jsonl", lines);
  folder.file("d/b.ndjson", "{\"id\":\"b\",\"text\":\"新增床位5张。\"}");
  folder.file("d/plan.txt", "新增床位6张。");
  const auto alone = run(map_with({folder.path("d")}));
  CHECK(alone.status == 2);
  CHECK(alone.err.starts_with("zhibiao: " + folder.path("d/a.jsonl") + ":11: no JSON: "));
  CHECK(alone.out == run(kMap, lines).out + run(kMap, content(folder.path("d/b.ndjson"))).out);
  const auto shared = run(map_with({folder.path("d"), "-j", "4"}));
  CHECK(shared.out == alone.out);
  CHECK(shared.err == alone.err);
  CHECK(run(map_with({folder.path("none.jsonl")})).err ==
        "zhibiao: " + folder.path("none.jsonl") + ": cannot be opened: No such file or directory\n");
}

TEST_CASE("a web page in a line is read as one, as UTF-8 whatever it says") {
  const std::string page =
      "<html><head><meta charset=\\\"gb2312\\\"></head><body><p>一、工作</p><p>新增床位5张。</p></body></html>";
  const auto outcome = run({"targets", "--input", "jsonl", "--columns", "indicator,value", "--encoding", "gbk"},
                           "{\"id\":\"p\",\"text\":\"" + page + "\"}\n");
  CHECK(outcome.err.empty());
  CHECK(outcome.out == "indicator,value\n床位,5\n");
}

#ifdef ZHIBIAO_PROGRAM
namespace {

int shell(const std::string& command) {
  const int status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("a record is there before the next line is") {
  // The second line is written only when the record of the first has been read.
  const Folder folder;
  const std::string program = ZHIBIAO_PROGRAM;
  const std::string line = "{\"id\":1,\"text\":\"新增床位5张。\"}";
  folder.file("talk.sh", "mkfifo " + folder.path("in") + "\n" + program + " targets --input jsonl --format jsonl < " +
                             folder.path("in") + " | (exec 3> " + folder.path("in") + "; echo '" + line +
                             "' >&3; read -r first; echo '" + line +
                             "' >&3; exec 3>&-; read -r second; echo \"$first\"; " + "echo \"$second\") > " +
                             folder.path("out") + "\n");
  CHECK(shell("timeout 100 bash " + folder.path("talk.sh")) == 0);
  const std::string record = run(kMap, line).out;
  CHECK(content(folder.path("out")) == record + record);
}

TEST_CASE("a reader that leaves ends the program quietly") {
  const Folder folder;
  const std::string lines = folder.file("d.jsonl", seed_lines(20));
  for (const char* jobs : {"1", "3"}) {
    CHECK(shell("bash -c '" + std::string(ZHIBIAO_PROGRAM) + " targets --input jsonl --format jsonl -j " + jobs + " " +
                lines + " 2> " + folder.path("err") + " | head -1 > /dev/null; exit ${PIPESTATUS[0]}'") == 0);
    CHECK(content(folder.path("err")).empty());
  }
}

TEST_CASE("GNU parallel over four workers gives what one process gives") {
  if (shell("parallel --version > /dev/null 2>&1") != 0) {
    MESSAGE("passed over: GNU parallel is not installed (package parallel)");
    return;
  }
  const Folder folder;
  const std::string lines = folder.file("d.jsonl", seed_lines(6));
  const std::string map = std::string(ZHIBIAO_PROGRAM) + " targets --input jsonl --format jsonl";
  CHECK(shell("HOME=" + folder.path() + " parallel --will-cite -k -j4 --pipe -N4 '" + map + "' < " + lines + " > " +
              folder.path("shared") + " 2> " + folder.path("err")) == 0);
  CHECK(content(folder.path("err")).empty());
  CHECK(shell(map + " < " + lines + " > " + folder.path("alone")) == 0);
  const std::string alone = content(folder.path("alone"));
  CHECK(alone.size() > 10000);
  CHECK(content(folder.path("shared")) == alone);
}
#endif
