// Extract stage: the keys of frame rules as values. Tested by the frame rules' own examples.
#include "extract/frames.hpp"

namespace zhibiao::extract {
namespace {

/// Bits of the kinds that a list such as `rate,ratio` names.
std::uint32_t kinds_of(std::string_view list) {
  std::uint32_t kinds = 0;
  for (const std::string_view name : rules::parts_of(list, ',')) {
    if (const auto kind = find_kind(name)) kinds |= std::uint32_t{1} << static_cast<int>(*kind);
  }
  return kinds;
}

}  // namespace

std::uint32_t kinds_for(const rules::Rule& rule) {
  const auto only = rule.view("kind");
  return (only.empty() ? ~std::uint32_t{0} : kinds_of(only)) & ~kinds_of(rule.view("not_kind"));
}

Frame::Frame(const rules::Pattern& one, const rules::Lexicon& lexicon) : pattern(&one) {
  const rules::Rule& rule = one.rule();
  kinds = kinds_for(rule);
  only_for = rule.view("for");
  unit = rule.view("unit");
  opens = rules::parts_of(rule.view("opens"), '|');
  behind = rules::parts_of(rule.view("behind"), '|');
  head = rule.flag("head");
  for (const std::string_view group : rules::parts_of(rule.view("scope_class"), '|'))
    scope_class |= lexicon.class_bit(group);
  verb_class = lexicon.class_bit(rule.view("verb"));
  if (rule.view("change") == "none") direction = ' ';
  if (rule.view("change") == "increase") direction = 'G';
  if (rule.view("change") == "decrease") direction = 'L';
  carries = rule.flag("carry");
}

std::vector<Frame> make_frames(const rules::Lexicon& lexicon) {
  std::vector<Frame> frames;
  for (const auto& pattern : lexicon.frames().patterns()) frames.emplace_back(pattern, lexicon);
  return frames;
}

}  // namespace zhibiao::extract
