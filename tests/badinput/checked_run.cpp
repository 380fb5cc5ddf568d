// Bad input, what every run must keep. Input: arguments; output: the outcome, and what is wrong with it.
#include "badinput/checked_run.hpp"

#include <signal.h>
#include <sys/time.h>
#include <unistd.h>
#include <zip.h>

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <sstream>

#include "zhibiao/write.hpp"

namespace badinput {
namespace {

constexpr time_t kSeconds = 30;  // of CPU, so that a busy machine fails nothing

std::string now_running;
std::size_t runs_so_far = 0;

extern "C" void tell_and_die(int) {
  constexpr char kSays[] = "\nno end in sight, or a crash, of: zhibiao ";
  [[maybe_unused]] ssize_t sent = ::write(2, kSays, sizeof kSays - 1);
  sent = ::write(2, now_running.data(), now_running.size());
  ::_exit(99);
}

void watch(time_t seconds) {
  const itimerval timer{{0, 0}, {seconds, 0}};
  ::setitimer(ITIMER_PROF, &timer, nullptr);
  for (const int number : {SIGPROF, SIGSEGV, SIGABRT, SIGFPE, SIGBUS}) {
    ::signal(number, seconds > 0 ? tell_and_die : SIG_DFL);
  }
}

/// The number of cells of each record, by RFC 4180.
std::vector<std::size_t> cells_of(std::string_view text, char separator) {
  std::vector<std::size_t> counts;
  bool quoted = false;
  bool fresh = true;
  for (const char c : text) {
    if (fresh) counts.push_back(1);
    fresh = false;
    if (c == '"' && separator == ',') quoted = !quoted;
    if (!quoted && c == separator) ++counts.back();
    if (!quoted && c == '\n') fresh = true;
  }
  if (quoted || !fresh) counts.push_back(0);  // cut off
  return counts;
}

std::string uneven(std::string_view text, char separator) {
  const auto counts = cells_of(text, separator);
  const bool even = std::all_of(counts.begin(), counts.end(), [&](std::size_t n) { return n == counts.front(); });
  return even ? "" : "rows of different lengths";
}

std::string no_json(const std::string& text) {
  return nlohmann::json::accept(text) ? "" : "no JSON: " + text.substr(0, 200);
}

std::string no_lines(const std::string& text) {
  if (!text.empty() && text.back() != '\n') return "the last line is cut off";
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (std::string wrong = no_json(line); !wrong.empty()) return wrong;
  }
  return {};
}

std::string no_workbook(const std::string& bytes) {
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  zip_t* zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
  if (zip == nullptr) return "no archive";
  std::string wrong;
  for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); ++i) {
    zip_stat_t stat;
    zip_stat_index(zip, static_cast<zip_uint64_t>(i), 0, &stat);
    std::string part(stat.size, '\0');
    zip_file_t* file = zip_fopen_index(zip, static_cast<zip_uint64_t>(i), 0);
    const bool whole = zip_fread(file, part.data(), part.size()) == static_cast<zip_int64_t>(part.size());
    zip_fclose(file);
    pugi::xml_document xml;
    if (!whole || !xml.load_buffer(part.data(), part.size())) wrong = std::string("a bad part ") + stat.name;
  }
  zip_discard(zip);
  return wrong;
}

}  // namespace

zhibiao_tests::Outcome watched(const Arguments& args) {
  now_running.clear();
  for (const std::string& arg : args) now_running += arg + ' ';
  now_running += '\n';
  watch(kSeconds);
  ++runs_so_far;
  auto outcome = zhibiao_tests::run(args);
  watch(0);
  return outcome;
}

std::vector<std::string> faults_of(const zhibiao_tests::Outcome& outcome, const std::string& file, bool may_fail) {
  std::vector<std::string> faults;
  const int status = outcome.status;
  if (status != 0 && status != 2 && !(status == 1 && may_fail)) faults.push_back("status " + std::to_string(status));
  bool named = false;
  bool problem = false;
  std::istringstream lines(outcome.err);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("zhibiao: ")) faults.push_back("a line without a beginning: " + line);
    if (zhibiao::printable(line) != line) faults.push_back("a line that is not safe to print: " + line);
    if (line.size() > 2000) faults.push_back("a line too long to read: " + line.substr(0, 200));
    named = named || line.find(zhibiao::printable(file)) != std::string::npos;
    problem = problem || !line.starts_with("zhibiao: warning: ");
  }
  if (!outcome.err.empty() && outcome.err.back() != '\n') faults.emplace_back("stderr ends in mid-line");
  if (status == 2 && !problem) faults.emplace_back("status 2 without a word");
  if (status == 2 && !named) faults.push_back("status 2, and the file is not named: " + outcome.err);
  if (status == 0 && problem) faults.push_back("status 0 with a problem: " + outcome.err);
  return faults;
}

std::string malformed(const std::string& format, const std::string& bytes) {
  if (bytes.empty()) return "nothing was written";
  if (format == "json") return no_json(bytes);
  if (format == "jsonl") return no_lines(bytes);
  if (format == "csv") return uneven(bytes, ',');
  if (format == "tsv") return uneven(bytes, '\t');
  if (format == "xlsx") return no_workbook(bytes);
  if (format == "sqlite") return bytes.starts_with("SQLite format 3") ? "" : "no database";
  return zhibiao::printable(bytes.substr(0, bytes.find('\n'))) == bytes.substr(0, bytes.find('\n'))
             ? ""
             : "not safe to print";
}

std::size_t runs() { return runs_so_far; }

}  // namespace badinput
