// The whole program as one function, so that tests run it in-process.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace zhibiao::cli {

/// What the user sits in front of.
struct Terminal {
  bool tty = false;        ///< a terminal: forms for people are the default
  bool colour = false;     ///< and colours are welcome on it
  std::size_t width = 0;   ///< its columns; 0: no limit
  bool chinese = false;    ///< the locale's language is Chinese
  bool err_tty = false;    ///< stderr is a terminal: progress may be shown there
  std::string pager = {};  ///< the command that shows long output on it, for --pager; empty: there is none
};

/// Exit statuses.
inline constexpr int kDone = 0;     ///< all of it was done
inline constexpr int kFails = 1;    ///< done, and the answer is "fails"
inline constexpr int kTrouble = 2;  ///< could not do all of it

/// Runs `zhibiao ARGS…` (without the program's name). Results go to `out`, one line for each problem to `err`.
int run(const std::vector<std::string>& args, std::istream& in, std::ostream& out, std::ostream& err,
        const Terminal& terminal);

}  // namespace zhibiao::cli
