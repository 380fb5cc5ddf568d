// Rule stage: an expression's tree becomes a matcher's program. Tested by tests/rules/matcher_test.cpp against RE2.
#include "rules/matcher.hpp"

#include <algorithm>
#include <set>

#include "rules/archive.hpp"
#include "rules/utf8.hpp"

namespace zhibiao::rules {
namespace {

/// A choice of fewer alternatives is tried one after the other.
constexpr std::size_t kFewChoices = 3;
/// Larger programs are RE2's.
constexpr std::size_t kMostSteps = 30000;
/// Sets with more characters are not spelled out in a choice's table.
constexpr std::size_t kMostSpelled = 64;
constexpr std::uint32_t kUnbounded = 0xFFFFFFFF;

std::size_t size_of(const CharRanges& set) {
  std::size_t size = 0;
  for (const auto& [first, last] : set.ranges()) size += last - first + 1;
  return size;
}

/// The set's characters of ASCII, a bit each.
std::array<std::uint64_t, 2> ascii_of(const CharRanges& set) {
  std::array<std::uint64_t, 2> bits{};
  for (const auto& [first, last] : set.ranges()) {
    for (char32_t ch = first; ch <= last && ch < 0x80; ++ch) bits.at(ch >> 6U) |= std::uint64_t{1} << (ch & 63U);
  }
  return bits;
}

}  // namespace

/// Makes the program from its end to its beginning: each step knows the one behind it.
class Matcher::Maker {
 public:
  Maker(Matcher& matcher, bool back) : made_(matcher), back_(back) {}

  bool run(const Expression& root) {
    const std::uint32_t end = add({Op::match});
    made_.first_ = part(root, end);
    made_.back_ = back_;
    made_.at_start_only_ = root.kind == Expression::Kind::sequence && !root.parts.empty() &&
                           root.parts.front().kind == Expression::Kind::begin;
    set_firsts(first_chars_inside(root));
    made_.at_start_ = root.has_begin();
    return made_.steps_.size() <= kMostSteps;
  }

 private:
  void set_firsts(const FirstChars& firsts) {
    made_.anywhere_ = firsts.any;
    made_.ascii_firsts_ = ascii_of(firsts.chars);
    for (const auto& [first, last] : firsts.chars.ranges()) {
      const char32_t from = std::max<char32_t>(first, 0x80);
      for (char32_t ch = from; ch <= last && ch - from < made_.firsts_.size(); ++ch)
        made_.firsts_.set(ch & (made_.firsts_.size() - 1));
    }
  }

  std::uint32_t add(Step step) {
    made_.steps_.push_back(step);
    return static_cast<std::uint32_t>(made_.steps_.size() - 1);
  }

  std::uint32_t part(const Expression& one, std::uint32_t next) {
    using Kind = Expression::Kind;
    if (made_.steps_.size() > kMostSteps) return next;
    switch (one.kind) {
      case Kind::literal: return literal(one.literal, next);
      case Kind::set: return add({Op::one_of, true, next, set(one.set)});
      case Kind::sequence: return sequence(one, next);
      case Kind::choice: return choice(one, next);
      case Kind::repeat: return repeat(one, next);
      case Kind::group: return group(one, next);
      case Kind::begin: return add({Op::begin, true, next});
      case Kind::end: return add({Op::end, true, next});
    }
    return next;
  }

  std::uint32_t literal(const std::string& text, std::uint32_t next) {
    std::size_t at = made_.literals_.find(text);
    if (at == std::string::npos) {
      at = made_.literals_.size();
      made_.literals_ += text;
    }
    return add({Op::literal, true, next, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(text.size())});
  }

  std::uint32_t sequence(const Expression& all, std::uint32_t next) {
    if (back_) {
      for (const Expression& one : all.parts) next = part(one, next);
    } else {
      for (auto one = all.parts.rbegin(); one != all.parts.rend(); ++one) next = part(*one, next);
    }
    return next;
  }

  std::uint32_t group(const Expression& one, std::uint32_t next) {
    if (back_) return part(one.parts.front(), next);
    const auto slot = static_cast<std::uint32_t>(2 * one.number);
    const std::uint32_t close = add({Op::save, true, next, slot + 1});
    return add({Op::save, true, part(one.parts.front(), close), slot});
  }

  std::uint32_t repeat(const Expression& one, std::uint32_t next) {
    const Expression& what = one.parts.front();
    const auto least = static_cast<std::uint32_t>(one.least);
    const bool forever = one.most == Expression::kForever;
    if (const auto chars = one_char(what)) {
      return add({Op::repeat, one.greedy, next, set(*chars), least,
                  forever ? kUnbounded : static_cast<std::uint32_t>(one.most)});
    }
    std::uint32_t entry = next;
    if (forever) {
      entry = add({Op::either});
      const std::uint32_t body = part(what, entry);
      prefer(entry, one.greedy, body, next);
    } else {
      for (int i = one.least; i < one.most; ++i) {
        const std::uint32_t body = part(what, entry);
        entry = add({Op::either});
        prefer(entry, one.greedy, body, next);
      }
    }
    for (int i = 0; i < one.least; ++i) entry = part(what, entry);
    return entry;
  }

  void prefer(std::uint32_t step, bool greedy, std::uint32_t body, std::uint32_t next) {
    made_.steps_[step].next = greedy ? body : next;
    made_.steps_[step].other = greedy ? next : body;
  }

  std::uint32_t choice(const Expression& all, std::uint32_t next) {
    std::vector<std::uint32_t> entries;
    for (const Expression& one : all.parts) entries.push_back(part(one, next));
    if (all.parts.size() < kFewChoices) {
      std::uint32_t entry = entries.back();
      for (std::size_t i = entries.size() - 1; i-- > 0;) entry = add({Op::either, true, entries[i], entry});
      return entry;
    }
    return add({Op::choose, true, next, table(all, entries)});
  }

  /// Sorts the alternatives by the characters with which they begin.
  std::uint32_t table(const Expression& all, const std::vector<std::uint32_t>& entries) {
    std::vector<FirstChars> firsts;
    for (const Expression& one : all.parts) firsts.push_back(back_ ? last_chars(one) : first_chars(one));
    std::set<char32_t> spelled;
    std::vector<bool> wide(firsts.size());
    for (std::size_t i = 0; i < firsts.size(); ++i) {
      wide[i] = firsts[i].any || size_of(firsts[i].chars) > kMostSpelled;
      if (wide[i]) continue;
      for (const auto& [first, last] : firsts[i].chars.ranges()) {
        for (char32_t ch = first; ch <= last; ++ch) spelled.insert(ch);
      }
    }
    Choice choice;
    const auto list = [&](auto admits) {
      const auto begin = static_cast<std::uint32_t>(made_.steps_by_char_.size());
      for (std::size_t i = 0; i < entries.size(); ++i) {
        if (wide[i] || admits(firsts[i].chars)) made_.steps_by_char_.push_back(entries[i]);
      }
      return std::pair(begin, static_cast<std::uint32_t>(made_.steps_by_char_.size()));
    };
    std::tie(choice.begin, choice.end) = list([](const CharRanges&) { return false; });
    int power = 2;
    while ((std::size_t{1} << static_cast<unsigned>(power)) < 2 * spelled.size()) ++power;
    choice.entries.resize(std::size_t{1} << static_cast<unsigned>(power));
    choice.shift = 32 - power;
    for (const char32_t ch : spelled) {
      std::size_t slot = choice.slot_of(ch);
      while (choice.entries[slot].ch != Choice::kFree) slot = (slot + 1) & (choice.entries.size() - 1);
      const auto [begin, end] = list([ch](const CharRanges& set) { return set.has(ch); });
      choice.entries[slot] = {ch, begin, end};
    }
    made_.choices_.push_back(std::move(choice));
    return static_cast<std::uint32_t>(made_.choices_.size() - 1);
  }

  std::uint32_t set(const CharRanges& ranges) {
    CharSet made{ascii_of(ranges), false, {}};
    for (const auto& [first, last] : ranges.ranges()) {
      if (last >= 0x80) made.ranges.emplace_back(std::max<char32_t>(first, 0x80), last);
      made.all_han = made.all_han || (first <= kFirstHan && last >= kLastHan);
    }
    const auto same = [&](const CharSet& other) { return other.ascii == made.ascii && other.ranges == made.ranges; };
    const auto known = std::find_if(made_.sets_.begin(), made_.sets_.end(), same);
    if (known != made_.sets_.end()) return static_cast<std::uint32_t>(known - made_.sets_.begin());
    made_.sets_.push_back(std::move(made));
    return static_cast<std::uint32_t>(made_.sets_.size() - 1);
  }

  Matcher& made_;
  bool back_;
};

std::unique_ptr<const Matcher> Matcher::make(std::string_view expression, Toward toward) {
  auto parsed = parse_expression(expression);
  if (!parsed || parsed->groups > static_cast<int>(kMostGroups)) return nullptr;
  std::unique_ptr<Matcher> made(new Matcher);
  if (!Maker(*made, toward == Toward::start).run(parsed->root)) return nullptr;
  made->names_ = std::move(parsed->names);
  made->groups_ = parsed->groups;
  return made;
}

std::string Matcher::pack() const { return packed(*this); }

std::unique_ptr<const Matcher> Matcher::unpack(std::string_view bytes) {
  std::unique_ptr<Matcher> made(new Matcher);
  Unpacker unpacker(bytes);
  unpacker(*made);
  return made;
}

}  // namespace zhibiao::rules
