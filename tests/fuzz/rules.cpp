// Fuzzer: rule files that users write, run over a text: alone, and one in sixteen added to the compiled-in ones, which
// takes hundreds of times as long.
#include "check.hpp"
#include "extract/extractor.hpp"
#include "outline/outline.hpp"
#include "rules/embedded.hpp"
#include "rules/lexicon.hpp"
#include "target.hpp"

namespace zhibiao_fuzz {
namespace {

using zhibiao::rules::RuleFile;

constexpr std::string_view kPlan =
    "2021年工作要点\n一、目标\n（一）年底前，新增托位1.2万个，经常参加锻炼人数比例达到40%以上，"
    "65岁及以上老年人健康管理率分别提高2个和3个百分点。每千人口床位数不低于6.5张。\n";

const std::vector<RuleFile>& builtin_files() {
  static const auto files = [] {
    std::vector<RuleFile> parsed;
    for (const auto& file : zhibiao::rules::embedded_files()) {
      parsed.push_back(zhibiao::rules::parse_rule_file(std::string(file.name), file.text));
    }
    return parsed;
  }();
  return files;
}

void run_rules(const std::vector<RuleFile>& builtin, const RuleFile& own) {
  const zhibiao::rules::Lexicon lexicon(builtin, {own});
  const zhibiao::extract::Extractor extractor(lexicon);
  static zhibiao::text::Segmenter segmenter;
  std::string text(kPlan);
  for (const auto& rule : own.rules) {
    for (const auto& example : rule.yes) text += example.text + "\n";
  }
  const zhibiao::Source source("plan.txt", as_text(text));
  const auto view = zhibiao::text::repair(source);
  const auto nodes = zhibiao::outline::build_outline(view, source);
  zhibiao::Analysis analysis;
  analysis.facts = extractor.extract(source, view, nodes, {}, segmenter);
  check_facts(source, analysis);
}

}  // namespace

void rules(std::string_view bytes) {
  RuleFile own;
  const bool parsed = accepted([&] { own = zhibiao::rules::parse_rule_file("own.toml", bytes); });
  if (!parsed || own.rules.empty()) return;
  accepted([&] { run_rules({}, own); });
  if (bytes.size() % 16 == 0) accepted([&] { run_rules(builtin_files(), own); });
}

}  // namespace zhibiao_fuzz
