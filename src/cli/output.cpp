// Command line, output. Input: a stream of bytes; output: all of it in its place, or an error and nothing half-written.
// Tested by tests/cli/output_test.cpp.
#include "cli/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "zhibiao/error.hpp"

namespace zhibiao::cli {
namespace {

const std::string kTemporaryLost = "the temporary file (in TMPDIR, else /tmp) cannot be read back";

/// A file cannot be begun there.
[[noreturn]] void fail_beside(const std::string& path, const std::filesystem::path& folder, int error) {
  if (error == ENOENT) throw Error(path, "cannot be written: there is no folder " + folder.string());
  throw Error(path, "cannot be written: " + system_reason(error));
}

/// The mode a new file would get, or that of the file it replaces.
mode_t wanted_mode(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) return status.st_mode & 07777U;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

}  // namespace

WriteError::WriteError(const std::string& name, int error)
    : std::runtime_error(name + ": cannot be written: " + system_reason(error)),
      told_(name, "cannot be written: " + system_reason(error)),
      error_(error) {}

bool WriteError::closed_pipe() const { return error_ == EPIPE; }

DescriptorBuffer::DescriptorBuffer(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {
  setp(bytes_.data(), bytes_.data() + bytes_.size());
}

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type byte) {
  send();
  if (!traits_type::eq_int_type(byte, traits_type::eof())) sputc(traits_type::to_char_type(byte));
  return traits_type::not_eof(byte);
}

int DescriptorBuffer::sync() {
  send();
  return 0;
}

void DescriptorBuffer::send() {
  const char* at = pbase();
  const char* end = pptr();
  setp(bytes_.data(), bytes_.data() + bytes_.size());
  while (at < end) {
    const ssize_t sent = ::write(descriptor_, at, static_cast<std::size_t>(end - at));
    if (sent < 0) {
      if (errno == EINTR) continue;
      throw WriteError(name_, errno);
    }
    at += sent;
  }
}

Output::Output(std::ostream& standard, const std::string& path, bool by_name)
    : standard_(standard), path_(path == "-" ? "" : path), by_name_(by_name) {
  try {
    open();
  } catch (...) {
    drop();  // where memory ends, the file may be there already
    throw;
  }
}

Output::~Output() { drop(); }

void Output::open() {
  struct stat status {};
  there_ = !path_.empty() && ::stat(path_.c_str(), &status) == 0;
  if (there_ && S_ISDIR(status.st_mode)) throw Error(path_, "is a folder, not a file to write");
  if (!path_.empty() && (!there_ || S_ISREG(status.st_mode))) {
    open_beside();
  } else if (by_name_) {
    open_private();
  } else if (!path_.empty()) {
    open_now();
  }
  if (descriptor_ < 0 || by_name_) return;
  buffer_ = std::make_unique<DescriptorBuffer>(descriptor_, path_);
  stream_ = std::make_unique<std::ostream>(buffer_.get());
  stream_->exceptions(std::ios::badbit);
}

/// A device or a pipe.
void Output::open_now() {
  descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor_ < 0) throw Error(path_, "cannot be written: " + system_reason(errno));
}

/// A library wants a name where we have a stream: a private file in between.
void Output::open_private() {
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::temp_directory_path(error);
  std::string pattern = ((error ? std::filesystem::path("/tmp") : folder) / "zhibiao-XXXXXX").string();
  const SignalsHeld held;
  descriptor_ = ::mkostemp(pattern.data(), O_CLOEXEC);
  if (descriptor_ < 0) throw Error(pattern, "cannot be written: " + system_reason(errno));
  temporary_ = std::move(pattern);
  watch();
}

void Output::open_beside() {
  // A link keeps pointing to its file: the file is replaced, not the link.
  std::error_code error;
  const std::filesystem::path real = std::filesystem::weakly_canonical(path_, error);
  const std::filesystem::path target = error ? std::filesystem::path(path_) : real;
  std::string pattern = (target.parent_path() / ".zhibiao-XXXXXX").string();
  const SignalsHeld held;
  descriptor_ = ::mkostemp(pattern.data(), O_CLOEXEC);
  if (descriptor_ < 0) fail_beside(path_, target.parent_path(), errno);
  temporary_ = std::move(pattern);
  renamed_ = true;
  watch();
  ::fchmod(descriptor_, wanted_mode(target.string()));
}

void Output::watch() {
  watched_ = std::make_unique<UnfinishedFile>(
      temporary_, path_.empty()
                      ? "stopped by a signal; nothing of the output was written"
                      : path_ + ": stopped by a signal before it was whole; " +
                            (there_ && renamed_ ? "the file that was there is untouched" : "nothing was written"));
}

std::ostream& Output::stream() { return stream_ ? *stream_ : standard_; }

Error Output::as_asked(const Error& error) const {
  const std::string asked = path_.empty() ? "standard output" : path_;
  const auto renamed = [&](std::string text) {
    const std::size_t at = temporary_.empty() ? std::string::npos : text.find(temporary_);
    return at == std::string::npos ? text : text.replace(at, temporary_.size(), asked);
  };
  Where place = error.place();
  place.file = renamed(place.file);
  return {place, renamed(error.reason()), error.line()};
}

void Output::commit() {
  if (by_name_ && !renamed_) pass_on();
  stream().flush();
  if (!stream()) throw Error(path_.empty() ? "standard output" : path_, "cannot be written");
  if (descriptor_ < 0) return;
  // Some file systems tell of a full disk only when the bytes reach it: before the name is taken, not after.
  if (renamed_ && ::fsync(descriptor_) != 0 && (errno == EIO || errno == ENOSPC || errno == EDQUOT)) {
    throw WriteError(path_, errno);
  }
  const int closed = ::close(std::exchange(descriptor_, -1));
  if (closed != 0) throw WriteError(path_, errno);
  if (renamed_) take_name();
}

void Output::take_name() {
  std::error_code ignored;
  const std::filesystem::path real = std::filesystem::weakly_canonical(path_, ignored);
  if (std::rename(temporary_.c_str(), ignored ? path_.c_str() : real.c_str()) != 0) throw WriteError(path_, errno);
  temporary_.clear();
  watched_.reset();
}

/// The private file's bytes to the stream it was made for.
void Output::pass_on() {
  std::ifstream file(temporary_, std::ios::binary);
  if (!path_.empty()) {
    ::close(std::exchange(descriptor_, -1));
    open_now();
    buffer_ = std::make_unique<DescriptorBuffer>(descriptor_, path_);
    stream_ = std::make_unique<std::ostream>(buffer_.get());
    stream_->exceptions(std::ios::badbit);
  }
  std::array<char, 65536> piece{};
  while (file) {
    file.read(piece.data(), piece.size());
    stream().write(piece.data(), file.gcount());
  }
  if (!file.eof()) throw Error(path_.empty() ? "standard output" : path_, "cannot be written: " + kTemporaryLost);
}

void Output::drop() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (temporary_.empty()) return;
  ::unlink(temporary_.c_str());
}

void make_folders_for(const std::string& path) {
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  std::filesystem::create_directories(folder, error);
  if (error) throw Error(folder.string(), "this folder cannot be made: " + error.message());
}

}  // namespace zhibiao::cli
