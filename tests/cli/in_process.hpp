// The program run in-process.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "cli/app.hpp"

namespace zhibiao_tests {

struct Outcome {
  std::string out;
  std::string err;
  int status = 0;
};

inline Outcome run(const std::vector<std::string>& args, const std::string& input = "",
                   const zhibiao::cli::Terminal& terminal = {}) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  const int status = zhibiao::cli::run(args, in, out, err, terminal);
  return {out.str(), err.str(), status};
}

}  // namespace zhibiao_tests
