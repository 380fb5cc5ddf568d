// Command line, progress. Input: documents as they are done; output: a line on stderr that is gone in the end.
// Tested by tests/cli/progress_test.cpp.
#include "cli/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "write/counted.hpp"

namespace zhibiao::cli {
namespace {

constexpr double kPatience = 1;     // seconds of work that need no explanation
constexpr double kEachLine = 0.2;   // seconds between two states of the line
constexpr double kEachLog = 10;     // seconds between two lines of a log
constexpr double kTooEarly = 0.01;  // share below which the rest is a guess

constexpr const char* kEraseLine = "\r\x1B[K";

/// `0:07`, `1:02:33`
std::string duration(double seconds) {
  const auto whole = static_cast<unsigned long>(seconds + 0.5);
  const unsigned long minutes = whole / 60;
  return minutes < 60 ? fmt::format("{}:{:02}", minutes, whole % 60)
                      : fmt::format("{}:{:02}:{:02}", minutes / 60, minutes % 60, whole % 60);
}

}  // namespace

Progress::Progress(std::ostream& err, Form form, Clock clock)
    : err_(err), form_(form), clock_(std::move(clock)), begin_(form == Form::none ? 0 : clock_()), shown_(begin_) {}

Progress::~Progress() { clear(); }

void Progress::done(std::size_t bytes, std::optional<double> share) {
  ++documents_;
  bytes_ += bytes;
  if (share) share_ = share;
  if (form_ == Form::none) return;
  const double now = clock_();
  const double pause = form_ == Form::line ? kEachLine : kEachLog;
  if (now - begin_ >= kPatience && now - shown_ >= pause) show(now);
}

void Progress::show(double now) {
  shown_ = now;
  if (form_ == Form::line) {
    clear();
    err_ << "zhibiao: " << text(now - begin_) << std::flush;
    on_screen_ = true;
  } else {
    err_ << "zhibiao: " << text(now - begin_) << '\n' << std::flush;
  }
}

std::string Progress::text(double seconds) const {
  const double megabytes = static_cast<double>(bytes_) / 1e6;
  std::string line = fmt::format("{}, {:.1f} MB, {:.1f} MB/s", write::counted(documents_, "document"), megabytes,
                                 megabytes / std::max(seconds, 1e-3));
  if (share_ && *share_ >= kTooEarly && *share_ < 1) {
    line += fmt::format(", {:.0f} %, {} left", *share_ * 100, duration(seconds * (1 - *share_) / *share_));
  }
  return line;
}

void Progress::clear() {
  if (!on_screen_) return;
  err_ << kEraseLine << std::flush;
  on_screen_ = false;
}

void Progress::finish() {
  if (form_ == Form::log) show(clock_());
  clear();
  form_ = Form::none;
}

}  // namespace zhibiao::cli
