// Compare, profiles: indicator and scope become weighted words, sentence and heading bags of words.
// In: facts of two or more plans. Out: profiles. Tested by tests/compare/similarity_test.cpp.
#include "compare/profile.hpp"

#include <algorithm>
#include <cmath>

#include "text/chars.hpp"

namespace zhibiao::compare {
namespace {

constexpr double kLetter = 0.3;     // a word of one character says little
constexpr double kHead = 1.5;       // what is measured counts for more than what qualifies it
constexpr double kWhole = 0.3;      // the whole of which a share is taken
constexpr double kScope = 0.45;     // words of the scope, against those of the indicator
constexpr double kFarScope = 0.15;  // the same where it stands in another clause: the other plan may put it otherwise
constexpr double kTelling = 0.45;   // words of the rules' light lists are below this
constexpr double kHandful = 20;     // facts of a plan
constexpr double kCommon = 0.4;     // the most common word's weight, against the rarest one's

std::u32string characters(std::string_view word) {
  std::u32string all;
  for (std::size_t at = 0; at < word.size();) all += text::next_char(word, at);
  return all;
}

bool is_word(const std::u32string& word) {
  return std::any_of(word.begin(), word.end(), [](char32_t ch) {
    return text::is_han(ch) || text::is_alnum(ch) || (ch >= 0xC0 && ch < 0x2000) || ch == U'%' || ch == U'‰';
  });
}

/// Words that share a character share a bit.
std::uint64_t bits_of(const std::u32string& word) {
  std::uint64_t bits = 0;
  for (const char32_t ch : word) bits |= std::uint64_t{1} << (ch & 63U);
  return bits;
}

bool has_digit(const std::u32string& word) { return std::any_of(word.begin(), word.end(), text::is_digit); }

/// `PM2.5` and `5G` are one word each, though ICU may cut them.
bool sticks(const std::u32string& before, const std::u32string& after) {
  const auto code = [](char32_t ch) { return text::is_alnum(ch) || ch == U'.' || ch == U'-'; };
  return code(before.back()) && code(after.front());
}

/// The part of the sentence, from the comma before, in which the value stands; empty if it is not to be found.
std::string_view clause_of(const Fact& fact) {
  const std::string_view sentence = fact.sentence;
  const std::size_t end = fact.mention.empty() ? std::string_view::npos : sentence.find(fact.mention);
  if (end == std::string_view::npos) return {};
  std::size_t begin = 0;
  for (std::size_t at = 0; at < end;) {
    const char32_t ch = text::next_char(sentence, at);
    if (ch == U'，' || ch == U'；' || ch == U'。' || ch == U'：' || ch == U',' || ch == U';' || ch == U':') begin = at;
  }
  return sentence.substr(begin, end - begin);
}

void make_set(std::vector<WordId>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

}  // namespace

/// One character that ICU knows no word for, and that the rules do not list either.
bool Vocabulary::stray(std::string_view word, const std::u32string& chars) const {
  return chars.size() == 1 && text::is_han(chars.front()) && dictionary_.weight(word) >= kTelling;
}

/// ICU's words; what it takes apart that belongs together (5|G, 上|云, a word of the rules) is put together again.
void Vocabulary::cut(const std::string& text, std::vector<std::string>& words) {
  const auto bounds = segmenter_.word_boundaries(text);
  std::u32string before;
  bool stray_before = false;
  for (std::size_t i = 1; i < bounds.size(); ++i) {
    const std::size_t begin = bounds[i - 1];
    const auto end = std::find(bounds.begin() + static_cast<std::ptrdiff_t>(i), bounds.end(),
                               begin + dictionary_.listed(text, begin));
    if (end != bounds.end()) i = static_cast<std::size_t>(end - bounds.begin());
    std::string word = text.substr(begin, bounds[i] - begin);
    std::u32string chars = characters(word);
    const bool stray_now = stray(word, chars);
    if (!before.empty() && (sticks(before, chars) || (stray_before && stray_now))) {
      words.back() += word;
    } else {
      words.push_back(std::move(word));
    }
    before = std::move(chars);
    stray_before = stray_now;
  }
}

std::vector<Vocabulary::Token> Vocabulary::tokens(std::string_view text) {
  std::vector<std::string> pieces;
  for (Dictionary::Piece& piece : dictionary_.pieces(text)) {
    if (piece.word) {
      pieces.push_back(std::move(piece.text));
    } else {
      cut(piece.text, pieces);
    }
  }
  std::vector<Token> found;
  for (std::string& piece : pieces) {
    const std::u32string chars = characters(piece);
    if (!is_word(chars)) continue;
    const auto [place, fresh] = ids_.try_emplace(piece, static_cast<WordId>(words_.size()));
    if (fresh) {
      words_.push_back(chars);
      characters_.push_back(has_digit(chars) ? 0 : bits_of(chars));
      near_.push_back(dictionary_.near_groups(piece));
      own_weight_.push_back(dictionary_.weight(piece) * (chars.size() == 1 ? kLetter : 1.0));
      frequency_.push_back(0);
    }
    found.push_back({place->second, std::move(piece)});
  }
  return found;
}

std::vector<WordId> Vocabulary::bag(std::string_view text) {
  const auto known = bags_.find(std::string(text));
  if (known != bags_.end()) return known->second;
  std::vector<WordId> ids;
  for (const Token& token : tokens(text)) {
    if (!has_digit(words_[token.id]) && words_[token.id].size() > 1) ids.push_back(token.id);
  }
  make_set(ids);
  bags_.emplace(text, ids);
  return ids;
}

void Vocabulary::name_words(const Fact& fact, Profile& made) {
  std::unordered_map<WordId, double> weights;
  const auto put = [&](WordId id, double weight) { weights[id] = std::max(weights[id], weight); };
  std::string_view measured = fact.indicator;
  // What grows is the indicator; that it grows is said by `change`.
  const Dictionary::Growth tail = dictionary_.growth_tail(measured);
  const std::string_view word = measured.substr(measured.size() - tail.length);
  const bool names = dictionary_.canonical(word) != word;  // it says what changes, too (减负)
  if (!names && tail.length < measured.size()) measured.remove_suffix(tail.length);
  const auto indicator = tokens(measured);
  const auto share = std::find_if(indicator.begin(), indicator.end(),
                                  [&](const Token& token) { return dictionary_.parts_share(token.text); });
  // What stands first is no share of anything.
  const auto end = share == indicator.begin() ? indicator.end() : share;
  for (auto token = indicator.begin(); token != end; ++token) {
    put(token->id, 1.0);
    if (own_weight_[token->id] >= kTelling) made.head = token->id;
    if (has_digit(words_[token->id])) made.codes.push_back(token->id);
  }
  for (auto token = end; token != indicator.end(); ++token) put(token->id, kWhole);
  if (made.head != kNoWord) weights[made.head] = kHead;
  const bool far = std::find(fact.flags.begin(), fact.flags.end(), "scope_inferred") != fact.flags.end();
  for (const Token& token : tokens(fact.scope)) {
    put(token.id, far ? kFarScope : kScope);
    if (own_weight_[token.id] >= kTelling) made.scope.push_back(token.id);
    if (has_digit(words_[token.id])) made.numbers.push_back(token.id);
  }
  for (const auto& [id, weight] : weights) made.name.push_back({id, weight});
  std::sort(made.name.begin(), made.name.end());
  make_set(made.scope);
  make_set(made.codes);
  make_set(made.numbers);
}

Profile Vocabulary::profile(const Fact& fact) {
  Profile made;
  made.fact = &fact;
  name_words(fact, made);
  made.context = bag(fact.sentence);
  made.heading = bag(fact.heading);
  made.alternatives = dictionary_.no_alternatives();
  dictionary_.find_alternatives(dictionary_.canonical(fact.indicator), made.alternatives);
  dictionary_.find_alternatives(dictionary_.canonical(fact.scope), made.alternatives);
  made.ways = made.alternatives;
  dictionary_.find_alternatives(fact.action, made.ways);
  // What indicator and scope leave open, the words around them may say (累计建成, 小学…学位).
  Alternatives around = dictionary_.no_alternatives();
  dictionary_.find_alternatives(dictionary_.canonical(clause_of(fact)), around);
  for (std::size_t group = 0; group < around.size(); ++group) {
    if (made.ways[group] == 0) made.ways[group] = around[group];
  }
  made.unit = dictionary_.base_unit(fact.unit);
  made.change = fact.change.empty() ? dictionary_.growth_tail(fact.indicator).change : fact.change;
  for (const Token& token : tokens(fact.per)) {
    // A plan is for a year, so that "a year" says nothing.
    if (dictionary_.weight(token.text) > 0) made.per += token.text;
  }
  return made;
}

void Vocabulary::count(const std::vector<Profile>& side) {
  for (const Profile& one : side) {
    for (const NameWord& word : one.name) ++frequency_[word.id];
  }
}

/// `facts`: how many a side has on average.
void Vocabulary::weigh(std::vector<Profile>& side, double facts) {
  // A word in one name of each plan is as rare as can be; in a handful of facts nothing is common.
  const double most = std::log(std::max(facts, kHandful));
  const double plans = static_cast<double>(sides_.size());
  for (Profile& one : side) {
    for (NameWord& word : one.name) {
      const double often = std::log(std::max(1.0, static_cast<double>(frequency_[word.id]) / plans));
      word.weight *= own_weight_[word.id] * std::max(kCommon, 1.0 - (1.0 - kCommon) * often / most);
      one.total += word.weight;
      if (own_weight_[word.id] >= kTelling) one.telling += word.weight;
    }
  }
}

void Vocabulary::read(std::span<const std::vector<const Fact*>> sides) {
  std::size_t facts = 0;
  for (const auto& side : sides) {
    auto& profiles = sides_.emplace_back();
    for (const Fact* fact : side) profiles.push_back(profile(*fact));
    count(profiles);
    facts += side.size();
  }
  for (auto& side : sides_) weigh(side, static_cast<double>(facts) / static_cast<double>(sides_.size()));
}

double Vocabulary::nearness(WordId a, WordId b) const {
  for (const std::size_t group : near_[a]) {
    if (std::binary_search(near_[b].begin(), near_[b].end(), group)) return dictionary_.nearness(group);
  }
  return likeness(a, b);
}

double Vocabulary::likeness(WordId a, WordId b) const {
  // 5G and 4G share a character and mean different things.
  if ((characters_[a] & characters_[b]) == 0) return 0;
  const std::u32string& first = words_[a];
  const std::u32string& second = words_[b];
  if (first.size() + second.size() < 3) return 0;
  std::size_t shared = 0;
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (first.find(first[i]) == i && second.find(first[i]) != std::u32string::npos) ++shared;
  }
  const double dice = 2.0 * static_cast<double>(shared) / static_cast<double>(first.size() + second.size());
  return dice >= 0.6 ? dice : 0;
}

}  // namespace zhibiao::compare
