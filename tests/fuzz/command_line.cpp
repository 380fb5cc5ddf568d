// Fuzzer: the whole program. Input: one argument a line up to an empty line, then standard input. It runs in a folder
// of its own; names of files keep to it.
#include <stdlib.h>
#include <unistd.h>
#include <algorithm>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "check.hpp"
#include "cli/app.hpp"
#include "read/sniff.hpp"
#include "target.hpp"

namespace zhibiao_fuzz {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kArguments = 12;
constexpr std::string_view kPlan = "2021年工作要点\n一、目标\n（一）年底前，新增普惠托位1.2万个，参保率达到95%以上。\n";
constexpr std::string_view kTable =
    "file,year,indicator,comparator,value,unit,kind,mention,start,end\n"
    "plan.txt,2020,普惠托位,=,11000,个,count,1.1万个,0,1\nplan.txt,2020,参保率,>=,94,%,rate,94%以上,2,3\n";
constexpr std::string_view kRules = "[[words]]\nid = \"verb.action\"\nabout = \"a\"\nwords = [\"建成\"]\n";

/// A folder that goes with the process, with a plan, a table and a rule file in it.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "zhibiao-fuzz-XXXXXX").string();
    require(::mkdtemp(name.data()) != nullptr, "there is a folder to run in");
    path_ = name;
    fs::current_path(path_);
    fill();
  }
  ~Folder() {
    std::error_code ignored;
    fs::current_path("/", ignored);
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  /// As it was at first.
  void fill() const {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(path_)) fs::remove_all(entry.path(), ignored);
    write("plan.txt", kPlan);
    write("table.csv", kTable);
    write("rules.toml", kRules);
  }

 private:
  void write(const char* name, std::string_view bytes) const { std::ofstream(path_ / name, std::ios::binary) << bytes; }
  fs::path path_;
};

/// Nothing outside of the folder is touched, no other program is started.
bool harmless(std::string_view argument) {
  return argument.find('/') == std::string_view::npos && argument.find("..") == std::string_view::npos &&
         argument.find("convert") == std::string_view::npos && argument.find('~') == std::string_view::npos;
}

std::vector<std::string> take_arguments(std::string_view& bytes) {
  std::vector<std::string> arguments;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view argument = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (argument.empty()) break;
    // The system hands over no argument with a NUL in it.
    if (argument.find('\0') != std::string_view::npos || arguments.size() >= kArguments) continue;
    if (harmless(argument)) arguments.emplace_back(argument);
  }
  return arguments;
}

struct Result {
  std::string out;
  std::string err;
  int status = 0;
  bool operator==(const Result&) const = default;
};

Result run(const std::vector<std::string>& arguments, std::string_view input) {
  std::istringstream in{std::string(input)};
  std::ostringstream out;
  std::ostringstream err;
  const int status = zhibiao::cli::run(arguments, in, out, err, {});
  return {out.str(), err.str(), status};
}

}  // namespace

void command_line(std::string_view bytes) {
  static Folder folder;
  const std::vector<std::string> arguments = take_arguments(bytes);
  using zhibiao::read_stage::FileKind;
  const FileKind kind = zhibiao::read_stage::sniff(bytes).kind;
  if (kind == FileKind::pdf || kind == FileKind::office) return;
  const Result result = run(arguments, bytes);
  require(result.status >= 0 && result.status <= 2, "the exit status is 0, 1 or 2");
  require(result.status != 2 || !result.err.empty(), "trouble is told");
  require(result.err.empty() || result.err.ends_with('\n'), "a message is a whole line");
  require(is_text(result.err), "messages are UTF-8");
  folder.fill();
  if (bytes.size() % 4 != 0) return;
  Result again = run(arguments, bytes);
  // How far a run has come tells the time that passed.
  const auto tells_time = [](const std::string& argument) { return argument.starts_with("--prog"); };
  if (std::any_of(arguments.begin(), arguments.end(), tells_time)) again.err = result.err;
  require(again == result, "the same command gives the same output");
  folder.fill();
}

}  // namespace zhibiao_fuzz
