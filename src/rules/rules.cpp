// The public face of the rule stage: the compiled-in files, and the user's on top of them. Tested by tests/rules/.
#include "zhibiao/rules.hpp"

#include <filesystem>
#include <fstream>
#include <ios>
#include <iterator>

#include "rules/embedded.hpp"
#include "rules/lexicon.hpp"
#include "rules/packed.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao {
namespace {

std::vector<rules::RuleFile> builtin_files() {
  if (const auto packed = rules::packed_rules(); !packed.empty()) return rules::unpack(packed);
  std::vector<rules::RuleFile> files;
  for (const auto& file : rules::embedded_files()) {
    files.push_back(rules::parse_rule_file(std::string(file.name), file.text));
  }
  return files;
}

}  // namespace

const Rules& Rules::builtin() {
  // Never taken apart: what the end of the program frees anyway.
  static const Rules& rules = *new Rules(with_files({}));
  return rules;
}

Rules Rules::with_files(const std::vector<std::string>& paths) {
  std::vector<rules::RuleFile> own;
  for (const auto& path : paths) {
    if (std::filesystem::is_directory(path)) throw Error(path, "is a folder; name the rule files in it");
    std::ifstream in(path, std::ios::binary);
    if (!in) throw Error(path, "cannot read this rule file");
    std::string text;
    try {
      text.assign(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    } catch (const std::ios_base::failure&) {
      throw Error(path, "this rule file cannot be read to its end");
    }
    own.push_back(rules::parse_rule_file(path, text));
  }
  Rules rules;
  const bool known = own.empty() && !rules::packed_rules().empty();
  rules.lexicon_ = std::make_shared<rules::Lexicon>(
      builtin_files(), own, known ? rules::Lexicon::Known::by_the_build : rules::Lexicon::Known::nothing);
  return rules;
}

std::vector<RuleInfo> Rules::list() const {
  std::vector<RuleInfo> infos;
  for (const auto& rule : lexicon_->rules()) {
    infos.push_back({rule.id, rule.type, rule.place(), rule.about, rule.documented().source});
  }
  return infos;
}

}  // namespace zhibiao
