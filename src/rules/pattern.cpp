// Compiled patterns: matching with guards. Tested by tests/rules/.
#include "rules/pattern.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "rules/packed.hpp"
#include "rules/re2_search.hpp"
#include "text/chars.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::rules {
namespace {

/// A rule whose program outgrows this makes every document slow; it is refused by name.
constexpr int kMaxProgramSize = 20000;
constexpr std::int64_t kPatternMemory = std::int64_t{16} << 20;
/// How much text before a match a guard may look at (bytes).
constexpr std::size_t kGuardWindow = 180;

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

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
  Places places;
  const auto found = made.matcher ? made.matcher->search(text, from, places, last) : Matcher::Found::unknown;
  const bool hit =
      found == Matcher::Found::unknown ? search_by_re2(get(), text, from, places) : found == Matcher::Found::yes;
  if (!hit) return false;
  match.names = &made.names;
  match.span = span_of(places, 0);
  for (const auto& [name, index] : made.names) {
    const auto group = static_cast<std::size_t>(index);
    match.groups[group] = span_of(places, group);
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
  while (from <= std::min(text.size(), last) && match_->find(text, from, result, last)) {
    const Span span = result.span;
    if (allowed(text, span)) return true;
    // What was refused at a number must not come back from its second digit.
    from = span.empty() ? span.end + 1 : span.begin + 1;
    while (from < text.size() && is_digit(text[from - 1]) && is_digit(text[from])) ++from;
    while (from < text.size() && text::is_trail(text[from])) ++from;
  }
  return false;
}

}  // namespace zhibiao::rules
