// Read, the arguments: files stand for themselves, folders for the plan files below them. Input: paths;
// output: files in a fixed order and one line for each problem. Tested by tests/read/expand_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "read/encoding.hpp"
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

/// A file without an extension is taken if its start looks like text.
bool starts_as_text(const fs::path& path) {
  std::array<char, 4096> start{};
  std::ifstream file(path, std::ios::binary);
  file.read(start.data(), static_cast<std::streamsize>(start.size()));
  const std::string_view bytes(start.data(), static_cast<std::size_t>(file.gcount()));
  return !bytes.empty() && bytes.find('\0') == std::string_view::npos && read_stage::other_format(bytes).empty();
}

class Walk {
 public:
  Walk(std::vector<std::string>& files, std::vector<std::string>& problems) : files_(files), problems_(problems) {}

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
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (fs::is_directory(status)) {
      folder(path);
    } else if (fs::is_regular_file(status)) {
      const std::string extension = extension_of(name);
      const bool text = extension == "txt" || extension == "md" || extension == "text";
      if (text || (extension.empty() && starts_as_text(path))) {
        files_.push_back(path);
      } else {
        ++passed_over_;
      }
    }
  }

  std::vector<std::string>& files_;
  std::vector<std::string>& problems_;
  std::set<std::string> seen_;
  std::size_t passed_over_ = 0;
};

}  // namespace

std::vector<std::string> expand_paths(const std::vector<std::string>& arguments, std::vector<std::string>& problems) {
  std::vector<std::string> files;
  for (const std::string& argument : arguments) {
    std::error_code error;
    if (argument == "-" || !fs::is_directory(argument, error)) {
      files.push_back(argument);
      continue;
    }
    const std::size_t files_before = files.size();
    const std::size_t problems_before = problems.size();
    Walk walk(files, problems);
    walk.folder(argument);
    if (files.size() == files_before && problems.size() == problems_before) {
      const std::size_t others = walk.passed_over();
      const std::string passed =
          others == 0 ? "" : fmt::format("; {} file{} of other kinds passed over", others, others == 1 ? "" : "s");
      problems.push_back(fmt::format("{}: no .txt, .md or .text files below this folder{}", argument, passed));
    }
  }
  return files;
}

}  // namespace zhibiao
