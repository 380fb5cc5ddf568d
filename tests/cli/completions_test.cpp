// Completion scripts: accepted by their shells, and what a person gets by the tab key.
#include <doctest/doctest.h>

#include <string>

#include "cli/declared.hpp"
#include "cli/in_process.hpp"
#include "cli/shells.hpp"
#include "read/folder.hpp"

using zhibiao_tests::Folder;
using zhibiao_tests::installed;
using zhibiao_tests::run;
using zhibiao_tests::shell;
using zhibiao_tests::terminals;
using zhibiao_tests::typed;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string script(const std::string& shell_name, const std::string& language = "en") {
  const auto outcome = run({"completions", shell_name, "--lang", language});
  CHECK(outcome.status == 0);
  CHECK(outcome.err.empty());
  return outcome.out;
}

/// `zhibiao` as a function that shows the arguments it got.
const std::string kShow = "zhibiao() { printf '<%s>' \"$@\"; echo; }\n";

}  // namespace

TEST_CASE("each shell accepts its script, in both languages") {
  const Folder folder;
  for (const char* name : {"bash", "zsh", "fish"}) {
    if (!installed(name, "its completion")) continue;
    for (const char* language : {"en", "zh"}) {
      const auto checked = shell(std::string(name) + " -n " + folder.file(name, script(name, language)));
      CHECK(checked.status == 0);
      CHECK(checked.out.empty());
    }
  }
}

TEST_CASE("the scripts know every command and every option") {
  const zhibiao_tests::Declared declared;
  const std::string bash = script("bash");
  const std::string zsh = script("zsh");
  const std::string fish = script("fish");
  for (const auto* command : declared.all()) {
    for (const auto& option : command->options) {
      CAPTURE(option.name());
      CHECK(has(bash, option.name()));
      CHECK(has(zsh, option.name()));
      CHECK(has(fish, " -l " + option.name().substr(2) + " "));
    }
    if (command->path.empty()) continue;
    CHECK(has(bash, command->path.back()));
    CHECK(has(zsh, "'" + command->path.back() + ":"));
    CHECK(has(fish, " -a " + command->path.back() + " "));
  }
  CHECK(has(script("zsh", "zh"), "显示版本"));
  CHECK(has(script("fish", "zh"), "显示版本"));
}

TEST_CASE("bash completes as one types") {
  if (!installed("bash", "its completion") || !terminals()) return;
  const Folder folder;
  folder.file("my plan.txt", "");
  const std::string rc = folder.file(
      "rc", "PS1='@ '\nbind 'set enable-bracketed-paste off'\ncd '" + folder.path() + "'\n" + kShow + script("bash"));
  const std::string shown = typed(
      {"bash", "--noprofile", "--rcfile", rc, "-i"}, "@ ",
      {"zhibiao targ\t--rol\tresu\t\n", "zhibiao rules li\t--form\tjsonl\t\n", "zhibiao targets --kind rate,cou\t\n",
       "zhibiao targets --role=al\t\n", "zhibiao targets --columns item,ind\t\n", "zhibiao targets my\t\n",
       "zhibiao targets -o my\t\n", "zhibiao targets outline --ite\t\n", "zhibiao help dif\t\n"});
  CHECK(has(shown, "<targets><--role><result>"));
  CHECK(has(shown, "<rules><list><--format><jsonl>"));
  CHECK(has(shown, "<targets><--kind><rate,count>"));
  CHECK(has(shown, "<targets><--role=all>"));
  CHECK(has(shown, "<targets><--columns><item,indicator>"));
  CHECK(has(shown, "<targets><my plan.txt>"));
  CHECK(has(shown, "<targets><-o><my plan.txt>"));
  CHECK(has(shown, "<targets><outline><--item>"));
  CHECK(has(shown, "<help><diff>"));
}

TEST_CASE("zsh completes as one types") {
  if (!installed("zsh", "its completion") || !terminals()) return;
  const Folder folder;
  folder.file("my plan.txt", "");
  folder.file("_zhibiao", script("zsh"));
  folder.file(".zshrc", "PS1='@ '\nunsetopt prompt_sp prompt_cr\nzle_bracketed_paste=()\nbindkey -e\ncd '" +
                            folder.path() + "'\nfpath=('" + folder.path() + "' $fpath)\n" +
                            "autoload -Uz compinit && compinit -u -D\n" + kShow);
  const std::string shown =
      typed({"env", "ZDOTDIR=" + folder.path(), "zsh", "-i"}, "@ ",
            {"zhibiao targ\t--rol\tresu\t\n", "zhibiao rules li\t--form\tjsonl\t\n",
             "zhibiao targets --kind rate,cou\t\n", "zhibiao targets my\t\n", "zhibiao help dif\t\n"});
  CHECK(has(shown, "<targets><--role=result>"));
  CHECK(has(shown, "<rules><list><--format=jsonl>"));
  CHECK(has(shown, "<targets><--kind><rate,count>"));
  CHECK(has(shown, "<targets><my plan.txt>"));
  CHECK(has(shown, "<help><diff>"));
}

TEST_CASE("fish completes what stands on the line") {
  if (!installed("fish", "its completion")) return;
  const Folder folder;
  folder.file("plan.txt", "");
  const std::string source = folder.file("zhibiao.fish", script("fish"));
  const auto complete = [&](const std::string& line) {
    return shell("cd '" + folder.path() + "' && HOME='" + folder.path() + "' fish --no-config -c 'source " + source +
                 "; complete -C \"" + line + "\"'")
        .out;
  };
  CHECK(has(complete("zhibiao targ"), "targets\t"));
  CHECK(has(complete("zhibiao targets --rol"), "--role\t"));
  CHECK(has(complete("zhibiao targets --role resu"), "result\t"));
  CHECK_FALSE(has(complete("zhibiao targets --role "), "plan.txt"));
  CHECK(has(complete("zhibiao targets --kind rate,cou"), "rate,count\t"));
  CHECK(has(complete("zhibiao rules "), "list\t"));
  CHECK(has(complete("zhibiao targets pl"), "plan.txt"));
  CHECK(has(complete("zhibiao targets -o pl"), "plan.txt"));
  CHECK_FALSE(has(complete("zhibiao outline --rol"), "--role"));
}
