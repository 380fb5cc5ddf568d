// Temporary files of workbooks: no byte is lost without being known, none is left open.
#include <doctest/doctest.h>
#include <sys/resource.h>
#include <xlsxwriter.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <iterator>
#include <string>
#include <vector>

#include "read/folder.hpp"
#include "write/sample.hpp"
#include "write/workbook/scratch.hpp"
#include "zhibiao/error.hpp"
#include "zhibiao/write.hpp"

using zhibiao::write::ScratchFiles;
using zhibiao_tests::Folder;
namespace fs = std::filesystem;

namespace {

/// While it lives no file can grow beyond `room` bytes.
class LittleRoom {
 public:
  explicit LittleRoom(rlim_t room) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{room, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~LittleRoom() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  LittleRoom(const LittleRoom&) = delete;
  LittleRoom& operator=(const LittleRoom&) = delete;

 private:
  void (*handler_)(int);
  rlimit before_{};
};

std::ptrdiff_t open_descriptors() {
  return std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator());
}

void put(std::FILE* file, const std::string& text) {
  CHECK(std::fwrite(text.data(), 1, text.size(), file) <= text.size());
}

}  // namespace

TEST_CASE("what is written into a temporary file is read back, again and again") {
  ScratchFiles files;
  std::FILE* file = files.make();
  REQUIRE(file != nullptr);
  const std::string text(100'000, 'x');
  put(file, text);
  for (int round = 0; round < 2; ++round) {
    std::rewind(file);
    std::string back(text.size() + 10, '\0');
    back.resize(std::fread(back.data(), 1, back.size(), file));
    CHECK(back == text);
  }
  CHECK(std::fclose(file) == 0);
  CHECK(!files.failed());
  CHECK(files.open() == 0);
}

TEST_CASE("bytes that found no room are remembered, whatever the stream forgets") {
  ScratchFiles files;
  std::FILE* file = files.make();
  REQUIRE(file != nullptr);
  {
    const LittleRoom room(1000);
    put(file, std::string(100'000, 'x'));
  }
  std::clearerr(file);
  put(file, std::string(100, 'y'));
  std::rewind(file);
  CHECK(std::ferror(file) == 0);
  std::fclose(file);
  CHECK(files.failed());
  CHECK(files.error() == EFBIG);
}

TEST_CASE("libxlsxwriter takes its temporary files from us, and those it leaves open are closed") {
  const Folder folder;
  const auto before = open_descriptors();
  {
    ScratchFiles files;
    const ScratchFiles::Use use(files);
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    lxw_workbook* book = workbook_new_opt(folder.path("t.xlsx").c_str(), &options);
    REQUIRE(workbook_add_worksheet(book, "one") != nullptr);
    REQUIRE(workbook_add_worksheet(book, "two") != nullptr);
    CHECK(files.open() == 2);
    lxw_workbook_free(book);
  }
  CHECK(open_descriptors() == before);
}

TEST_CASE("no workbook leaves a descriptor open: whole, abandoned, or out of room at any place") {
  const Folder folder;
  const zhibiao::Analysis analysis = zhibiao_tests::sample();
  const auto before = open_descriptors();
  for (const rlim_t room : {RLIM_INFINITY, rlim_t{0}, rlim_t{2000}, rlim_t{10'000}, rlim_t{40'000}}) {
    const LittleRoom little(room);
    try {
      const auto writer = zhibiao::workbook_writer(folder.path("t.xlsx"), {});
      for (int i = 0; i < 12; ++i) writer->write("a.txt", analysis);
      if (room != 2000) writer->finish();
    } catch (const zhibiao::Error&) {
      CHECK(room != RLIM_INFINITY);
    }
  }
  CHECK(open_descriptors() == before);
}
