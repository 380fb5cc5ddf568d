// The verdict over a run: no crash, no hang, no half file, nothing lost with exit status 0, nothing left behind.
#include "faults/verdict.hpp"

#include <fmt/format.h>
#include <sqlite3.h>
#include <zip.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <set>
#include <stdexcept>

namespace faults {
namespace {

namespace fs = std::filesystem;

std::string rows_of_database(const std::string& path) {
  sqlite3* database = nullptr;
  sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr);
  std::string text;
  char* error = nullptr;
  sqlite3_exec(
      database,
      "SELECT documents.file, position, mention, sentence FROM targets JOIN documents ON document = id ORDER BY 1, 2",
      [](void* into, int columns, char** values, char**) {
        for (int i = 0; i < columns; ++i) *static_cast<std::string*>(into) += std::string(values[i]) + "\t";
        *static_cast<std::string*>(into) += "\n";
        return 0;
      },
      &text, &error);
  if (error != nullptr) text = error;
  sqlite3_free(error);
  sqlite3_close(database);
  return text;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// The rows of some documents: whole lines, in their order.
bool is_part(const std::string& text, const std::string& whole) {
  if (!text.empty() && !text.ends_with('\n')) return false;
  const auto all = lines_of(whole);
  auto at = all.begin();
  for (const std::string& line : lines_of(text)) {
    at = std::find(at, all.end(), line);
    if (at == all.end()) return false;
    ++at;
  }
  return true;
}

/// Whole lines of these, in any order.
bool is_mixture(const std::string& text, const std::string& known) {
  const auto all = lines_of(known);
  const std::set<std::string> known_lines(all.begin(), all.end());
  const auto lines = lines_of(text);
  return (text.empty() || text.ends_with('\n')) &&
         std::all_of(lines.begin(), lines.end(), [&](const std::string& line) { return known_lines.contains(line); });
}

/// A workbook of some documents: an archive that is there to its end.
bool is_archive(const std::string& path) {
  zip_t* archive = zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
  if (archive == nullptr) return false;
  zip_discard(archive);
  return true;
}

std::string fault_of_target(const Scenario& scenario, const Target& target, const std::string& before,
                            const std::string& whole, bool done) {
  const std::string now = told(target.path);
  if (done)
    return now == whole ? "" : fmt::format("its exit status is that of success, but {} is not whole", target.path);
  if (now == before || now == whole || is_part(now, whole)) return {};
  // Rows that are to be taken out stand there until the others have been added.
  if (scenario.resumed && is_mixture(now, before + whole)) return {};
  // Standard output cannot be taken back.
  if (target.streamed && whole.starts_with(now)) return {};
  if (target.path.ends_with(".xlsx") && is_archive(target.path)) return {};
  if (target.path.ends_with(".html") && now.ends_with("</html>\n")) return {};
  if (target.path.ends_with(".svg") && now.ends_with("</svg>\n")) return {};
  return fmt::format("a half file: {}", target.path);
}

std::string fault_of_end(const safety::End& end, int success) {
  if (end.signal == SIGKILL) return "it hangs";
  if (end.signal != 0) return fmt::format("it dies of signal {}", end.signal);
  if (end.status == success) return {};
  if (end.status != 2) return fmt::format("exit status {}", end.status);
  // RE2 may say a word of its own before, where an exception passes through it.
  if (end.err.find("zhibiao: ") == std::string::npos || !end.err.ends_with('\n')) return "no message";
  return {};
}

std::string fault_of_rest(const Runner& runner, const Scenario& scenario) {
  if (!fs::is_empty(runner.temporary())) return "temporary files are left behind";
  for (const Target& target : scenario.targets) {
    for (const auto& entry : fs::directory_iterator(fs::path(target.path).parent_path())) {
      if (entry.path().filename().string().starts_with(".zhibiao-")) return "an unfinished file is left behind";
    }
  }
  return {};
}

/// In any order: what was read anew stands behind the rest.
std::multiset<std::string> set_of(const std::string& text) {
  const auto lines = lines_of(text);
  return {lines.begin(), lines.end()};
}

}  // namespace

std::string told(const std::string& path) {
  if (!fs::exists(path)) return {};
  return path.ends_with(".db") ? rows_of_database(path) : zhibiao_tests::content(path);
}

Expected expected_of(const Runner& runner, const Scenario& scenario) {
  Expected expected;
  const Run run = runner.run(scenario, {});
  if (run.end.status != 0 && run.end.status != 1)
    throw std::runtime_error(scenario.name + " fails without faults: " + run.end.err);
  expected.status = run.end.status;
  for (const Target& target : scenario.targets) {
    expected.whole.push_back(told(target.path));
    fs::remove(target.path);
  }
  scenario.prepare();
  for (const Target& target : scenario.targets) expected.before.push_back(told(target.path));
  return expected;
}

std::string fault_of(const Runner& runner, const Scenario& scenario, const Expected& expected, const Run& run) {
  if (std::string fault = fault_of_end(run.end, expected.status); !fault.empty()) return fault;
  for (std::size_t i = 0; i < scenario.targets.size(); ++i) {
    std::string fault = fault_of_target(scenario, scenario.targets[i], expected.before[i], expected.whole[i],
                                        run.end.status == expected.status);
    if (!fault.empty()) return fault;
  }
  if (std::string fault = fault_of_rest(runner, scenario); !fault.empty()) return fault;
  if (!scenario.resumed || run.end.status == expected.status) return {};
  const safety::End again = runner.run_again(scenario);
  if (again.status != 0) return "it cannot be gone on with: " + again.err;
  const bool same = set_of(told(scenario.targets[0].path)) == set_of(expected.whole[0]);
  return same ? "" : "gone on with, it has not the same rows";
}

}  // namespace faults
