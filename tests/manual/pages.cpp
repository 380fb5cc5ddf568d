// Pages whose examples are real runs. Input: a page; output: the page with what its commands print now.
#include "manual/pages.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

#include "shell.hpp"

namespace manual {
namespace {

namespace fs = std::filesystem;
using zhibiao_tests::shell;

/// What a page may use beside the system's own tools, and how to see whether it is there.
const std::vector<std::pair<std::string, std::string>> kPrograms = {
    {"python3", "python3 -c 'import pandas'"},
    {"Rscript", "command -v Rscript"},
    {"jq", "command -v jq"},
    {"sqlite3", "command -v sqlite3"},
};

/// The word stands in the command, not as a part of a longer one.
bool holds_word(const std::string& command, const std::string& word) {
  const auto inside = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '/'; };
  for (std::size_t at = command.find(word); at != std::string::npos; at = command.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !inside(command[at - 1])) && (end == command.size() || !inside(command[end]))) return true;
  }
  return false;
}

}  // namespace

Session::Session(std::string folder, bool chinese) : folder_(std::move(folder)) {
  const fs::path source = ZHIBIAO_SOURCE_DIR;
  for (const char* name : {"seeds", "tests"}) fs::create_directory_symlink(source / name, fs::path(folder_) / name);
  fs::create_directory(fs::path(folder_) / ".bin");
  const fs::path program = fs::path(folder_) / ".bin/zhibiao";
  std::ofstream(program) << "#!/bin/sh\n"
                         << (chinese ? "LC_ALL=zh_CN.UTF-8 " : "") << "exec '" << ZHIBIAO_PROGRAM << "' \"$@\"\n";
  fs::permissions(program, fs::perms::owner_all);
}

std::string Session::rerun(const std::string& page) {
  std::istringstream in(page);
  std::string result;
  for (std::string line; std::getline(in, line);) {
    result += line + "\n";
    if (!line.starts_with("```") || line == "```") continue;
    std::vector<std::string> lines;
    std::string end;
    while (std::getline(in, end) && end != "```") lines.push_back(end);
    const std::size_t blank = line.find(' ');
    if (line == "```console") {
      block(lines, result);
    } else {
      std::string text;
      for (const std::string& one : lines) text += one + "\n";
      if (blank != std::string::npos) std::ofstream(folder_ + "/" + line.substr(blank + 1)) << text;
      result += text;
    }
    result += "```\n";
  }
  return result;
}

void Session::block(const std::vector<std::string>& lines, std::string& page) {
  for (std::size_t i = 0; i < lines.size();) {
    std::string command = lines[i].starts_with("$ ") ? lines[i].substr(2) : std::string();
    page += lines[i++] + "\n";
    for (; i < lines.size() && lines[i].starts_with("> "); ++i) {
      command += "\n" + lines[i].substr(2);
      page += lines[i] + "\n";
    }
    std::string before;
    for (; i < lines.size() && !lines[i].starts_with("$ "); ++i) before += lines[i] + "\n";
    page += lacks_a_program(command) ? before : output_of(command);
  }
}

bool Session::lacks_a_program(const std::string& command) {
  return std::any_of(kPrograms.begin(), kPrograms.end(), [&](const auto& program) {
    if (!holds_word(command, program.first)) return false;
    const auto [known, is_new] = there_.try_emplace(program.first);
    if (is_new) known->second = shell(prelude() + program.second).status == 0;
    if (known->second) return false;
    skipped_.push_back(command);
    return true;
  });
}

std::string Session::prelude() const {
  // Debian's own tools first: their libraries are the packaged ones.
  return "cd '" + folder_ + "' && export LC_ALL=C.UTF-8 TZ=UTC PATH='" + folder_ +
         "/.bin':/usr/bin:/bin:\"$PATH\" && unset COLUMNS NO_COLOR\n";
}

std::string Session::output_of(const std::string& command) {
  const auto ran = shell(prelude() + command);
  if (ran.status >= 126 || command.empty()) broken_.push_back(command + ": " + ran.out);
  return ran.out.empty() || ran.out.ends_with('\n') ? ran.out : ran.out + "\n";
}

}  // namespace manual
