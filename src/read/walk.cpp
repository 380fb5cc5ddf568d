// Read, folders. Input: a folder and a filter; output: the files that may be plans, sorted by name, one at a time.
// Tested by tests/read/expand_test.cpp.
#include "read/walk.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>

#include "read/sniff.hpp"

namespace zhibiao::read_stage {
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
  std::array<char, kSniffBytes> start{};
  std::ifstream file(path, std::ios::binary);
  file.read(start.data(), static_cast<std::streamsize>(start.size()));
  const std::string_view bytes(start.data(), static_cast<std::size_t>(file.gcount()));
  const FileKind kind = sniff(bytes).kind;
  const bool nul = bytes.find('\0') != std::string_view::npos;
  return !bytes.empty() && kind != FileKind::other && (kind != FileKind::text || !nul);
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

}  // namespace

void Walk::OpenFolder::add(std::string_view name) {
  begins.push_back(names.size());
  names.append(name).push_back('\0');
}

void Walk::OpenFolder::sort() {
  std::sort(begins.begin(), begins.end(), [this](std::size_t a, std::size_t b) { return name(a) < name(b); });
}

void Walk::enter(const std::string& path) {
  // A folder is walked once however many links lead to it, so loops end.
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  if (!error && !seen_.insert(real.string()).second) return;
  OpenFolder folder{path.ends_with('/') ? path : path + "/", {}, {}, 0};
  fs::directory_iterator entries(path, error);
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    const std::string name = entries->path().filename().string();
    if (!name.starts_with('.')) folder.add(name);
  }
  if (error) problems_.emplace_back(path, "cannot list this folder: " + error.message());
  folder.sort();
  open_.push_back(std::move(folder));
}

std::optional<std::string> Walk::next() {
  while (!open_.empty() && problems_.empty()) {
    OpenFolder& folder = open_.back();
    if (folder.at == folder.begins.size()) {
      open_.pop_back();
      continue;
    }
    const std::string name(folder.name(folder.begins[folder.at++]));
    if (auto file = entry(folder.prefix + name, name)) return file;
  }
  return std::nullopt;
}

double Walk::share() const {
  double share = 1;
  for (auto folder = open_.rbegin(); folder != open_.rend(); ++folder) {
    if (folder->at == 0) {
      share = 0;
      continue;
    }
    // What lies below the entry last looked at is that entry's part.
    share = (static_cast<double>(folder->at - 1) + share) / static_cast<double>(folder->begins.size());
  }
  return share;
}

std::optional<std::string> Walk::entry(std::string path, const std::string& name) {
  if (matches(filter_.exclude, path, name)) return std::nullopt;
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::is_directory(status)) {
    enter(path);
  } else if (fs::is_regular_file(status)) {
    if (is_wanted(path, name)) return path;
    ++passed_over_;
  }
  return std::nullopt;
}

bool Walk::is_wanted(const std::string& path, const std::string& name) const {
  if (!filter_.include.empty()) return matches(filter_.include, path, name);
  const std::string extension = extension_of(name);
  if (extension.empty()) return starts_as_plan(path);
  return std::find(kEndings.begin(), kEndings.end(), extension) != kEndings.end();
}

}  // namespace zhibiao::read_stage
