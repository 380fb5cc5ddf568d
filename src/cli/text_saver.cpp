// Command line, texts saved. Input: sources; output: their texts as files below a folder, none outside of it.
// Tested by tests/cli/input_test.cpp.
#include "cli/text_saver.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "cli/output.hpp"

namespace zhibiao::cli {
namespace {

/// Where --save-text puts a document: its path below the folder, steps that lead out of it made harmless.
std::string saved_name(const std::string& name) {
  if (name == "-") return "stdin.txt";
  std::string path;
  std::size_t at = 0;
  while (at < name.size()) {
    const std::size_t slash = std::min(name.find('/', at), name.size());
    const std::string step = name.substr(at, slash - at);
    at = slash + 1;
    if (step.empty() || step == ".") continue;
    path += (path.empty() ? "" : "/") + (step == ".." ? std::string("_") : step);
  }
  return path + ".txt";
}

}  // namespace

void TextSaver::save(const Source& source) {
  if (!wanted()) return;
  std::string path = folder_ + "/" + saved_name(source.name());
  for (int number = 2; !taken_.insert(std::hash<std::string>()(path)).second; ++number) {
    path = fmt::format("{}/{}", folder_, saved_name(fmt::format("{}~{}", source.name(), number)));
  }
  make_folders_for(path);
  Output output(context_.out, path);
  output.stream() << source.text();
  output.commit();
}

}  // namespace zhibiao::cli
