// Compiled patterns: matching with guards, and the filter that finds candidates in one pass. Tested by tests/rules/.
#include "rules/pattern.hpp"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

#include "rules/archive.hpp"
#include "rules/packed.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::rules {
namespace {

/// A rule whose program outgrows this makes every document slow; it is refused by name.
constexpr int kMaxProgramSize = 20000;
constexpr std::int64_t kPatternMemory = std::int64_t{16} << 20;
/// How much text before a match a guard may look at (bytes).
constexpr std::size_t kGuardWindow = 180;
/// Patterns are looked through by so many.
constexpr std::size_t kBlock = 8;
/// A pattern uses at most so many sets of words, one bit each.
constexpr std::size_t kMostSets = 8;
/// Bytes of the characters that are rare.
constexpr std::size_t kLongestChar = 4;
/// Needs that no text meets, of the places behind the last pattern.
constexpr std::uint8_t kNever = 0xFF;

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// The end of `text`, at most the window long and starting at a character.
std::string_view tail(std::string_view text) {
  if (text.size() <= kGuardWindow) return text;
  std::size_t from = text.size() - kGuardWindow;
  while (from < text.size() && text::is_trail(text[from])) ++from;
  return text.substr(from);
}

/// Throws Error naming the rule's place for what RE2 refused, and for what grows too large.
void check_program(const RE2& regex, const Rule& rule, const std::string& key) {
  if (!regex.ok()) {
    throw Error(rule.at(), fmt::format("rule '{}': '{}' is no pattern: {} in '{}'", rule.id, key, regex.error(),
                                       regex.error_arg()));
  }
  if (regex.ProgramSize() > kMaxProgramSize) {
    throw Error(rule.at(), fmt::format("rule '{}': '{}' needs {} instructions, at most {} are allowed; use shorter "
                                       "repeats or fewer alternatives",
                                       rule.id, key, regex.ProgramSize(), kMaxProgramSize));
  }
  if (regex.NumberOfCapturingGroups() > static_cast<int>(kMostGroups)) {
    throw Error(rule.at(), fmt::format("rule '{}': '{}' has {} groups, at most {} are allowed; write (?:…) for groups "
                                       "without a name",
                                       rule.id, key, regex.NumberOfCapturingGroups(), kMostGroups));
  }
}

/// The expression with \p{Han} spelled as the few ranges that hold all characters of Chinese text: its own ranges make
/// programs several times as large.
std::string with_short_classes(const std::string& expression) {
  static constexpr std::string_view kHan = R"(\p{Han})";
  // 〇, the unified ideographs and their extension A, the compatibility ideographs, the supplementary planes.
  static constexpr std::string_view kRanges =
      R"(\x{3007}\x{3400}-\x{4DBF}\x{4E00}-\x{9FFF}\x{F900}-\x{FAFF}\x{20000}-\x{3FFFF})";
  std::string out;
  out.reserve(expression.size());
  bool in_class = false;
  for (std::size_t at = 0; at < expression.size();) {
    if (std::string_view(expression).substr(at).starts_with(kHan)) {
      out += in_class ? std::string(kRanges) : "[" + std::string(kRanges) + "]";
      at += kHan.size();
      continue;
    }
    if (expression[at] == '\\' && at + 1 < expression.size()) {
      out += expression[at++];
    } else if (expression[at] == '[') {
      in_class = true;
    } else if (expression[at] == ']') {
      in_class = false;
    }
    out += expression[at++];
  }
  return out;
}

std::string as_re2(const std::string& expression, Regex::Where where) {
  if (where == Regex::Where::before) return "(?:" + expression + ")$";
  return where == Regex::Where::behind ? "^(?:" + expression + ")" : expression;
}

}  // namespace

const Regex::Texts& Regex::texts() const {
  std::call_once(once_texts_, [&] {
    texts_.bare = with_short_classes(fragments_.resolve(rule_.get(key_), rule_));
    texts_.expression = as_re2(texts_.bare, where_);
  });
  return texts_;
}

const RE2& Regex::get() const {
  std::call_once(once_, [&] {
    RE2::Options options(RE2::Quiet);
    options.set_max_mem(kPatternMemory);
    auto regex = std::make_unique<RE2>(expression(), options);
    check_program(*regex, rule_, key_);
    regex_ = std::move(regex);
  });
  return *regex_;
}

const Regex::Compiled& Regex::compiled() const {
  const Compiled* known = compiled_.load(std::memory_order_acquire);
  if (known != nullptr) return *known;
  auto made = std::make_unique<Compiled>();
  if (fragments_.only_builtin()) made->matcher = known_matcher(rule_.id, key_);
  if (!made->matcher) made->matcher = Matcher::make(bare(), toward());
  if (made->matcher) {
    made->names = made->matcher->names();
  } else {
    for (const auto& [name, index] : get().NamedCapturingGroups()) made->names.emplace_back(name, index);
  }
  // Of two threads that come here at a time, the first one's is kept.
  if (compiled_.compare_exchange_strong(known, made.get(), std::memory_order_acq_rel)) known = made.release();
  return *known;
}

bool Regex::hits(std::string_view text) const {
  auto found = Matcher::Found::unknown;
  if (const Matcher* matcher = compiled().matcher.get()) {
    Places places;
    found = where_ == Where::anywhere ? matcher->search(text, 0, places)
                                      : matcher->at(text, where_ == Where::before ? text.size() : 0);
  }
  return found == Matcher::Found::unknown ? RE2::PartialMatch(piece(text), get()) : found == Matcher::Found::yes;
}

bool Regex::find(std::string_view text, std::size_t from, Match& match, std::size_t last) const {
  const Compiled& made = compiled();
  match.names = &made.names;
  if (!made.matcher) return find_by_re2(text, from, match);
  Places places;
  const auto found = made.matcher->search(text, from, places, last);
  if (found == Matcher::Found::unknown) return find_by_re2(text, from, match);
  if (found == Matcher::Found::no) return false;
  match.span = {places[0], places[1]};
  for (const auto& [name, index] : made.names) {
    const auto group = static_cast<std::size_t>(index);
    const bool set = places[2 * group] != kNoPlace && places[2 * group + 1] != kNoPlace;
    match.groups[group] = set ? Span{places[2 * group], places[2 * group + 1]} : Span{};
  }
  return true;
}

bool Regex::find_by_re2(std::string_view text, std::size_t from, Match& match) const {
  std::array<re2::StringPiece, kMostGroups + 1> groups;
  const RE2& regex = get();
  const int count = regex.NumberOfCapturingGroups() + 1;
  if (!regex.Match(piece(text), from, text.size(), RE2::UNANCHORED, groups.data(), count)) return false;
  const auto span_of = [&](const re2::StringPiece& group) {
    if (group.data() == nullptr) return Span{};
    const auto begin = static_cast<std::size_t>(group.data() - text.data());
    return Span{begin, begin + group.size()};
  };
  match.span = span_of(groups[0]);
  for (const auto& [name, index] : *match.names) {
    match.groups[static_cast<std::size_t>(index)] = span_of(groups[static_cast<std::size_t>(index)]);
  }
  return true;
}

std::vector<const Regex*> Pattern::parts() const {
  std::vector<const Regex*> all;
  for (const auto* part : {&match_, &unless_, &unless_before_, &unless_after_, &require_before_, &require_after_}) {
    if (*part) all.push_back(part->get());
  }
  return all;
}

void Pattern::compile() const {
  for (const Regex* part : parts()) part->get();
}

bool Pattern::allowed(std::string_view text, Span span) const {
  // What must stand behind is asked first: it begins at a known place, and few texts have it.
  const std::string_view after = text.substr(span.end);
  if (require_after_ && !require_after_->hits(after)) return false;
  if (unless_after_ && unless_after_->hits(after)) return false;
  if (unless_ && unless_->hits(text.substr(span.begin, span.size()))) return false;
  if (!unless_before_ && !require_before_) return true;
  const std::string_view before = tail(text.substr(0, span.begin));
  if (require_before_ && !require_before_->hits(before)) return false;
  return !unless_before_ || !unless_before_->hits(before);
}

std::vector<std::string> Pattern::demands() const {
  std::vector<std::string> all{match_->expression()};
  for (const auto* guard : {&require_before_, &require_after_}) {
    if (*guard) all.push_back((*guard)->expression());
  }
  return all;
}

Needs Pattern::needs() const {
  const bool noted = match_->fragments().only_builtin();
  if (auto known = noted ? known_needs(rule_->id) : std::nullopt) return *std::move(known);
  Needs all;
  for (const std::string& expression : demands()) {
    for (auto& set : needs_of(expression)) all.push_back(std::move(set));
  }
  return all;
}

bool Pattern::find(std::string_view text, std::size_t from, Match& result, std::size_t last) const {
  while (from <= text.size() && match_->find(text, from, result, last)) {
    const Span span = result.span;
    if (allowed(text, span)) return true;
    // What was refused at a number must not come back from its second digit.
    from = span.empty() ? span.end + 1 : span.begin + 1;
    while (from < text.size() && is_digit(text[from - 1]) && is_digit(text[from])) ++from;
    while (from < text.size() && text::is_trail(text[from])) ++from;
  }
  return false;
}

std::string PatternSet::pack() const { return packed(*this); }

void PatternSet::finish(std::string_view packed) {
  if (patterns_.empty()) return;
  if (!packed.empty()) {
    Unpacker unpacker(packed);
    return unpacker(*this);
  }
  if (by_ == Filter::words) {
    needed_.resize((patterns_.size() + kBlock - 1) / kBlock * kBlock, kNever);
    std::fill_n(needed_.begin(), patterns_.size(), std::uint8_t{0});
    for (std::size_t i = 0; i < patterns_.size(); ++i) use_needs(i);
    return;
  }
  for (const auto& pattern : patterns_) {
    const auto parsed = parse_expression(pattern.expression());
    letters_.push_back(parsed ? needed_letters(parsed->root) : std::vector<Letters>());
  }
}

void PatternSet::use_needs(std::size_t pattern) {
  std::size_t set = 0;
  const auto demands = patterns_[pattern].demands();
  Reach& reach = reach_.emplace_back();
  reach.longest = longest_of(demands.front());
  for (const std::string& expression : demands) {
    for (const auto& words : needs_of(expression)) {
      // Words of one rare character are not looked for: a set with one tells nothing.
      const bool told = std::none_of(words.begin(), words.end(), [](const std::string& word) {
        return word.size() == kLongestChar && char_length(word.front()) == kLongestChar;
      });
      if (!told || set == kMostSets) continue;
      const std::size_t index = use_set(pattern, set++, words);
      if (&expression == &demands.front()) reach.holds.push_back(static_cast<std::uint16_t>(index));
    }
  }
}

std::size_t PatternSet::use_set(std::size_t pattern, std::size_t set, const std::vector<std::string>& words) {
  const auto bit = static_cast<std::uint8_t>(1U << set);
  needed_[pattern] |= bit;
  const auto [known, added] = set_of_words_.try_emplace(words, sets_.size());
  const std::size_t index = known->second;
  if (added) {
    sets_.emplace_back();
    for (const std::string& word : words) use_word(word, index);
  }
  sets_[index].push_back({static_cast<std::uint16_t>(pattern), bit});
  return index;
}

void PatternSet::use_word(const std::string& word, std::size_t set) {
  std::uint64_t index = words_.find(word);
  if (index == 0) {
    sets_of_word_.emplace_back();
    words_.set(word, index = sets_of_word_.size());
    std::size_t behind = 0;
    const char32_t ch = read_char(word, behind);
    if (behind == word.size()) singles_.add(ch, static_cast<std::uint32_t>(index - 1));
  }
  sets_of_word_[index - 1].push_back(static_cast<std::uint16_t>(set));
}

void PatternSet::meet(std::size_t word, Seen places, Met& met) const {
  for (const std::uint16_t set : sets_of_word_[word]) {
    Seen& seen = met.sets[set];
    if (seen.first == Seen::kUnseen) {
      for (const Use& use : sets_[set]) met.patterns[use.pattern] |= use.set;
    }
    seen.first = std::min(seen.first, places.first);
    seen.last = std::max(seen.last, places.last);
  }
}

void PatternSet::candidates(std::string_view text, Candidates& found) const {
  found.clear();
  if (patterns_.empty()) return;
  if (by_ == Filter::words) return candidates_by_words(text, found);
  Letters held;
  for (const char c : text) held.add(c);
  for (std::size_t i = 0; i < letters_.size(); ++i) {
    const bool may =
        std::all_of(letters_[i].begin(), letters_[i].end(), [&](const Letters& one) { return one.meets(held); });
    if (may) found.push_back({static_cast<int>(i)});
  }
}

Candidate PatternSet::candidate(std::size_t pattern, std::string_view text, const Met& met) const {
  Candidate one{static_cast<int>(pattern)};
  const Reach& reach = reach_[pattern];
  for (const std::uint16_t set : reach.holds) {
    const Seen& seen = met.sets[set];
    one.last = std::min<std::size_t>(one.last, seen.last);
    if (seen.first > reach.longest) one.first = std::max(one.first, seen.first - reach.longest);
  }
  while (one.first > 0 && one.first < text.size() && text::is_trail(text[one.first])) --one.first;
  return one;
}

void PatternSet::candidates_by_words(std::string_view text, Candidates& found) const {
  Met all{std::vector<std::uint8_t>(needed_.size()), std::vector<Seen>(sets_.size())};
  if (mark(text, all)) {  // words are told in small letters
    std::string lowered(text);
    for (char& c : lowered) c = is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
    mark(lowered, all);
  }
  const auto& met = all.patterns;
  for (std::size_t block = 0; block < met.size(); block += kBlock) {
    std::uint64_t here = 0;
    std::uint64_t wanted = 0;
    std::memcpy(&here, met.data() + block, kBlock);
    std::memcpy(&wanted, needed_.data() + block, kBlock);
    // Of eight patterns none is met where no byte of the difference is zero.
    const std::uint64_t apart = here ^ wanted;
    if (((apart - 0x0101010101010101U) & ~apart & 0x8080808080808080U) == 0) continue;
    for (std::size_t i = block; i < block + kBlock; ++i) {
      if (met[i] == needed_[i]) found.push_back(candidate(i, text, all));
    }
  }
}

bool PatternSet::mark(std::string_view text, Met& met) const {
  std::vector<Seen> single(singles_.indices().size());
  bool capitals = false;
  char32_t before = kNoChar;
  std::size_t before_at = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t ch = read_char(text, at);
    capitals |= ch >= 'A' && ch <= 'Z';
    Seen& seen = single.data()[singles_.number(ch)];
    seen.last = static_cast<std::uint32_t>(begin);
    seen.first = std::min(seen.first, seen.last);
    if (words_.may_hold(before, ch)) {
      words_.each(text, before_at, [&](std::size_t length, std::uint64_t index) {
        const auto place = static_cast<std::uint32_t>(before_at);
        if (length > begin - before_at) meet(index - 1, {place, place}, met);
      });
    }
    before = ch;
    before_at = begin;
  }
  for (std::size_t i = 1; i < single.size(); ++i) {
    if (single[i].first != Seen::kUnseen) meet(singles_.indices()[i], single[i], met);
  }
  return capitals;
}

void SingleWords::add(char32_t word, std::uint32_t index) {
  if (word >= numbers_.kEnd) return;
  numbers_.set(word, static_cast<std::uint16_t>(indices_.size()));
  indices_.push_back(index);
}

}  // namespace zhibiao::rules
