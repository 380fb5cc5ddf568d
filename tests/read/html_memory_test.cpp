// Web pages where libxml2 finds no memory: a page is read whole or not at all, and at once.
#include <doctest/doctest.h>
#include <libxml/globals.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string>

#include "read/formats.hpp"

namespace {

constexpr unsigned kMostSeconds = 60;  // for what takes a thousandth of one
enum End { whole, told, half };

const std::string kPage =
    "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>A plan</title><script>var a=1;</script></head><body>"
    "<!-- a remark --><ul class=\"nav\"><li><a href=\"/\">A &amp; B</a></li></ul><div class=\"TRS_Editor\">"
    "<p style=\"text-indent:2em\">1 &nbsp; item</p><table><tr><td "
    "colspan=\"2\">2</td></tr></table></div></body></html>";

int left = 0;  ///< so many requests are granted
bool refused_once = false;
bool for_good = false;

bool refused() {
  if (left-- > 0 || (refused_once && !for_good)) return false;
  refused_once = true;
  errno = ENOMEM;
  return true;
}

void* allocate(std::size_t size) { return refused() ? nullptr : std::malloc(size); }
void* reallocate(void* old, std::size_t size) { return refused() ? nullptr : std::realloc(old, size); }
char* copy(const char* text) { return refused() ? nullptr : ::strdup(text); }

std::string text_of_page() { return zhibiao::read_stage::read_html("page.html", kPage, {}).text; }

/// In a process of its own: libxml2 is granted so many requests, then none.
[[noreturn]] void read_with(int requests, const std::string& expected) {
  ::alarm(kMostSeconds);
  ::close(STDERR_FILENO);
  std::signal(SIGSEGV, SIG_DFL);
  left = requests;
  xmlMemSetup(std::free, allocate, reallocate, copy);
  End end = told;
  try {
    end = text_of_page() == expected ? whole : half;
  } catch (const std::bad_alloc&) {
  }
  ::_exit(end);
}

/// As waitpid tells it.
int state_after(int requests, const std::string& expected) {
  const pid_t process = ::fork();
  REQUIRE(process >= 0);
  if (process == 0) read_with(requests, expected);
  int state = 0;
  ::waitpid(process, &state, 0);
  return state;
}

}  // namespace

TEST_CASE("a web page for which libxml2 finds no memory is told at once, whichever request fails") {
  const std::string expected = text_of_page();
  REQUIRE(expected.find("item") != std::string::npos);
  for (const bool further : {false, true}) {
    for_good = further;
    int pages_told = 0;
    bool enough = false;
    for (int requests = 0; requests < 2000 && !enough; ++requests) {
      CAPTURE(further);
      CAPTURE(requests);
      const int state = state_after(requests, expected);
      // Some of its own functions crash where they find no memory, which the program takes for what it is.
      if (WIFSIGNALED(state)) CHECK(WTERMSIG(state) == SIGSEGV);
      if (!WIFEXITED(state)) continue;
      CHECK(WEXITSTATUS(state) != half);
      if (WEXITSTATUS(state) == told) ++pages_told;
      enough = WEXITSTATUS(state) == whole;
    }
    CHECK(enough);
    CHECK(pages_told > 50);
  }
}
