// Read, the arguments: files stand for themselves, folders for the plan files below them. Input: paths;
// output: files in a fixed order and one line for each problem. Tested by tests/read/expand_test.cpp.
#include <fmt/format.h>
#include <fnmatch.h>
#include <glob.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <istream>
#include <set>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "read/sniff.hpp"
#include "zhibiao/error.hpp"
#include "zhibiao/read.hpp"

namespace zhibiao {
namespace {

namespace fs = std::filesystem;

/// The extension in small letters. Chinese titles hold points too: only a short run of ASCII letters and digits
/// behind the last one counts.
std::string extension_of(const std::string& name) {
  const std::size_t point = name.rfind('.');
  std::string extension = point == std::string::npos ? std::string() : name.substr(point + 1);
  if (extension.empty() || extension.size() > 5) {
    return {};
  }
  for (char& c : extension) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0 || static_cast<unsigned char>(c) > 0x7F) {
      return {};
    }
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return extension;
}

/// A file without an extension is taken if its start looks like one of the formats that are read.
bool starts_as_plan(const fs::path& path) {
  std::array<char, read_stage::kSniffBytes> start{};
  std::ifstream file(path, std::ios::binary);
  file.read(start.data(), static_cast<std::streamsize>(start.size()));
  const std::string_view bytes(start.data(), static_cast<std::size_t>(file.gcount()));
  const read_stage::FileKind kind = read_stage::sniff(bytes).kind;
  const bool nul = bytes.find('\0') != std::string_view::npos;
  return !bytes.empty() && kind != read_stage::FileKind::other && (kind != read_stage::FileKind::text || !nul);
}

/// The endings of files that may be plans. What a file is, its bytes tell; this only says which of a folder's many
/// files to open.
constexpr std::array<std::string_view, 18> kEndings = {"txt",   "text", "md",    "markdown", "htm",  "html",
                                                       "xhtml", "mht",  "mhtml", "docx",     "docm", "ofd",
                                                       "pdf",   "doc",  "wps",   "wpt",      "rtf",  "odt"};

bool matches(const std::vector<std::string>& patterns, const std::string& path, const std::string& name) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
    const std::string& subject = pattern.find('/') == std::string::npos ? name : path;
    return ::fnmatch(pattern.c_str(), subject.c_str(), 0) == 0;
  });
}

class Walk {
 public:
  Walk(const PathFilter& filter, std::vector<std::string>& files, std::vector<std::string>& problems)
      : filter_(filter), files_(files), problems_(problems) {}

  void folder(const std::string& path) {
    // A folder is walked once however many links lead to it, so loops end.
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    if (!error && !seen_.insert(real.string()).second) {
      return;
    }
    std::vector<std::string> names;
    fs::directory_iterator entries(path, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
      names.push_back(entries->path().filename().string());
    }
    if (error) {
      problems_.push_back(fmt::format("{}: cannot list this folder: {}", path, error.message()));
    }
    std::sort(names.begin(), names.end());
    const std::string prefix = path.ends_with('/') ? path : path + "/";
    for (const std::string& name : names) {
      if (!name.starts_with('.')) {
        entry(prefix + name, name);
      }
    }
  }

  std::size_t passed_over() const { return passed_over_; }

 private:
  void entry(const std::string& path, const std::string& name) {
    if (matches(filter_.exclude, path, name)) return;
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (fs::is_directory(status)) {
      folder(path);
    } else if (fs::is_regular_file(status)) {
      if (is_wanted(path, name)) {
        files_.push_back(path);
      } else {
        ++passed_over_;
      }
    }
  }

  bool is_wanted(const std::string& path, const std::string& name) const {
    if (!filter_.include.empty()) return matches(filter_.include, path, name);
    const std::string extension = extension_of(name);
    if (extension.empty()) return starts_as_plan(path);
    return std::find(kEndings.begin(), kEndings.end(), extension) != kEndings.end();
  }

  const PathFilter& filter_;
  std::vector<std::string>& files_;
  std::vector<std::string>& problems_;
  std::set<std::string> seen_;
  std::size_t passed_over_ = 0;
};

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

void expand_folder(const std::string& folder, const PathFilter& filter, std::vector<std::string>& files,
                   std::vector<std::string>& problems) {
  const std::size_t files_before = files.size();
  const std::size_t problems_before = problems.size();
  Walk walk(filter, files, problems);
  walk.folder(folder);
  if (files.size() > files_before || problems.size() > problems_before) return;
  const std::size_t others = walk.passed_over();
  const std::string passed =
      others == 0 ? "" : fmt::format("; {} file{} of other kinds passed over", others, others == 1 ? "" : "s");
  problems.push_back(fmt::format("{}: no {} below this folder{}", folder,
                                 filter.include.empty() ? "plan files" : "files that --include names", passed));
}

}  // namespace

std::vector<std::string> expand_paths(const std::vector<std::string>& arguments, const PathFilter& filter,
                                      std::vector<std::string>& problems) {
  std::vector<std::string> files;
  const auto add = [&](const std::string& path) {
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error)) {
      expand_folder(path, filter, files, problems);
    } else {
      files.push_back(path);
    }
  };
  for (const std::string& argument : arguments) {
    const auto found = is_pattern(argument) ? glob_files(argument) : std::vector<std::string>{};
    if (found.empty()) add(argument);
    std::for_each(found.begin(), found.end(), add);
  }
  return files;
}

std::vector<std::string> read_names(const std::string& list, char end, std::istream& standard) {
  std::ifstream file;
  if (list != "-") {
    std::error_code error;
    if (fs::is_directory(list, error)) throw Error(list, "is a folder, not a list of names");
    file.open(list, std::ios::binary);
    if (!file) throw Error(list, "this list of names cannot be opened: " + std::generic_category().message(errno));
  }
  std::istream& in = list == "-" ? standard : file;
  std::vector<std::string> names;
  for (std::string name; std::getline(in, name, end);) {
    // A list that Windows wrote.
    if (end == '\n' && name.ends_with('\r')) name.pop_back();
    if (!name.empty()) names.push_back(name);
  }
  if (in.bad()) throw Error(list, "this list of names cannot be read to its end");
  return names;
}

}  // namespace zhibiao
