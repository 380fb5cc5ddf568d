// Plans in a folder of a test's own, and what `diff` prints of them.
#pragma once

#include <nlohmann/json.hpp>

#include <sstream>
#include <string>
#include <vector>

#include "cli/in_process.hpp"
#include "read/folder.hpp"

namespace diff_tests {

using nlohmann::json;
using zhibiao_tests::Folder;
using zhibiao_tests::run;

inline const std::string kOld =
    "2021年工作要点\n一、卫生\n婴儿死亡率控制在7‰以内。新增床位100张。新建公园3个。森林覆盖率达到45%。\n";
inline const std::string kNew =
    "2022年工作要点\n一、卫生\n婴儿死亡率控制在5.6‰以内。新增床位120张。改造厕所8座。森林覆盖率达到45%。\n";

struct Plans {
  Folder folder;
  std::string before = write("old.txt", kOld);
  std::string after = write("new.txt", kNew);
  std::string write(const std::string& name, const std::string& text) const { return folder.file(name, text); }
};

inline std::vector<json> lines(const std::string& text) {
  std::vector<json> all;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) all.push_back(json::parse(line));
  return all;
}

/// The changes that `diff ARGS… --format jsonl` prints.
inline std::vector<json> changes(std::vector<std::string> args) {
  args.insert(args.begin(), "diff");
  args.insert(args.end(), {"--format", "jsonl"});
  return lines(run(args).out);
}

inline std::vector<std::string> column(const std::vector<json>& rows, const std::string& name) {
  std::vector<std::string> values;
  for (const json& row : rows) values.push_back(row[name].is_null() ? "" : row[name].get<std::string>());
  return values;
}

}  // namespace diff_tests
