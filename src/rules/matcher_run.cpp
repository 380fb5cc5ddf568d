// Rule stage: a matcher's program is run over a text, with a way back where alternatives fail. Tested by
// tests/rules/matcher_test.cpp against RE2.
#include <algorithm>

#include "rules/matcher.hpp"
#include "rules/utf8.hpp"

namespace zhibiao::rules {

bool Matcher::CharSet::has(char32_t ch) const {
  if (ch < 0x80) return (ascii[ch >> 6U] >> (ch & 63U) & 1U) != 0;
  if (all_han && ch >= kFirstHan && ch <= kLastHan) return true;
  for (const auto& [first, last] : ranges) {
    if (ch <= last) return ch >= first;
  }
  return false;
}

/// One attempt. Towards the end, `pos` is where the next character begins; towards the start, where the last one ended.
template <bool kBack>
struct Matcher::Run {
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
      : program(matcher), text(within), places(groups), budget(steps) {
    std::fill_n(places.begin(), 2 * (program.groups_ + 1), kNoPlace);
  }

  const Matcher& program;
  std::string_view text;
  Places& places;
  std::size_t& budget;
  std::size_t depth = 0;
  std::array<Way, kMostWays> ways;  // set up to `depth`

  bool over(std::size_t pos) const { return kBack ? pos == 0 : pos >= text.size(); }
  char32_t take(std::size_t& pos) const { return kBack ? read_char_back(text, pos) : read_char(text, pos); }
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

  Found run(std::size_t pos, std::size_t& stop) {
    std::uint32_t at = program.first_;
    for (;;) {
      if (budget == 0) return Found::unknown;
      --budget;
      const Step& step = program.steps_.data()[at];
      bool ok = false;
      switch (step.op) {
        case Op::literal: ok = literal_at(step, pos); break;
        case Op::one_of: ok = !over(pos) && program.sets_.data()[step.other].has(take(pos)); break;
        case Op::repeat: ok = repeat(step, at, pos); break;
        case Op::either: ok = push({Way::Kind::step, step.other, pos, 0}); break;
        case Op::choose: ok = choose(step, at, pos); break;
        case Op::save:
          ok = push({Way::Kind::restore, 0, places[step.other], step.other});
          places[step.other] = pos;
          break;
        case Op::begin: ok = pos == 0; break;
        case Op::end: ok = pos == text.size(); break;
        case Op::match: stop = pos; return Found::yes;
      }
      if (depth == kMostWays) return Found::unknown;
      if (ok) {
        if (step.op != Op::choose) at = step.next;
      } else if (!back(at, pos)) {
        return Found::no;
      }
    }
  }

  bool push(const Way& way) {
    ways[depth++] = way;
    return true;
  }

  /// Takes the last way that was not taken; false: there is none.
  bool back(std::uint32_t& at, std::size_t& pos) {
    while (depth > 0) {
      Way& way = ways[--depth];
      if (way.kind == Way::Kind::restore) {
        places[way.bound] = way.pos;
        continue;
      }
      const Step& step = program.steps_.data()[way.step];
      if (way.kind == Way::Kind::step) {
        at = way.step;
        pos = way.pos;
        return true;
      }
      if (way.kind == Way::Kind::fewer) {  // one character less
        pos = way.pos;
        if (kBack) {
          read_char(text, pos);
        } else {
          read_char_back(text, pos);
        }
        way.pos = pos;
        if (pos != way.bound) ++depth;
        at = step.next;
        return true;
      }
      pos = way.pos;
      if (over(pos) || !program.sets_.data()[step.other].has(take(pos))) continue;
      way.pos = pos;
      if (--way.bound > 0) ++depth;
      at = step.next;
      return true;
    }
    return false;
  }

  bool repeat(const Step& step, std::uint32_t at, std::size_t& pos) {
    const CharSet& set = program.sets_.data()[step.other];
    std::uint32_t count = 0;
    std::size_t least_at = pos;
    const std::uint32_t wanted = step.greedy ? step.most : step.least;
    while (count < wanted && !over(pos)) {
      std::size_t behind = pos;
      if (!set.has(take(behind))) break;
      pos = behind;
      if (++count == step.least) least_at = pos;
    }
    if (count < step.least) return false;
    if (step.greedy) return pos == least_at || push({Way::Kind::fewer, at, pos, least_at});
    return step.most == step.least || push({Way::Kind::more, at, pos, step.most - count});
  }

  bool choose(const Step& step, std::uint32_t& at, std::size_t pos) {
    const Choice& choice = program.choices_.data()[step.other];
    std::uint32_t begin = choice.begin;
    std::uint32_t end = choice.end;
    if (!over(pos)) {
      std::size_t behind = pos;
      const char32_t ch = take(behind);
      const std::size_t mask = choice.entries.size() - 1;
      for (std::size_t slot = choice.slot_of(ch);; slot = (slot + 1) & mask) {
        const auto& entry = choice.entries.data()[slot];
        if (entry.ch == Choice::kFree) break;
        if (entry.ch != ch) continue;
        begin = entry.begin;
        end = entry.end;
        break;
      }
    }
    bool any = false;
    for (std::uint32_t i = end; i-- > begin;) {
      const std::uint32_t one = program.steps_by_char_.data()[i];
      const Step& first = program.steps_.data()[one];
      std::size_t behind = pos;
      if (first.op == Op::literal && !literal_at(first, behind)) continue;
      if (any) {
        if (depth == kMostWays) return true;
        push({Way::Kind::step, at, pos, 0});
      }
      any = true;
      at = one;
    }
    return any;
  }
};

namespace {

constexpr std::size_t kBudget = 4000;
constexpr std::size_t kBudgetPerByte = 40;

}  // namespace

/// The first place at or behind `at` where a match may begin, the end of the text included; npos: there is none.
std::size_t Matcher::next_start(std::string_view text, std::size_t at) const {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text.data()[i]); };
  while (!anywhere_ && at < text.size()) {
    const std::size_t begin = at;
    const std::uint32_t lead = byte(at);
    if ((lead & 0xF0U) == 0xE0U && text.size() - at >= 3) {  // nearly all: its bytes are its place
      at += 3;
      if (firsts_[(byte(begin + 1) & 0x3FU) << 6U | (byte(begin + 2) & 0x3FU)]) return begin;
    } else if (lead < 0x80) {
      ++at;
      if ((ascii_firsts_[lead >> 6U] >> (lead & 63U) & 1U) != 0) return begin;
    } else if (firsts_[read_char(text, at) & (kFirsts - 1)] && !text::is_trail(text[begin])) {
      return begin;
    }
  }
  while (anywhere_ && at < text.size() && text::is_trail(text[at])) ++at;
  return at < text.size() || anywhere_ ? at : std::string_view::npos;
}

Matcher::Found Matcher::search(std::string_view text, std::size_t from, Places& places, std::size_t last) const {
  std::size_t budget = kBudget + kBudgetPerByte * text.size();
  Run<false> run(*this, text, places, budget);
  last = at_start_only_ ? 0 : std::min(last, text.size());
  for (std::size_t begin = from; begin <= last; ++begin) {
    begin = next_start(text, begin);
    if (begin > last) break;
    run.depth = 0;
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
  if (back_) return Run<true>(*this, text, places, budget).run(at, stop);
  return Run<false>(*this, text, places, budget).run(at, stop);
}

}  // namespace zhibiao::rules
