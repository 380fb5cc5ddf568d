// Read: a file becomes a Source. Input: a path or bytes; output: text with what is known of the file, or an Error that
// says what it is, what is wrong and what to do. Tested by tests/read/read_test.cpp.
#include "zhibiao/read.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "read/decode.hpp"
#include "read/encoding.hpp"
#include "read/formats.hpp"
#include "read/mhtml.hpp"
#include "read/sniff.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao {
namespace {

using read_stage::Document;
using read_stage::FileKind;

/// A file descriptor that is closed in the end.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ > STDERR_FILENO) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

[[noreturn]] void fail(const std::string& name, const std::string& what) { throw Error(name, what); }

std::string reason(int error) { return std::generic_category().message(error); }

std::string too_large(std::size_t limit) {
  return limit >> 20U > 0 ? fmt::format("larger than {} MiB, which is more than is read", limit >> 20U)
                          : fmt::format("larger than {} bytes, which is more than is read", limit);
}

/// No plan has such lines; what does (data, a program's dump) would take longer than anybody waits.
void check_lines(const std::string& name, std::string_view text, std::size_t limit) {
  std::size_t number = 1;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end - at > limit) {
      fail(name, fmt::format("line {} is {}; end each paragraph with a line end", number, too_large(limit)));
    }
    at = end + 1;
  }
}

/// All bytes up to the end; never more than the limit and one.
std::string slurp(int descriptor, const std::string& name, std::size_t expected, std::size_t limit) {
  std::string bytes;
  std::size_t filled = 0;
  bytes.resize(expected + 1);
  while (true) {
    if (filled == bytes.size()) {
      if (filled > limit) fail(name, too_large(limit));
      bytes.resize(std::min(limit + 1, std::max<std::size_t>(bytes.size() * 2, 65536)));
    }
    const ssize_t got = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
    if (got < 0) {
      if (errno == EINTR) continue;
      fail(name, "cannot be read: " + reason(errno));
    }
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

struct stat status_of(int descriptor, const std::string& name) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) fail(name, "cannot be read: " + reason(errno));
  return status;
}

/// Half of an old file and half of a new one would be facts that stand nowhere.
bool changed(const struct stat& before, const struct stat& after) {
  return before.st_size != after.st_size || before.st_mtim.tv_sec != after.st_mtim.tv_sec ||
         before.st_mtim.tv_nsec != after.st_mtim.tv_nsec;
}

Document read_text(const std::string& name, std::string_view bytes, const ReadOptions& options) {
  Document document;
  document.text = read_stage::decode_text(name, bytes, options, "", document.facts);
  return document;
}

Document read_mhtml(const std::string& name, std::string_view bytes, const ReadOptions& options) {
  const std::string page = read_stage::page_of_mhtml(bytes);
  if (page.empty()) fail(name, "a saved web page (MHTML) without a page in it; save it as HTML");
  return read_stage::read_html(name, page, options);
}

Document read_document(const std::string& name, std::string_view bytes, const ReadOptions& options) {
  const read_stage::Sniffed sniffed = read_stage::sniff(bytes);
  Document document;
  switch (sniffed.kind) {
    case FileKind::text: document = read_text(name, bytes, options); break;
    case FileKind::html: document = read_stage::read_html(name, bytes, options); break;
    case FileKind::mhtml: document = read_mhtml(name, bytes, options); break;
    case FileKind::docx: document = read_stage::read_docx(name, bytes, options); break;
    case FileKind::ofd: document = read_stage::read_ofd(name, bytes, options); break;
    case FileKind::pdf: document = read_stage::read_pdf(name, bytes, options); break;
    case FileKind::office: document = read_stage::read_office(name, bytes, options, sniffed.what); break;
    case FileKind::other: fail(name, sniffed.what + ", which is not read; " + sniffed.advice);
  }
  if (read_stage::is_blank(document.text)) {
    fail(name, sniffed.what.empty() ? "the file holds nothing but blanks" : sniffed.what + " without any text");
  }
  check_lines(name, document.text, options.limits.line_bytes);
  return document;
}

}  // namespace

Source read(const std::string& path, const ReadOptions& options) {
  const std::size_t limit = options.limits.file_bytes;
  if (path == "-") return read_bytes("-", slurp(STDIN_FILENO, "-", 65535, limit), options);
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
  if (file.number() < 0) {
    fail(path, errno == ENOENT || errno == ENOTDIR ? "no such file" : "cannot be opened: " + reason(errno));
  }
  const struct stat before = status_of(file.number(), path);
  if (S_ISDIR(before.st_mode)) fail(path, "is a folder, not a file");
  const auto size = static_cast<std::size_t>(std::max<off_t>(before.st_size, 0));
  if (size > limit) fail(path, too_large(limit));
  std::string bytes = slurp(file.number(), path, size, limit);
  if (S_ISREG(before.st_mode) && changed(before, status_of(file.number(), path))) {
    fail(path, "changed while it was read; run again when it is written");
  }
  return read_bytes(path, std::move(bytes), options);
}

Source read_bytes(const std::string& name, std::string bytes, const ReadOptions& options) {
  if (bytes.empty()) fail(name, "the file is empty");
  if (bytes.size() > options.limits.file_bytes) fail(name, too_large(options.limits.file_bytes));
  Document document = read_document(name, bytes, options);
  return Source(read_stage::valid_utf8(name), std::move(document.text), std::move(document.facts));
}

}  // namespace zhibiao
