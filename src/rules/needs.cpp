// Needs of patterns. In: an expression. Out: sets of words of each of which a matching text holds one.
// Tested by tests/rules/needs_test.cpp.
#include "rules/needs.hpp"

#include <re2/filtered_re2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <numeric>

#include "rules/utf8.hpp"
#include "text/chars.hpp"

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

/// RE2 tells words in small letters of all scripts, Ⅲ as ⅲ; texts are told so in Latin ones only. Adds how such a word may be
/// printed. False: in too many ways.
bool add_printed(const std::string& word, std::vector<std::string>& words) {
  words.push_back(word);
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t begin = at;
    const char32_t ch = read_char(word, at);
    const auto capital = static_cast<char32_t>(u_toupper(static_cast<UChar32>(ch)));
    if (ch < 0x80 || capital == ch) continue;
    if (++letters > 1) return false;
    std::string other = word.substr(0, begin);
    text::append_char(other, capital);
    words.push_back(other + word.substr(at));
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
      told = add_printed(atoms[i], words) && told;
    }
    if (!told) needs.pop_back();
  }
  return needs;
}

}  // namespace zhibiao::rules
