// Needs of patterns. In: an expression. Out: sets of words of each of which a matching text holds one.
// Tested by tests/rules/needs_test.cpp.
#include "rules/needs.hpp"

#include <re2/filtered_re2.h>

#include <algorithm>
#include <numeric>

#include "rules/utf8.hpp"

namespace zhibiao::rules {
namespace {

/// RE2's filter for one pattern: it tells which sets of words (atoms) let the pattern through.
class Probe {
 public:
  explicit Probe(const std::string& expression) : filter_(kShortest) {
    RE2::Options options(RE2::Quiet);
    int id = 0;
    if (filter_.Add(expression, options, &id) != RE2::NoError) return;
    filter_.Compile(&atoms_);
  }
  const std::vector<std::string>& atoms() const { return atoms_; }

  /// Whether a text with all atoms but those marked can match.
  bool passes_without(const std::vector<bool>& missing) const {
    std::vector<int> held;
    for (std::size_t i = 0; i < atoms_.size(); ++i) {
      if (!missing[i]) held.push_back(static_cast<int>(i));
    }
    std::vector<int> passed;
    filter_.AllPotentials(held, &passed);
    return !passed.empty();
  }

 private:
  static constexpr int kShortest = 1;  // bytes: digits tell too
  re2::FilteredRE2 filter_;
  std::vector<std::string> atoms_;
};

/// The letter of the expression that RE2 tells as this small one; empty where it holds none.
std::string capital_of(std::string_view letter, std::string_view expression) {
  for (std::size_t at = 0; at < expression.size(); at += char_length(expression[at])) {
    const std::string one(expression.substr(at, char_length(expression[at])));
    if (one.size() > 1 && Probe(one).atoms() == std::vector<std::string>{std::string(letter)}) return one;
  }
  return {};
}

/// RE2 tells words in small letters of all scripts, Ⅲ as ⅲ; texts are told so in Latin ones only. Adds the word as it may be
/// printed. False: that cannot be said.
bool add_printed(const std::string& word, std::string_view expression, std::vector<std::string>& words) {
  words.push_back(word);
  bool other = false;
  for (std::size_t at = 0; at < word.size(); at += char_length(word[at])) {
    const auto letter = std::string_view(word).substr(at, char_length(word[at]));
    if (letter.size() == 1 || expression.find(letter) != std::string_view::npos) continue;
    const std::string capital = capital_of(letter, expression);
    if (capital.empty() || other) return false;
    other = true;
    words.push_back(word.substr(0, at) + capital + word.substr(at + letter.size()));
  }
  return true;
}

}  // namespace

Needs find_needs(const std::string& expression) {
  const Probe probe(expression);
  const auto& atoms = probe.atoms();
  std::vector<bool> spent(atoms.size());  // in a set already
  // Short words are in most texts: they leave a set first, where another way lets the pattern be told.
  std::vector<std::size_t> order(atoms.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return atoms[a].size() < atoms[b].size(); });
  Needs needs;
  while (needs.size() < kMaxNeeds) {
    std::vector<bool> set(atoms.size());
    for (std::size_t i = 0; i < atoms.size(); ++i) set[i] = !spent[i];
    if (atoms.empty() || probe.passes_without(set)) break;
    for (const std::size_t i : order) {
      if (!set[i]) continue;
      set[i] = false;
      if (probe.passes_without(set)) set[i] = true;
    }
    bool told = true;
    auto& words = needs.emplace_back();
    for (std::size_t i = 0; i < atoms.size(); ++i) {
      if (!set[i]) continue;
      spent[i] = true;
      told = add_printed(atoms[i], expression, words) && told;
    }
    if (!told) needs.pop_back();
  }
  return needs;
}

}  // namespace zhibiao::rules
