// How far a long run is, on stderr.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <ostream>
#include <string>

namespace zhibiao::cli {

/// Counts documents and says, from the first second on, how many are done, how fast and how much time is left.
class Progress {
 public:
  enum class Form {
    none,
    line,  ///< one line of a terminal, written over again
    log    ///< a line now and then, and one at the end: for files
  };
  /// Seconds since any fixed time.
  using Clock = std::function<double()>;

  Progress(std::ostream& err, Form form, Clock clock);
  /// Takes the line away.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// A document is done. `share` is how much of all is, 0 to 1, where that is known.
  void done(std::size_t bytes, std::optional<double> share);
  /// Takes the line away, so that something else can be said.
  void clear();
  /// All is done.
  void finish();

 private:
  std::string text(double seconds) const;
  void show(double now);

  std::ostream& err_;
  Form form_;
  Clock clock_;
  double begin_ = 0;
  double shown_ = 0;  ///< when
  bool on_screen_ = false;
  std::size_t documents_ = 0;
  std::size_t bytes_ = 0;
  std::optional<double> share_;
};

}  // namespace zhibiao::cli
