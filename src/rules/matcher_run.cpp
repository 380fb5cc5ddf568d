// Rule stage: a matcher's program is run over a text, with a way back where alternatives fail. Tested by
// tests/rules/matcher_test.cpp against RE2.
#include <algorithm>

#include "rules/matcher.hpp"
#include "rules/utf8.hpp"

namespace zhibiao::rules {

bool Matcher::CharSet::in_ranges(char32_t ch) const {
  for (const auto& [first, last] : ranges) {
    if (ch <= last) return ch >= first;
  }
  return false;
}

namespace {

// In an unnamed namespace, so that the compiler knows who calls what of a Run.
struct TowardEnd {
  static constexpr bool kBack = false;
};
struct TowardStart {
  static constexpr bool kBack = true;
};

}  // namespace

/// Attempts. Towards the end, `pos` is where the next character begins; towards the start, where the last one ended.
template <typename Direction>
struct Matcher::Run {
  static constexpr bool kBack = Direction::kBack;
  /// A way not taken yet, or what a group was before.
  struct Way {
    enum class Kind : std::uint8_t { step, fewer, more, restore };
    Kind kind;
    std::uint32_t step;
    std::size_t pos;
    std::size_t bound;  ///< of fewer: where the least ends; of more: how many more there may be; of restore: the slot
  };
  static constexpr std::size_t kMostWays = 200;

  Run(const Matcher& matcher, std::string_view within, Places& groups, std::size_t& steps)
      : program(matcher), text(within), places(groups), budget(steps) {}

  const Matcher& program;
  const std::string_view text;
  Places& places;
  std::size_t& budget;
  std::array<Way, kMostWays> ways;  // set up to the top

  bool over(std::size_t pos) const { return kBack ? pos == 0 : pos >= text.size(); }
  char32_t take(std::size_t& pos) const { return kBack ? read_char_back(text, pos) : read_char(text, pos); }
  const Step& step_at(std::uint32_t index) const { return program.steps_.data()[index]; }
  const CharSet& set_of(const Step& step) const { return program.sets_.data()[step.other]; }

  bool literal_at(const Step& step, std::size_t& pos) const {
    const std::size_t size = step.least;
    if (kBack ? pos < size : text.size() - pos < size) return false;
    const char* const here = text.data() + (kBack ? pos - size : pos);
    const char* const wanted = program.literals_.data() + step.other;
    // The first byte of a Chinese character says little; the third tells most of them apart.
    for (std::size_t i = size; i-- > 0;) {
      if (here[i] != wanted[i]) return false;
    }
    pos = kBack ? pos - size : pos + size;
    return true;
  }
  /// False: what the step matches does not stand there.
  bool may_go_on(const Step& step, std::size_t pos) const { return step.op != Op::literal || literal_at(step, pos); }

  Found run(std::size_t pos, std::size_t& stop) {
    for (std::size_t i = 2; i < 2 * static_cast<std::size_t>(program.groups_ + 1); ++i) places.data()[i] = kNoPlace;
    const Step* const steps = program.steps_.data();
    Way* top = ways.data();
    const Way* const limit = ways.data() + kMostWays;
    const Step* step = steps + program.first_;
    for (std::size_t left = budget; left > 0 && top != limit; --left) {
      const Step* next = steps + step->next;
      bool ok = true;
      switch (step->op) {
        case Op::literal: ok = literal_at(*step, pos); break;
        case Op::one_of: ok = !over(pos) && set_of(*step).has(take(pos)); break;
        case Op::repeat: ok = repeat(*step, pos, top); break;
        case Op::either: *top++ = {Way::Kind::step, step->other, pos, 0}; break;
        case Op::choose:
          next = choose(*step, pos, top);
          ok = next != nullptr;
          break;
        case Op::save:
          // Where there is no way back, nobody asks what it was.
          if (top != ways.data()) *top++ = {Way::Kind::restore, 0, places.data()[step->other], step->other};
          places.data()[step->other] = pos;
          break;
        case Op::begin: ok = pos == 0; break;
        case Op::end: ok = pos == text.size(); break;
        case Op::match:
        default: stop = pos; return Found::yes;
      }
      step = ok ? next : back(top, pos);
      if (step == nullptr) {
        budget = left;
        return Found::no;
      }
    }
    return Found::unknown;
  }

  /// The step to go on with on the last way that was not taken; nullptr: there is none.
  const Step* back(Way*& top, std::size_t& pos) {
    while (top != ways.data()) {
      Way& way = *--top;
      if (way.kind == Way::Kind::restore) {
        places.data()[way.bound] = way.pos;
        continue;
      }
      const Step& step = step_at(way.step);
      if (way.kind == Way::Kind::step) {
        pos = way.pos;
        return &step;
      }
      const Step& next = step_at(step.next);
      if (way.kind == Way::Kind::fewer ? take_fewer(way, next) : take_more(way, set_of(step), next)) {
        pos = way.pos;
        if (way.bound != (way.kind == Way::Kind::fewer ? pos : 0)) ++top;
        return &next;
      }
    }
    return nullptr;
  }

  /// Goes back by a character, or by more where what comes next does not stand there.
  bool take_fewer(Way& way, const Step& next) const {
    while (kBack ? way.pos < way.bound : way.pos > way.bound) {
      if (kBack) {
        read_char(text, way.pos);
      } else {
        do --way.pos;
        while (way.pos > 0 && text::is_trail(text.data()[way.pos]));
      }
      if (may_go_on(next, way.pos)) return true;
    }
    return false;
  }

  /// Goes on by a character, or by more where what comes next does not stand there.
  bool take_more(Way& way, const CharSet& set, const Step& next) const {
    for (; way.bound > 0 && !over(way.pos) && set.has(take(way.pos)); --way.bound) {
      if (may_go_on(next, way.pos)) return --way.bound, true;
    }
    return false;
  }

  bool repeat(const Step& step, std::size_t& pos, Way*& top) const {
    const CharSet& set = set_of(step);
    std::uint32_t count = 0;
    std::size_t at = pos;
    std::size_t least_at = pos;
    const std::uint32_t wanted = step.greedy ? step.most : step.least;
    while (count < wanted && !over(at)) {
      std::size_t behind = at;
      if (!set.has(take(behind))) break;
      at = behind;
      if (++count == step.least) least_at = at;
    }
    if (count < step.least) return false;
    pos = at;
    const auto index = static_cast<std::uint32_t>(&step - program.steps_.data());
    if (step.greedy && at != least_at) *top++ = {Way::Kind::fewer, index, at, least_at};
    if (!step.greedy && step.most != step.least) *top++ = {Way::Kind::more, index, at, step.most - count};
    return true;
  }

  /// The first of the alternatives that may match; the others become ways. nullptr: there is none.
  const Step* choose(const Step& step, std::size_t pos, Way*& top) const {
    const auto [begin, end] = alternatives(program.choices_.data()[step.other], pos);
    const Step* first = nullptr;
    for (std::uint32_t i = end; i-- > begin;) {
      const Step& one = step_at(program.steps_by_char_.data()[i]);
      if (!may_go_on(one, pos)) continue;
      if (first != nullptr) {
        if (top == ways.data() + kMostWays) return first;
        *top++ = {Way::Kind::step, static_cast<std::uint32_t>(first - program.steps_.data()), pos, 0};
      }
      first = &one;
    }
    return first;
  }

  std::pair<std::uint32_t, std::uint32_t> alternatives(const Choice& choice, std::size_t pos) const {
    if (over(pos)) return {choice.begin, choice.end};
    const char32_t ch = take(pos);
    const std::size_t mask = choice.entries.size() - 1;
    for (std::size_t slot = choice.slot_of(ch);; slot = (slot + 1) & mask) {
      const auto& entry = choice.entries.data()[slot];
      if (entry.ch == ch) return {entry.begin, entry.end};
      if (entry.ch == Choice::kFree) return {choice.begin, choice.end};
    }
  }
};

namespace {

constexpr std::size_t kBudget = 4000;
constexpr std::size_t kBudgetPerByte = 40;
constexpr std::size_t kLongestChar = 4;

}  // namespace

/// The first place at or behind `at` where a match may begin, the end of the text included; npos: there is none.
std::size_t Matcher::next_start(std::string_view text, std::size_t at) const {
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
  while (at < text.size() && text::is_trail(text.data()[at])) ++at;
  if (anywhere_ || (at_start_ && at == 0)) return at;
  while (at < text.size()) {
    const std::size_t begin = at;
    const std::uint32_t lead = bytes[at];
    if ((lead & 0xF0U) == 0xE0U && text.size() - at >= 3) {  // nearly all: its bytes are its place
      at += 3;
      if (firsts_[(bytes[begin + 1] & 0x3FU) << 6U | (bytes[begin + 2] & 0x3FU)]) return begin;
    } else if (lead < 0x80) {
      ++at;
      if ((ascii_firsts_[lead >> 6U] >> (lead & 63U) & 1U) != 0) return begin;
    } else if (firsts_[read_char(text, at) & (kFirsts - 1)] && !text::is_trail(text.data()[begin])) {
      return begin;
    }
  }
  return std::string_view::npos;
}

Matcher::Found Matcher::search(std::string_view text, std::size_t from, Places& places, std::size_t last) const {
  std::size_t budget = kBudget + kBudgetPerByte * text.size();
  Run<TowardEnd> run(*this, text, places, budget);
  last = at_start_only_ ? 0 : std::min(last, text.size());
  // No further than a character that begins at `last`.
  const std::string_view starts = last + kLongestChar < text.size() ? text.substr(0, last + kLongestChar) : text;
  for (std::size_t begin = from; begin <= last; ++begin) {
    begin = next_start(starts, begin);
    if (begin > last) break;
    std::size_t stop = 0;
    const Found found = run.run(begin, stop);
    if (found == Found::no) continue;
    places[0] = begin;
    places[1] = stop;
    return found;
  }
  return Found::no;
}

Matcher::Found Matcher::at(std::string_view text, std::size_t at) const {
  std::size_t budget = kBudget + kBudgetPerByte * text.size();
  std::size_t stop = 0;
  Places places;
  if (back_) return Run<TowardStart>(*this, text, places, budget).run(at, stop);
  return Run<TowardEnd>(*this, text, places, budget).run(at, stop);
}

}  // namespace zhibiao::rules
