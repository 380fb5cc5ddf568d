// Plans that say the payloads, in their names too.
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "read/folder.hpp"
#include "safety/payloads.hpp"

namespace safety {

using Args = std::vector<std::string>;

/// A plan in which the text stands as title, issuer, heading, indicator and in a sentence.
inline std::string plan_with(const std::string& payload) {
  return fmt::format("2022年{0}工作要点\n{0}市卫生局\n\n一、{0}健康\n（一）{0}。新增{0}床位5张，{0}覆盖率达到90%。\n",
                     payload);
}

/// Each payload in a plan of that name, and in one of a harmless name.
struct Plans {
  zhibiao_tests::Folder folder;
  Args files;
  Plans() {
    for (const std::string& payload : payloads()) {
      const std::string name = fmt::format("{}{}.txt", files.size(), as_name(payload));
      files.push_back(folder.file(name, plan_with(payload)));
    }
  }
  Args with(const Args& command, const Args& options) const {
    Args args = command;
    args.insert(args.end(), files.begin(), files.end());
    args.insert(args.end(), options.begin(), options.end());
    return args;
  }
};

}  // namespace safety
