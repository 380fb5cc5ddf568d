// Compiled patterns: matching with guards, and the filter that finds candidates in one pass. Tested by tests/rules/.
#include "rules/pattern.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "zhibiao/error.hpp"

namespace zhibiao::rules {
namespace {

/// A rule whose program outgrows this makes every document slow; it is refused by name.
constexpr int kMaxProgramSize = 20000;
constexpr std::int64_t kAutomatonMemory = std::int64_t{16} << 20;
/// How much text before a match a guard may look at (bytes).
constexpr std::size_t kGuardWindow = 180;

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// The end of `text`, at most the window long and starting at a character.
std::string_view tail(std::string_view text) {
  if (text.size() <= kGuardWindow) return text;
  std::size_t from = text.size() - kGuardWindow;
  while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  return text.substr(from);
}

}  // namespace

RE2::Options pattern_options() {
  RE2::Options options(RE2::Quiet);
  options.set_max_mem(std::int64_t{16} << 20);
  return options;
}

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

void check_program(const RE2& regex, const Rule& rule, const std::string& key) {
  if (!regex.ok()) {
    throw Error(rule.place(), fmt::format("rule '{}': '{}' is no pattern: {} in '{}'", rule.id, key, regex.error(),
                                          regex.error_arg()));
  }
  if (regex.ProgramSize() > kMaxProgramSize) {
    throw Error(rule.place(), fmt::format("rule '{}': '{}' needs {} instructions, at most {} are allowed; use shorter "
                                          "repeats or fewer alternatives",
                                          rule.id, key, regex.ProgramSize(), kMaxProgramSize));
  }
  if (regex.NumberOfCapturingGroups() > static_cast<int>(kMaxGroups)) {
    throw Error(rule.place(),
                fmt::format("rule '{}': '{}' has {} groups, at most {} are allowed; write (?:…) for groups "
                            "without a name",
                            rule.id, key, regex.NumberOfCapturingGroups(), kMaxGroups));
  }
}

const RE2& Guard::regex() const {
  std::call_once(once_, [&] {
    auto regex = std::make_unique<RE2>(with_short_classes(expression_), pattern_options());
    check_program(*regex, rule_, key_);
    regex_ = std::move(regex);
  });
  return *regex_;
}

bool Guard::hits(std::string_view where) const { return RE2::PartialMatch(piece(where), regex()); }

void Pattern::name_groups() {
  for (const auto& [name, index] : match_->NamedCapturingGroups()) names_.emplace_back(name, index);
}

void Pattern::check_guards() const {
  for (const auto* guard : {&unless_, &unless_before_, &unless_after_, &require_before_, &require_after_}) {
    if (*guard) (*guard)->regex();
  }
}

bool Pattern::allowed(std::string_view text, Span span) const {
  if (unless_ && unless_->hits(text.substr(span.begin, span.size()))) return false;
  if (unless_before_ || require_before_) {
    const std::string_view before = tail(text.substr(0, span.begin));
    if (unless_before_ && unless_before_->hits(before)) return false;
    if (require_before_ && !require_before_->hits(before)) return false;
  }
  const std::string_view after = text.substr(span.end);
  if (unless_after_ && unless_after_->hits(after)) return false;
  return !require_after_ || require_after_->hits(after);
}

bool Pattern::find(std::string_view text, std::size_t from, Match& result) const {
  std::array<re2::StringPiece, kMaxGroups + 1> groups;
  const int count = match_->NumberOfCapturingGroups() + 1;
  while (from <= text.size() && match_->Match(piece(text), from, text.size(), RE2::UNANCHORED, groups.data(), count)) {
    const auto span_of = [&](const re2::StringPiece& group) {
      if (group.data() == nullptr) return Span{};
      const auto begin = static_cast<std::size_t>(group.data() - text.data());
      return Span{begin, begin + group.size()};
    };
    const Span span = span_of(groups[0]);
    if (allowed(text, span)) {
      result.span = span;
      result.names = &names_;
      for (const auto& [name, index] : names_) {
        result.groups[static_cast<std::size_t>(index)] = span_of(groups[static_cast<std::size_t>(index)]);
      }
      return true;
    }
    // What was refused at a number must not come back from its second digit.
    from = span.empty() ? span.end + 1 : span.begin + 1;
    while (from < text.size() && is_digit(text[from - 1]) && is_digit(text[from])) ++from;
    while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  }
  return false;
}

const RE2& PatternSet::compile(const Rule& rule, const std::string& expression) {
  const std::string spelled = with_short_classes(expression);
  int id = 0;
  if (filter_.Add(spelled, pattern_options(), &id) != RE2::NoError) {
    check_program(RE2(spelled, pattern_options()), rule, "match");  // throws with RE2's reason
  }
  const RE2& regex = filter_.GetRE2(id);
  check_program(regex, rule, "match");
  return regex;
}

void PatternSet::finish() {
  if (patterns_.empty()) return;
  if (by_ == Filter::automaton) {
    RE2::Options options(RE2::Quiet);
    options.set_max_mem(kAutomatonMemory);
    automaton_ = std::make_unique<RE2::Set>(options, RE2::UNANCHORED);
    for (const auto& pattern : patterns_) automaton_->Add(pattern.regex().pattern(), nullptr);
    if (automaton_->Compile()) return;
    throw Error(patterns_.back().rule().place(), "the rules of this kind together are too large to compile");
  }
  std::vector<std::string> atoms;
  filter_.Compile(&atoms);
  for (std::size_t i = 0; i < atoms.size(); ++i) atoms_.set(atoms[i], i + 1);
}

void PatternSet::candidates(std::string_view text, std::vector<int>& found) const {
  found.clear();
  if (patterns_.empty()) return;
  RE2::Set::ErrorInfo error{};
  if (by_ != Filter::automaton) {
    candidates_by_words(text, found);
  } else if (!automaton_->Match(piece(text), &found, &error) && error.kind != RE2::Set::kNoError) {
    // Out of memory for this text: try every pattern rather than miss one.
    for (std::size_t i = 0; i < patterns_.size(); ++i) found.push_back(static_cast<int>(i));
  }
  std::sort(found.begin(), found.end());
}

void PatternSet::candidates_by_words(std::string_view text, std::vector<int>& found) const {
  std::string lowered;  // the filter knows small letters only
  if (std::any_of(text.begin(), text.end(), is_capital)) {
    lowered = text;
    for (char& c : lowered) c = is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
    text = lowered;
  }
  std::vector<int> seen;
  for (std::size_t at = 0; at < text.size(); at += char_length(text[at])) {
    atoms_.each(text, at, [&](std::size_t, std::uint64_t index) { seen.push_back(static_cast<int>(index) - 1); });
  }
  std::sort(seen.begin(), seen.end());
  seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
  filter_.AllPotentials(seen, &found);
}

}  // namespace zhibiao::rules
