// Compiled patterns: matching with guards, and the set that finds candidates in one pass. Tested by tests/rules/.
#include "rules/pattern.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "zhibiao/error.hpp"

namespace zhibiao::rules {
namespace {

/// A rule whose program outgrows this makes every document slow; it is refused by name.
constexpr int kMaxProgramSize = 20000;
constexpr std::int64_t kSetMemory = std::int64_t{64} << 20;
/// How much text before a match a guard may look at (bytes).
constexpr std::size_t kGuardWindow = 180;

RE2::Options options() {
  RE2::Options options(RE2::Quiet);
  options.set_max_mem(std::int64_t{16} << 20);
  return options;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The end of `text`, at most the window long and starting at a character.
std::string_view tail(std::string_view text) {
  if (text.size() <= kGuardWindow) return text;
  std::size_t from = text.size() - kGuardWindow;
  while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  return text.substr(from);
}

}  // namespace

std::unique_ptr<RE2> Pattern::regex_of(const Rule& rule, const std::string& key, const std::string& text,
                                       const char* before, const char* after) {
  auto regex = std::make_unique<RE2>(before + text + after, options());
  if (!regex->ok()) {
    throw Error(rule.place(), fmt::format("rule '{}': '{}' is no pattern: {} in '{}'", rule.id, key, regex->error(),
                                          regex->error_arg()));
  }
  if (regex->ProgramSize() > kMaxProgramSize) {
    throw Error(rule.place(), fmt::format("rule '{}': '{}' needs {} instructions, at most {} are allowed; use shorter "
                                          "repeats or fewer alternatives",
                                          rule.id, key, regex->ProgramSize(), kMaxProgramSize));
  }
  return regex;
}

void Pattern::name_groups() {
  for (const auto& [name, index] : match_->NamedCapturingGroups()) names_.emplace_back(name, index);
}

bool Pattern::allowed(std::string_view text, Span span) const {
  const std::string_view before = tail(text.substr(0, span.begin));
  const std::string_view after = text.substr(span.end);
  const auto hits = [](const std::unique_ptr<RE2>& regex, std::string_view where) {
    return regex && RE2::PartialMatch(piece(where), *regex);
  };
  if (hits(unless_, text.substr(span.begin, span.size()))) return false;
  if (hits(unless_before_, before) || hits(unless_after_, after)) return false;
  if (require_before_ && !hits(require_before_, before)) return false;
  return !require_after_ || hits(require_after_, after);
}

bool Pattern::find(std::string_view text, std::size_t from, Match& result) const {
  std::vector<re2::StringPiece> groups(static_cast<std::size_t>(match_->NumberOfCapturingGroups()) + 1);
  while (from <= text.size() && match_->Match(piece(text), from, text.size(), RE2::UNANCHORED, groups.data(),
                                              static_cast<int>(groups.size()))) {
    const auto offset = [&](const re2::StringPiece& group) {
      return static_cast<std::size_t>(group.data() - text.data());
    };
    const Span span{offset(groups[0]), offset(groups[0]) + groups[0].size()};
    if (allowed(text, span)) {
      result.span = span;
      result.groups.clear();
      for (const auto& [name, index] : names_) {
        const auto& group = groups[static_cast<std::size_t>(index)];
        if (group.data() != nullptr) result.groups[name] = {offset(group), offset(group) + group.size()};
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

void PatternSet::finish(const std::string& what) {
  RE2::Options set_options(RE2::Quiet);
  set_options.set_max_mem(kSetMemory);
  set_ = std::make_unique<RE2::Set>(set_options, RE2::UNANCHORED);
  for (const auto& pattern : patterns_) {
    std::string error;
    if (set_->Add(pattern.regex().pattern(), &error) < 0) throw Error(pattern.rule().place(), error);
  }
  if (!set_->Compile()) throw Error("", fmt::format("the {} rules together are too large to compile", what));
}

void PatternSet::candidates(std::string_view text, std::vector<int>& found) const {
  found.clear();
  if (patterns_.empty()) return;
  RE2::Set::ErrorInfo error{};
  if (!set_->Match(piece(text), &found, &error) && error.kind != RE2::Set::kNoError) {
    // Out of memory for this text: try every pattern rather than miss one.
    for (std::size_t i = 0; i < patterns_.size(); ++i) found.push_back(static_cast<int>(i));
    return;
  }
  std::sort(found.begin(), found.end());
}

}  // namespace zhibiao::rules
