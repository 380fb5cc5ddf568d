// Progress: when it is said, what, and that nothing of it stays on a terminal.
#include "cli/progress.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

using zhibiao::cli::Progress;

TEST_CASE("a terminal gets one line, from the first second on, and keeps none") {
  std::ostringstream err;
  double now = 100;
  {
    Progress progress(err, Progress::Form::line, [&] { return now; });
    progress.done(500'000, 0.1);
    CHECK(err.str().empty());
    now += 2;
    progress.done(500'000, 0.25);
    CHECK(err.str() == "zhibiao: 2 documents, 1.0 MB, 0.5 MB/s, 25 %, 0:06 left");
    err.str("");
    now += 0.01;  // not at every document
    progress.done(1, 0.5);
    CHECK(err.str().empty());
    now += 88;
    progress.done(1, 0.5);
    CHECK(err.str() == "\r\x1B[Kzhibiao: 4 documents, 1.0 MB, 0.0 MB/s, 50 %, 1:30 left");
    err.str("");
  }
  CHECK(err.str() == "\r\x1B[K");
}

TEST_CASE("without a known length there is no time left to tell") {
  std::ostringstream err;
  double now = 0;
  Progress progress(err, Progress::Form::line, [&] { return now; });
  now = 4000;
  progress.done(8'000'000, {});
  CHECK(err.str() == "zhibiao: 1 document, 8.0 MB, 0.0 MB/s");
  progress.clear();
  CHECK(err.str().ends_with("\r\x1B[K"));
}

TEST_CASE("a log gets a line now and then, and one at the end") {
  std::ostringstream err;
  double now = 0;
  Progress progress(err, Progress::Form::log, [&] { return now; });
  for (int i = 0; i < 25; ++i) {
    now += 1;
    progress.done(1'000'000, {});
  }
  progress.finish();
  CHECK(err.str() ==
        "zhibiao: 10 documents, 10.0 MB, 1.0 MB/s\n"
        "zhibiao: 20 documents, 20.0 MB, 1.0 MB/s\n"
        "zhibiao: 25 documents, 25.0 MB, 1.0 MB/s\n");
}

TEST_CASE("no progress, no word, and no look at the clock") {
  std::ostringstream err;
  int looks = 0;
  Progress progress(err, Progress::Form::none, [&] { return ++looks * 1000.0; });
  progress.done(1, 0.5);
  progress.finish();
  CHECK(err.str().empty());
  CHECK(looks == 0);
}
