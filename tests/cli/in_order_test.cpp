// Work shared out among threads: the order of results, what is in flight, and errors anywhere.
#include "cli/in_order.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

using zhibiao::cli::InFlight;
using Work = zhibiao::cli::InOrder<int, int>;

/// 0, 1, … below `count`; fails at `bad`.
std::function<std::optional<int>()> numbers(int count, int bad = -1) {
  return [at = 0, count, bad]() mutable -> std::optional<int> {
    if (at == bad) throw std::runtime_error("no more");
    return at < count ? std::optional(at++) : std::nullopt;
  };
}

/// Some tasks take long, so that later ones are done before them.
int slow_square(int number) {
  if (number % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(200));
  return number * number;
}

Work::Work square_all(std::size_t) {
  return [](int&& number) { return slow_square(number); };
}

std::size_t one(const int&) { return 1; }

}  // namespace

TEST_CASE("results come in the order of the tasks, each once, for any number of threads") {
  for (const std::size_t threads : {1U, 2U, 7U}) {
    CAPTURE(threads);
    std::vector<int> results;
    Work({.threads = threads}, numbers(1000), one, square_all).run([&](int&& result) { results.push_back(result); });
    REQUIRE(results.size() == 1000);
    for (int i = 0; i < 1000; ++i) CHECK(results[static_cast<std::size_t>(i)] == i * i);
  }
}

TEST_CASE("nothing to do is done at once") {
  int used = 0;
  Work({.threads = 3}, numbers(0), one, square_all).run([&](int&&) { ++used; });
  CHECK(used == 0);
}

TEST_CASE("no more is in flight than allowed, in tasks and in bytes; a large task passes alone") {
  const auto most_in_flight = [](const InFlight& limits, std::size_t cost) {
    std::atomic<int> taken{0};
    int used = 0;
    std::atomic<int> most{0};
    const auto next = [&, source = numbers(300)]() mutable {
      auto number = source();
      return number;
    };
    const auto make = [&](std::size_t) -> Work::Work {
      return [&](int&& number) {
        ++taken;
        return slow_square(number);
      };
    };
    Work(
        limits, next, [cost](const int&) { return cost; }, make)
        .run([&](int&&) {
          most = std::max<int>(most, taken - used);
          ++used;
        });
    CHECK(used == 300);
    return most.load();
  };
  // The one that is being used has left its place to another.
  CHECK(most_in_flight({.threads = 4, .tasks = 5}, 1) <= 6);
  CHECK(most_in_flight({.threads = 4, .tasks = 100, .bytes = 30}, 10) <= 4);
  CHECK(most_in_flight({.threads = 4, .tasks = 100, .bytes = 30}, 1000) <= 2);
}

TEST_CASE("further threads begin only when there is work for them") {
  std::atomic<int> made{0};
  const auto make = [&](std::size_t) -> Work::Work {
    ++made;
    return [](int&& number) { return number; };
  };
  Work({.threads = 8, .bytes_a_thread = 1000}, numbers(900), one, make).run([](int&&) {});
  CHECK(made == 1);
}

TEST_CASE("what fails ends the work after the results before it") {
  for (const std::size_t threads : {1U, 2U, 7U}) {
    CAPTURE(threads);
    std::vector<int> results;
    const auto keep = [&](int&& result) { results.push_back(result); };
    CHECK_THROWS_WITH(Work({.threads = threads}, numbers(1000, 100), one, square_all).run(keep), "no more");
    CHECK(results.size() == 100);
    results.clear();
    const auto make = [](std::size_t) -> Work::Work {
      return [](int&& number) { return number == 50 ? throw std::runtime_error("bad 50") : slow_square(number); };
    };
    CHECK_THROWS_WITH(Work({.threads = threads}, numbers(1000), one, make).run(keep), "bad 50");
    CHECK(results.size() == 50);
    results.clear();
    const auto full = [&](int&& result) {
      if (results.size() == 30) throw std::runtime_error("disk full");
      results.push_back(result);
    };
    CHECK_THROWS_WITH(Work({.threads = threads}, numbers(1000), one, square_all).run(full), "disk full");
  }
}
