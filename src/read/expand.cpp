// Read, the arguments: files stand for themselves, folders for the plan files below them. Input: arguments, as they are
// asked for; output: files in a fixed order, and one line for each problem in its place. Tested by tests/read/expand_test.cpp.
#include <fmt/format.h>
#include <glob.h>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "read/walk.hpp"
#include "zhibiao/paths.hpp"

namespace zhibiao {
namespace {

namespace fs = std::filesystem;

/// The files a pattern names, in the order of their names.
std::vector<std::string> glob_files(const std::string& pattern) {
  std::vector<std::string> files;
  glob_t found{};
  if (::glob(pattern.c_str(), GLOB_NOSORT, nullptr, &found) == 0)
    files.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  ::globfree(&found);
  std::sort(files.begin(), files.end());
  return files;
}

/// A pattern that no shell has expanded: it names no file and holds a wildcard.
bool is_pattern(const std::string& argument) {
  std::error_code error;
  return argument.find_first_of("*?[") != std::string::npos && !fs::exists(fs::symlink_status(argument, error));
}

}  // namespace

struct PathStream::Parts {
  std::function<std::optional<std::string>()> next_argument;
  PathFilter filter;
  std::deque<std::string> names;  ///< what the argument at hand stands for
  std::deque<Error> problems;     ///< not told yet
  std::string folder;             ///< walked just now
  std::optional<read_stage::Walk> walk;
  bool found = false;  ///< it has given a file or a problem

  /// The next file of the folder; its end, if it was empty, is a problem.
  std::optional<std::string> next_of_folder() {
    auto file = walk->next();
    found = found || file || !problems.empty();
    if (file || !walk->done()) return file;
    if (!found) problems.push_back(nothing_below());
    walk.reset();
    return std::nullopt;
  }

  Error nothing_below() const {
    const std::size_t others = walk->passed_over();
    const std::string passed =
        others == 0 ? "" : fmt::format("; {} file{} of other kinds passed over", others, others == 1 ? "" : "s");
    return {folder, fmt::format("no {} below this folder{}",
                                filter.include.empty() ? "plan files" : "files that --include names", passed)};
  }

  /// The name as a file; a folder's walk begins.
  std::optional<std::string> open(const std::string& name) {
    std::error_code error;
    if (name == "-" || !fs::is_directory(name, error)) return name;
    folder = name;
    found = false;
    walk.emplace(filter, problems);
    walk->enter(folder);
    return std::nullopt;
  }

  /// False at the end of all arguments.
  bool take_argument() {
    auto argument = next_argument();
    if (!argument) return false;
    if (is_pattern(*argument)) {
      for (std::string& file : glob_files(*argument)) names.push_back(std::move(file));
    }
    if (names.empty()) names.push_back(std::move(*argument));
    return true;
  }
};

PathStream::PathStream(std::function<std::optional<std::string>()> next_argument, PathFilter filter)
    : parts_(std::make_unique<Parts>()) {
  parts_->next_argument = std::move(next_argument);
  parts_->filter = std::move(filter);
}

PathStream::~PathStream() = default;
PathStream::PathStream(PathStream&&) noexcept = default;
PathStream& PathStream::operator=(PathStream&&) noexcept = default;

std::optional<PathStream::Step> PathStream::next() {
  Parts& parts = *parts_;
  while (true) {
    if (!parts.problems.empty()) {
      Step step{{}, parts.problems.front()};
      parts.problems.pop_front();
      return step;
    }
    std::optional<std::string> file;
    if (parts.walk) {
      file = parts.next_of_folder();
    } else if (!parts.names.empty()) {
      file = parts.open(parts.names.front());
      parts.names.pop_front();
    } else if (!parts.take_argument()) {
      return std::nullopt;
    }
    if (file) return Step{std::move(*file), {}};
  }
}

double PathStream::share() const { return parts_->walk ? parts_->walk->share() : 1; }

std::vector<std::string> expand_paths(const std::vector<std::string>& arguments, const PathFilter& filter,
                                      std::vector<Error>& problems) {
  std::size_t at = 0;
  const auto next_argument = [&] { return at < arguments.size() ? std::optional(arguments[at++]) : std::nullopt; };
  PathStream stream(next_argument, filter);
  std::vector<std::string> files;
  while (auto step = stream.next()) {
    step->problem ? problems.push_back(*step->problem) : files.push_back(std::move(step->path));
  }
  return files;
}

}  // namespace zhibiao
