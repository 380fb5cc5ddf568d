// --resume: whatever state a run was stopped in, the next one makes the output that one run would have made.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "cli/done_list.hpp"
#include "cli/in_process.hpp"
#include "read/folder.hpp"

using zhibiao_tests::content;
using zhibiao_tests::Folder;
using zhibiao_tests::Outcome;
using zhibiao_tests::run;

namespace {

namespace fs = std::filesystem;

void store(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string plan(int number) { return fmt::format("一、工作\n新增床位{}张。\n改造学校{}所。\n", number, number + 1); }

/// A folder of plans, one of them without a target, and an output that is gone on with.
struct Corpus {
  Folder folder;
  std::string out = folder.path("out.csv");
  std::string list = out + ".zhibiao-done";

  explicit Corpus(int plans = 6) {
    for (int i = 0; i < plans; ++i) set(i, i == 2 ? "没有指标的一段话。\n" : plan(i));
  }
  void set(int number, const std::string& text) const { folder.file(fmt::format("plans/{}.txt", number), text); }
  Outcome resume(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> args = {"targets", folder.path("plans"), "-o", out, "--resume"};
    args.insert(args.end(), more.begin(), more.end());
    return run(args);
  }
  /// What is said of a plan without a target.
  std::string bare(int number) const {
    return "zhibiao: warning: " + folder.path(fmt::format("plans/{}.txt", number)) +
           ": no targets found in this file\n";
  }
  /// What one run writes.
  std::string fresh(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> args = {"targets", folder.path("plans")};
    args.insert(args.end(), more.begin(), more.end());
    return run(args).out;
  }
};

std::string left_out(int count, const std::string& out) {
  return fmt::format("zhibiao: {} document{} left out: done before, {} in {}\n", count, count == 1 ? "" : "s",
                     count == 1 ? "its rows are" : "their rows are", out);
}

}  // namespace

TEST_CASE("a run to its end writes what it would without --resume; a second one leaves all out") {
  for (const std::string format : {"csv", "tsv", "jsonl"}) {
    const Corpus corpus;
    const auto first = corpus.resume({"--format", format});
    CHECK(first.status == 0);
    CHECK(first.err == corpus.bare(2));
    CHECK(content(corpus.out) == corpus.fresh({"--format", format}));
    CHECK(content(corpus.out).size() > 1000);
    const auto second = corpus.resume({"--format", format, "-j", "3"});
    CHECK(second.err == left_out(6, corpus.out));
    CHECK(content(corpus.out) == corpus.fresh({"--format", format}));
  }
}

TEST_CASE("an output cut anywhere, and a list cut anywhere, grow to the same output") {
  const Corpus corpus;
  corpus.resume({"--columns", "file,indicator,value"});
  const std::string rows = content(corpus.out);
  const std::string list = content(corpus.list);
  REQUIRE(rows == corpus.fresh({"--columns", "file,indicator,value"}));
  const auto resumes = [&](std::size_t of_rows, std::size_t of_list) {
    CAPTURE(of_rows);
    CAPTURE(of_list);
    store(corpus.out, rows.substr(0, of_rows));
    store(corpus.list, list.substr(0, of_list));
    const auto outcome = corpus.resume({"--columns", "file,indicator,value"});
    CHECK(outcome.status == 0);
    CHECK(content(corpus.out) == rows);
    // Times, sizes and digests are as they were.
    CHECK(content(corpus.list) == list);
  };
  // Rows are written before their line of the list: the list is never longer than the rows, when a process is killed.
  for (std::size_t at = list.find('\n') + 1; at <= list.size(); at += 7) resumes(rows.size(), at);
  // A machine that stops may have kept less of the rows.
  for (std::size_t at = 0; at <= rows.size(); at += 3) resumes(at, list.size());
  // A document begun: some of its rows are there, its line is not, or not to its end.
  store(corpus.out, rows + "\xFF\xFF,half a r");
  store(corpus.list, list + "123\t45");
  CHECK(corpus.resume({"--columns", "file,indicator,value"}).err == left_out(6, corpus.out));
  CHECK(content(corpus.out) == rows);
  CHECK(content(corpus.list) == list);
}

TEST_CASE("a run killed before anything was written begins anew") {
  const Corpus corpus;
  corpus.resume();
  const std::string rows = content(corpus.out);
  const std::string list = content(corpus.list);
  for (const std::size_t at : {std::size_t{0}, std::size_t{10}, list.find('\n') + 1}) {
    store(corpus.list, list.substr(0, at));
    store(corpus.out, "");
    if (at == 0) fs::remove(corpus.out);
    CHECK(corpus.resume().status == 0);
    CHECK(content(corpus.out) == rows);
  }
}

TEST_CASE("a changed document's rows take the place of the old ones; touched and new ones are told apart") {
  const Corpus corpus;
  corpus.resume();
  corpus.set(1, plan(100));
  corpus.set(2, plan(200));  // had no rows
  corpus.set(3, "没有指标的一段话。\n");
  corpus.set(4, plan(4));  // another time, the same bytes
  corpus.set(6, plan(6));
  const auto outcome = corpus.resume();
  CHECK(outcome.status == 0);
  CHECK(outcome.err == corpus.bare(3) + left_out(3, corpus.out));
  const auto sorted = [](const std::string& text) {
    auto lines = lines_of(text);
    std::sort(lines.begin(), lines.end());
    return lines;
  };
  CHECK(sorted(content(corpus.out)) == sorted(corpus.fresh()));
  CHECK(content(corpus.out).starts_with("file,"));
  CHECK(corpus.resume().err == left_out(7, corpus.out));
  CHECK(sorted(content(corpus.out)) == sorted(corpus.fresh()));
}

TEST_CASE("a run killed after it replaced rows does not leave the old ones") {
  const Corpus corpus;
  corpus.resume();
  const std::string rows = content(corpus.out);
  const std::string list = content(corpus.list);
  corpus.set(1, plan(100));
  corpus.resume();
  const std::string replaced = content(corpus.out);
  CHECK(replaced.find("100张") != std::string::npos);
  CHECK(replaced.find("新增床位1张") == std::string::npos);
  // As far as a killed run comes: new rows and their line at the end, old rows not yet taken out.
  const auto lines = lines_of(content(corpus.list));
  zhibiao::cli::DoneLine line;
  REQUIRE(line.parse(lines.back()));
  REQUIRE(line.name == corpus.folder.path("plans/1.txt"));
  zhibiao::cli::DoneLine before;
  REQUIRE(before.parse(lines[lines.size() - 2]));
  const std::string new_rows = replaced.substr(before.end);
  line.end = rows.size() + new_rows.size();
  line.replaces = 3;  // behind the head and 0.txt
  store(corpus.out, rows + new_rows);
  store(corpus.list, list + line.str());
  CHECK(corpus.resume().err == left_out(6, corpus.out));
  CHECK(content(corpus.out) == replaced);
  CHECK(lines_of(content(corpus.list)) == lines);
}

TEST_CASE("a run stopped between its new rows and its new list: the list is taken if it tells of the rows") {
  const Corpus corpus;
  const std::string next = corpus.list + ".next";
  corpus.resume();
  const std::string old_list = content(corpus.list);
  corpus.set(1, plan(100));
  corpus.resume();
  const std::string rows = content(corpus.out);
  const std::string list = content(corpus.list);
  REQUIRE(list != old_list);
  store(corpus.list, old_list);
  store(next, list);
  CHECK(corpus.resume().err == left_out(6, corpus.out));
  CHECK(content(corpus.out) == rows);
  CHECK(content(corpus.list) == list);
  CHECK_FALSE(fs::exists(next));
  // One that tells of rows that never came is thrown away.
  store(next, old_list);
  CHECK(corpus.resume().err == left_out(6, corpus.out));
  CHECK(content(corpus.out) == rows);
  CHECK(content(corpus.list) == list);
  CHECK_FALSE(fs::exists(next));
}

TEST_CASE("what could not be read is tried again") {
  const Corpus corpus(3);
  const std::string missing = corpus.folder.path("later.txt");
  const auto first = corpus.resume({missing});
  CHECK(first.status == 2);
  CHECK(first.err == corpus.bare(2) + "zhibiao: " + missing + ": no such file\n");
  corpus.folder.file("later.txt", plan(9));
  const auto second = corpus.resume({missing});
  CHECK(second.status == 0);
  CHECK(second.err == left_out(3, corpus.out));
  CHECK(content(corpus.out) == corpus.fresh({missing}));
}

TEST_CASE("a document named twice is done twice") {
  const Corpus corpus(2);
  const std::string again = corpus.folder.path("plans/0.txt");
  corpus.resume({again});
  CHECK(content(corpus.out) == corpus.fresh({again}));
  CHECK(corpus.resume({again}).err == left_out(3, corpus.out));
  CHECK(content(corpus.out) == corpus.fresh({again}));
}

TEST_CASE("other options or rules, an output that was changed or is not ours: nothing is touched") {
  const Corpus corpus;
  const std::string rules = corpus.folder.file(
      "own.toml",
      "[[units]]\nid = \"unit.own\"\nkind = \"count\"\nwords = [\"槛\"]\nyes = [\"3槛\"]\nno = [\"3人\"]\n");
  corpus.resume();
  const std::string rows = content(corpus.out);
  const std::string list = content(corpus.list);
  for (const std::vector<std::string>& more : std::vector<std::vector<std::string>>{{"--role", "all"},
                                                                                    {"--columns", "value"},
                                                                                    {"--format", "jsonl"},
                                                                                    {"--kind", "rate"},
                                                                                    {"--grep", "床"},
                                                                                    {"--bom"},
                                                                                    {"--encoding", "gbk"},
                                                                                    {"--rules", rules}}) {
    CAPTURE(more[0]);
    const auto outcome = corpus.resume(more);
    CHECK(outcome.status == 2);
    CHECK(outcome.err == "zhibiao: " + corpus.out +
                             ": was begun with other options or rules, or by another version; use "
                             "the same, or remove it and " +
                             corpus.list + " to begin anew\n");
    CHECK(content(corpus.out) == rows);
    CHECK(content(corpus.list) == list);
  }
  std::string edited = rows;
  edited[rows.size() / 2] ^= 1;
  store(corpus.out, edited);
  CHECK(corpus.resume().err.find(": was changed behind byte ") != std::string::npos);
  CHECK(content(corpus.out) == edited);
  fs::remove(corpus.list);
  const auto unlisted = corpus.resume();
  CHECK(unlisted.err.find("is there, but no list of what is in it") != std::string::npos);
  CHECK(content(corpus.out) == edited);
  CHECK_FALSE(fs::exists(corpus.list));
  store(corpus.list, "my notes\n");
  CHECK(corpus.resume().err.find("is no list of zhibiao's") != std::string::npos);
  CHECK(content(corpus.list) == "my notes\n");
}

TEST_CASE("a run without --resume writes anew and forgets the list") {
  const Corpus corpus;
  corpus.resume();
  CHECK(run({"targets", corpus.folder.path("plans/0.txt"), "-o", corpus.out}).status == 0);
  CHECK_FALSE(fs::exists(corpus.list));
  CHECK(content(corpus.out) == run({"targets", corpus.folder.path("plans/0.txt")}).out);
}

TEST_CASE("two runs never write one output at a time") {
  const Corpus corpus;
  corpus.resume();
  const int other = ::open(corpus.list.c_str(), O_RDWR | O_CLOEXEC);
  REQUIRE(::flock(other, LOCK_EX) == 0);
  CHECK(corpus.resume().err == "zhibiao: " + corpus.out + ": another run is writing it\n");
  ::close(other);
  CHECK(corpus.resume().status == 0);
}

TEST_CASE("lines of JSON are known by their ids, wherever they stand") {
  const Folder folder;
  const std::string out = folder.path("out.jsonl");
  const auto line = [](int id, int value) {
    return fmt::format("{{\"id\":{},\"text\":\"新增床位{}张。\"}}\n", id, value);
  };
  const std::vector<std::string> args = {"targets", "--input", "jsonl", "-o", out, "--resume"};
  CHECK(run(args, line(1, 10) + line(2, 20)).status == 0);
  const std::string rows = content(out);
  const auto more = run(args, line(3, 30) + "broken\n" + line(2, 20) + line(1, 10));
  CHECK(more.status == 2);
  CHECK(more.err.find(left_out(2, out)) != std::string::npos);
  CHECK(content(out).starts_with(rows));
  CHECK(content(out).find("\"file\":\"3\"") != std::string::npos);
  run(args, line(1, 11));
  CHECK(content(out).find("10张") == std::string::npos);
  CHECK(content(out).find("11张") != std::string::npos);
}

TEST_CASE("what --resume needs") {
  CHECK(run({"targets", "x", "--resume"}).err == "zhibiao: --resume goes on with a file: -o FILE\n");
  CHECK(run({"targets", "x", "--resume", "-o", "/tmp/x.xlsx"}).err ==
        "zhibiao: --resume is for jsonl, csv and tsv, not for xlsx\n");
  CHECK(run({"targets", "x", "--resume", "-o", "/dev/full", "--format", "csv"}).err ==
        "zhibiao: /dev/full: is no file that a run could go on with\n");
}

#ifdef ZHIBIAO_PROGRAM
TEST_CASE("a run killed in the middle is gone on with") {
  const Corpus corpus(40);
  const std::string program = ZHIBIAO_PROGRAM;
  const std::string pipe = corpus.folder.path("names");
  // The run gets 20 names and waits for more when it is killed.
  const std::string names = "for i in $(seq 10 29); do echo " + corpus.folder.path("plans/") + "$i.txt; done";
  corpus.folder.file("kill.sh", "mkfifo " + pipe + "\n" + program + " targets -j 2 --files-from " + pipe + " -o " +
                                    corpus.out + " --resume & pid=$!\nexec 3> " + pipe + "\n" + names +
                                    " >&3\nfor i in $(seq 300); do [ \"$(cat " + corpus.list +
                                    " 2> /dev/null | wc -l)\" -ge 15 ] && break; sleep 0.1; done\nkill -KILL $pid\n" +
                                    "wait $pid\nexit 0\n");
  REQUIRE(std::system(("timeout 100 bash " + corpus.folder.path("kill.sh") + " 2> /dev/null").c_str()) == 0);
  const std::string half = content(corpus.out);
  CHECK(half.size() > 1000);
  std::vector<std::string> files;
  for (int i = 10; i < 40; ++i) files.push_back(corpus.folder.path(fmt::format("plans/{}.txt", i)));
  std::vector<std::string> args = {"targets"};
  args.insert(args.end(), files.begin(), files.end());
  const std::string fresh = run(args).out;
  args.insert(args.end(), {"-o", corpus.out, "--resume"});
  const auto outcome = run(args);
  CHECK(outcome.status == 0);
  CHECK(outcome.err.find(" documents left out: done before, ") != std::string::npos);
  CHECK(content(corpus.out) == fresh);
}
#endif
