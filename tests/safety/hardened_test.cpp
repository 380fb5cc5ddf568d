// The program as it is linked has what makes faults of memory hard to use: checked on the file itself, with readelf.
#include <doctest/doctest.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

namespace {

std::string printed_by(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
  std::string text;
  char piece[4096];
  while (pipe && std::fgets(piece, sizeof piece, pipe.get()) != nullptr) text += piece;
  return text;
}

std::string readelf(const std::string& options) {
  return printed_by("LC_ALL=C readelf -W " + options + " \"" ZHIBIAO_PROGRAM "\" 2> /dev/null");
}

/// The first line that names it.
std::string line_with(const std::string& text, const std::string& what) {
  const std::size_t at = text.find(what);
  if (at == std::string::npos) return {};
  const std::size_t begin = text.rfind('\n', at) + 1;
  return text.substr(begin, text.find('\n', at) - begin);
}

bool has(const std::string& text, const std::string& what) { return text.find(what) != std::string::npos; }

#ifdef __x86_64__
std::size_t times_in_program(const std::string& bytes) {
  std::ifstream file(ZHIBIAO_PROGRAM, std::ios::binary);
  const std::string all((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  std::size_t times = 0;
  for (std::size_t at = all.find(bytes); at != std::string::npos; at = all.find(bytes, at + bytes.size())) ++times;
  return times;
}
#endif

}  // namespace

TEST_CASE("the program is hardened: PIE, read-only relocations bound at start, no stack that runs, guarded calls") {
  const std::string segments = readelf("-lh");
  if (segments.empty()) {
    MESSAGE("readelf (binutils) is not here: the program's file is not looked at");
    return;
  }
  CHECK(has(line_with(segments, "Type:"), "DYN"));
  CHECK(has(segments, "GNU_RELRO"));
  const std::string stack = line_with(segments, "GNU_STACK");
  CHECK(has(stack, "RW"));
  CHECK_FALSE(has(stack, "RWE"));
  const std::string dynamic = readelf("-d");
  CHECK(has(dynamic, "BIND_NOW"));
  CHECK(has(line_with(dynamic, "FLAGS_1"), "PIE"));
  CHECK_FALSE(has(dynamic, "TEXTREL"));
  CHECK_FALSE(has(dynamic, "RPATH"));
  const std::string symbols = readelf("--dyn-syms");
  CHECK(has(symbols, "__stack_chk_fail"));
#ifdef NDEBUG
  CHECK(has(symbols, "_chk@GLIBC"));  // _FORTIFY_SOURCE
#endif
}

#ifdef __x86_64__
TEST_CASE(
    "functions of the program begin where an indirect call may land, and large frames touch each page of the stack") {
  // endbr64, which -fcf-protection puts there; the C library's start files alone bring a handful at most.
  CHECK(times_in_program("\xf3\x0f\x1e\xfa") > 1000);
#if defined(NDEBUG) && !defined(__clang__)
  // orq $0, (%rsp): how GCC probes a page; nothing else is compiled to it.
  CHECK(times_in_program(std::string("\x48\x83\x0c\x24\x00", 5)) > 0);
#endif
}
#endif
