// Command line, outputs that are gone on with. Input: an output and the list of what is in it; output: more rows, in
// whatever state a run left both. Tested by tests/cli/resume_test.cpp.
#include "cli/resumed_output.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <ostream>
#include <utility>

#include "cli/digest.hpp"
#include "cli/output.hpp"
#include "cli/read_back.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::cli {
namespace {

/// The first line of a list.
std::string opening(std::uint64_t settings) { return fmt::format("zhibiao-done 1 {:016x}", settings); }

void write_all(int descriptor, const std::string& path, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::write(descriptor, bytes.data(), bytes.size());
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0) throw WriteError(path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

/// The file ends there, and is written on from there.
void cut(int descriptor, const std::string& path, std::uint64_t end) {
  const auto length = static_cast<off_t>(end);
  if (::ftruncate(descriptor, length) != 0 || ::lseek(descriptor, length, SEEK_SET) != length) {
    throw WriteError(path, errno);
  }
}

}  // namespace

std::string done_list_of(const std::string& output) { return output + ".zhibiao-done"; }

std::string next_list_of(const std::string& output) { return done_list_of(output) + ".next"; }

ResumedOutput::ResumedOutput(const std::string& path, std::uint64_t settings, std::string_view head)
    : path_(path), list_path_(done_list_of(path)) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
    throw Error(path, "is no file that a run could go on with");
  }
  lock_list();
  try {
    take_next_list();
    if (!load(settings)) begin(settings, head);
  } catch (...) {
    struct stat list {};
    if (::fstat(list_.number(), &list) == 0 && list.st_size == 0) ::unlink(list_path_.c_str());  // made just now
    throw;
  }
  replaced_ = done_.replaced();
  watched_ =
      std::make_unique<UnfinishedFile>("", path + ": stopped by a signal; the same command goes on where it was");
}

void ResumedOutput::lock_list() {
  list_.open(list_path_);
  if (::flock(list_.number(), LOCK_EX | LOCK_NB) != 0) throw Error(path_, "another run is writing it");
}

/// A run that took out rows may have been stopped when the new rows had their name and the new list had not.
void ResumedOutput::take_next_list() {
  const std::string next = next_list_of(path_);
  struct stat status {};
  if (::stat(next.c_str(), &status) != 0) return;
  if (size_of(path_) == 0 || !tells_of(next, path_)) {
    ::unlink(next.c_str());
    return;
  }
  if (std::rename(next.c_str(), list_path_.c_str()) != 0) throw WriteError(list_path_, errno);
  list_.close(list_path_);
  lock_list();
}

ResumedOutput::Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

void ResumedOutput::Descriptor::open(const std::string& path) {
  if (number_ >= 0) return;
  number_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (number_ < 0) throw Error(path, "cannot be written: " + system_reason(errno));
}

void ResumedOutput::Descriptor::close(const std::string& path) {
  if (::close(std::exchange(number_, -1)) != 0) throw WriteError(path, errno);
}

/// False if there is nothing to go on with.
bool ResumedOutput::load(std::uint64_t settings) {
  std::ifstream list = open_to_read(list_path_);
  std::string first;
  if (!whole_line(list, list_path_, first)) {
    if (size_of(path_) == 0) return false;
    throw Error(path_,
                fmt::format("is there, but no list of what is in it ({}); remove the file to begin anew", list_path_));
  }
  if (!first.starts_with("zhibiao-done "))
    throw Error(list_path_, "is no list of zhibiao's; give the output another name");
  if (first != opening(settings)) {
    throw Error(path_, fmt::format("was begun with other options or rules, or by another version; use the same, or "
                                   "remove it and {} to begin anew",
                                   list_path_));
  }
  check_rows(settings);
  return end_ > 0 || lines_ > 0;
}

/// Reads list and rows side by side, as far as both are complete.
void ResumedOutput::check_rows(std::uint64_t settings) {
  std::ifstream list = open_to_read(list_path_);
  const std::uint64_t size = size_of(path_);
  std::ifstream rows;
  if (size > 0) rows = open_to_read(path_);
  std::string text;
  whole_line(list, list_path_, text);
  std::uint64_t list_end = opening(settings).size() + 1;
  while (whole_line(list, list_path_, text)) {
    DoneLine line;
    if (!line.parse(text) || line.end < end_) {
      throw Error(list_path_,
                  fmt::format("line {} is damaged; remove this file and {} to begin anew", lines_ + 2, path_));
    }
    if (line.end > size) break;
    Digest digest;
    if (!read_on(rows, path_, line.end - end_, [&](std::string_view piece) { digest.add(piece); })) break;
    if (digest.value() != line.rows) {
      throw Error(path_, fmt::format("was changed behind byte {} since it was written; remove it and {} to begin anew",
                                     end_, list_path_));
    }
    done_.add(line, ++lines_);
    end_ = line.end;
    list_end += text.size() + 1;
  }
  done_.finish();
  rows_.open(path_);
  cut(rows_.number(), path_, end_);
  cut(list_.number(), list_path_, list_end);
}

void ResumedOutput::begin(std::uint64_t settings, std::string_view head) {
  cut(list_.number(), list_path_, 0);
  write_all(list_.number(), list_path_, opening(settings) + "\n");
  rows_.open(path_);
  cut(rows_.number(), path_, 0);
  add({}, head);
}

void ResumedOutput::append(const std::string& name, const Stamp& stamp, std::string_view rows,
                           const DoneDocument* replaced) {
  DoneLine line;
  line.name = name;
  line.stamp = stamp;
  if (replaced != nullptr) {
    line.replaces = replaced->line;
    replaced_.push_back(replaced->line);
  }
  add(line, rows);
}

void ResumedOutput::add(const DoneLine& line, std::string_view rows) {
  try {
    write_all(rows_.number(), path_, rows);
  } catch (const WriteError&) {
    // No half row is left, where the disk allows it; a later run would cut it off as well.
    [[maybe_unused]] const int cut_back = ::ftruncate(rows_.number(), static_cast<off_t>(end_));
    throw;
  }
  end_ += rows.size();
  ++lines_;
  DoneLine whole = line;
  whole.end = end_;
  whole.rows = digest_of(rows);
  write_all(list_.number(), list_path_, whole.str());
}

void ResumedOutput::commit() {
  if (!replaced_.empty()) take_out();
  rows_.close(path_);
  list_.close(list_path_);
}

/// Both files once more, without what was replaced. The list waits under another name until the rows have theirs, so that
/// at each moment there is a list that tells of the rows.
void ResumedOutput::take_out() {
  std::sort(replaced_.begin(), replaced_.end());
  std::ifstream list = open_to_read(list_path_);
  std::ifstream rows = open_to_read(path_);
  std::ostream nowhere(nullptr);
  Output new_list(nowhere, next_list_of(path_));
  Output new_rows(nowhere, path_);
  std::string text;
  whole_line(list, list_path_, text);
  new_list.stream() << text << '\n';
  std::uint64_t from = 0;
  std::uint64_t to = 0;
  for (std::uint64_t number = 1; whole_line(list, list_path_, text); ++number) {
    DoneLine line;
    line.parse(text);
    const std::uint64_t length = line.end - std::exchange(from, line.end);
    const bool stays = !std::binary_search(replaced_.begin(), replaced_.end(), number);
    const bool whole = read_on(rows, path_, length, [&](std::string_view piece) {
      if (stays) new_rows.stream() << piece;
    });
    if (!whole) throw Error(path_, "is shorter than it was a moment ago; nothing was changed");
    if (!stays) continue;
    line.end = to += length;
    line.replaces = 0;
    new_list.stream() << line.str();
  }
  new_list.commit();
  new_rows.commit();
  if (std::rename(next_list_of(path_).c_str(), list_path_.c_str()) != 0) throw WriteError(list_path_, errno);
}

}  // namespace zhibiao::cli
