// Check: all families of faults over one document. Input: the source and its analysis; output: faults in the order of the
// text, each with its place. Tested by tests/check/.
#include "zhibiao/check.hpp"

#include <algorithm>
#include <utility>

#include "check/ground.hpp"
#include "text/chars.hpp"
#include "text/view.hpp"

namespace zhibiao {

namespace check {

Fault make_fault(FaultKind kind, Span span, std::vector<std::string> details, const rules::Rule* rule) {
  Fault fault;
  fault.kind = kind;
  fault.severity = info_of(kind).severity;
  fault.span = span;
  fault.details = std::move(details);
  if (rule != nullptr) fault.rule = rule->id;
  return fault;
}

std::string plain(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t ch = text::next_char(text, at);
    const bool blank = text::is_blank(ch) || text::is_invisible(ch) || ch == U'\t';
    if (!blank) text::append_char(folded, text::fold_width(ch));
  }
  return folded;
}

namespace {

/// The path of the innermost item that holds the byte.
std::string item_at(const Analysis& analysis, std::size_t offset) {
  const Item* inner = nullptr;
  for (const Item& item : analysis.items) {
    if (item.span.begin > offset) break;
    if (item.span.contains(offset)) inner = &item;
  }
  return inner == nullptr ? std::string() : inner->path;
}

void set_place(const Source& source, const Analysis& analysis, Fault& fault) {
  const Position position = source.position(fault.span.begin);
  fault.line = position.line;
  fault.column = position.column;
  fault.place = source.place(fault.span.begin).str();
  fault.item = item_at(analysis, fault.span.begin);
  if (fault.text.empty()) fault.text = plain(source.slice(fault.span));
}

}  // namespace
}  // namespace check

struct Checker::Parts {
  explicit Parts(const Rules& given) : rules(given), checks(rules.lexicon()) {}
  Rules rules;
  check::CheckRules checks;
};

Checker::Checker(const Rules& rules) : parts_(std::make_unique<Parts>(rules)) {}
Checker::~Checker() = default;
Checker::Checker(Checker&&) noexcept = default;
Checker& Checker::operator=(Checker&&) noexcept = default;

std::vector<Fault> Checker::check(const Source& source, const Analysis& analysis) const {
  const text::View view = text::repair(source);
  const check::Ground ground{source, view, analysis, parts_->checks};
  std::vector<Fault> faults;
  for (const auto family : {check::check_numbering, check::check_announced, check::check_values, check::check_totals,
                            check::check_tables, check::check_dates, check::check_conflicts}) {
    family(ground, faults);
  }
  for (Fault& fault : faults) check::set_place(source, analysis, fault);
  std::stable_sort(faults.begin(), faults.end(),
                   [](const Fault& a, const Fault& b) { return a.span.begin < b.span.begin; });
  return faults;
}

}  // namespace zhibiao
