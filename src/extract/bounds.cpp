// Extract stage: bounds that do not touch their value: those that close or open a list, stand before the verb or before the
// noun that a share is of. Tested by tests/specs/comparators.toml and lists.toml.
#include "extract/bounds.hpp"

#include <algorithm>

#include "extract/words.hpp"

namespace zhibiao::extract {
namespace {

/// Comparators that close a list hold for its members: `7.0‰和9.5‰以内`, `不低于22%和30%`.
void share_list_bounds(std::vector<Quantity>& quantities, const std::vector<Token>& tokens) {
  for (std::size_t i = tokens.size(); i-- > 2;) {
    if (tokens[i].tag != 'Q' || tokens[i - 1].tag != '/' || tokens[i - 2].tag != 'Q') continue;
    Quantity& last = quantities[static_cast<std::size_t>(tokens[i].mention)];
    Quantity& previous = quantities[static_cast<std::size_t>(tokens[i - 2].mention)];
    if (last.suffix.empty() || !previous.comparator.empty() || last.kind != previous.kind) continue;
    previous.comparator = previous.suffix = last.suffix;
    previous.comparator_rule = last.comparator_rule;
  }
}

/// `分别不低于93%、88%`: the bound before a 分别 list holds for all of it.
void share_distributed_bounds(std::vector<Quantity>& quantities, const std::vector<Token>& tokens) {
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    if (tokens[i].tag != 'F') continue;
    const Quantity* first = nullptr;
    for (std::size_t j = i + 1; j < tokens.size() && !is_one_of(tokens[j].tag, ",;.:"); ++j) {
      if (tokens[j].tag != 'Q') continue;
      Quantity& quantity = quantities[static_cast<std::size_t>(tokens[j].mention)];
      if (first == nullptr) {
        first = &quantity;
      } else if (quantity.comparator.empty() && first->suffix.empty()) {
        quantity.comparator = first->comparator;
      }
    }
  }
}

/// A bound that stands before the verb (`至少建成1个`) or before a 分别 list belongs to the value.
void attach_apart_bounds(std::string_view text, Mentions& mentions, const std::vector<Token>& tokens,
                         const rules::Lexicon& lexicon) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].tag != 'K') continue;
    std::size_t length = 0;
    const auto* bound = lexicon.comparator_before(text, tokens[i].span.end, length);
    if (bound == nullptr) continue;
    for (std::size_t j = i + 1; j < tokens.size() && tokens[j].tag != ',' && tokens[j].tag != ';'; ++j) {
      // 至少建成广场1处: one noun may stand between, if it touches the value.
      const bool touches = tokens[j].tag == 'N' && j + 1 < tokens.size() && tokens[j + 1].tag == 'Q';
      if ((tokens[j].tag == 'N' && !touches) || tokens[j].tag == 'v') break;
      if (tokens[j].tag != 'Q') continue;
      Quantity& quantity = mentions.quantities[static_cast<std::size_t>(tokens[j].mention)];
      if (quantity.comparator.empty()) quantity.comparator = bound->value;
      break;
    }
  }
}

/// `不低于总课时的10%`: the bound stands before the noun that the share is of.
void attach_distant_bounds(std::string_view text, std::vector<Quantity>& quantities, const rules::Lexicon& lexicon) {
  constexpr std::size_t kReach = 36;
  constexpr std::size_t kLongReach = 96;  // in a base without list marks, values and another verb of shares
  const std::uint64_t shares = lexicon.bits(WordClass::verb_share);
  for (Quantity& quantity : quantities) {
    const auto before = text.substr(0, quantity.span.begin);
    if (!quantity.comparator.empty() || !before.ends_with(words::kOf)) continue;
    const std::size_t from = before.size() > kLongReach ? before.size() - kLongReach : 0;
    for (std::size_t end = before.size() - words::kOf.size(); end > from; --end) {
      if (text[end] == ',' || text[end] == ';') break;
      const bool valued = std::any_of(quantities.begin(), quantities.end(),
                                      [&](const Quantity& one) { return one.span.contains(end); });
      const bool shared = (lexicon.words().longest(before, end).value & shares) != 0;
      const bool far = before.size() - end > kReach;
      std::size_t length = 0;
      const auto* bound = lexicon.comparator_before(text, end, length);
      if (shared && !valued && bound != nullptr) quantity.comparator = bound->value;  // 约占总数的10%
      if (valued || shared || (far && text.substr(end).starts_with("、"))) break;
      if (bound == nullptr || length < 2 * words::kOf.size()) continue;
      if (lexicon.words().longest(text, end - length).length > length) continue;  // 最低工资标准
      quantity.comparator = bound->value;
      break;
    }
  }
}

}  // namespace

void attach_bounds(std::string_view text, Mentions& mentions, const std::vector<Token>& tokens,
                   const rules::Lexicon& lexicon) {
  attach_distant_bounds(text, mentions.quantities, lexicon);
  share_list_bounds(mentions.quantities, tokens);
  attach_apart_bounds(text, mentions, tokens, lexicon);
  share_distributed_bounds(mentions.quantities, tokens);
}

}  // namespace zhibiao::extract
