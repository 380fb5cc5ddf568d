// Read, lists of file names. Input: a file, or standard input; output: one name after the other.
// Tested by tests/read/expand_test.cpp.
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <istream>
#include <system_error>

#include "zhibiao/error.hpp"
#include "zhibiao/paths.hpp"

namespace zhibiao {

namespace fs = std::filesystem;

struct NameList::Parts {
  std::string list;
  char end = '\n';
  std::ifstream file;
  std::istream* in = nullptr;
  std::uintmax_t size = 0;  ///< in bytes; 0: not known
  std::uintmax_t used = 0;
};

NameList::NameList(const std::string& list, char end, std::istream& standard) : parts_(std::make_unique<Parts>()) {
  parts_->list = list;
  parts_->end = end;
  parts_->in = &standard;
  if (list == "-") return;
  std::error_code error;
  if (fs::is_directory(list, error)) throw Error(list, "is a folder, not a list of names");
  parts_->file.open(list, std::ios::binary);
  if (!parts_->file) {
    throw Error(list, "this list of names cannot be opened: " + system_reason(errno));
  }
  parts_->in = &parts_->file;
  if (fs::is_regular_file(list, error)) parts_->size = fs::file_size(list, error);
}

NameList::~NameList() = default;
NameList::NameList(NameList&&) noexcept = default;
NameList& NameList::operator=(NameList&&) noexcept = default;

std::optional<std::string> NameList::next() {
  for (std::string name; std::getline(*parts_->in, name, parts_->end);) {
    parts_->used += name.size() + 1;
    // A list that Windows wrote.
    if (parts_->end == '\n' && name.ends_with('\r')) name.pop_back();
    if (!name.empty()) return name;
  }
  if (parts_->in->bad()) throw Error(parts_->list, "this list of names cannot be read to its end");
  return std::nullopt;
}

std::optional<double> NameList::share() const {
  if (parts_->size == 0) return std::nullopt;
  return std::min(1.0, static_cast<double>(parts_->used) / static_cast<double>(parts_->size));
}

}  // namespace zhibiao
