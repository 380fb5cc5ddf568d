// Check: what every family of faults stands on, and the families. Each is a pure function that adds its faults.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/check_rules.hpp"
#include "text/view.hpp"
#include "zhibiao/fault.hpp"
#include "zhibiao/model.hpp"
#include "zhibiao/source.hpp"

namespace zhibiao::check {

/// One document while it is checked.
struct Ground {
  const Source& source;
  const text::View& view;
  const Analysis& analysis;
  const CheckRules& rules;
};

using Faults = std::vector<Fault>;

/// Numbers of items that jump, repeat, go back or begin late.
void check_numbering(const Ground& ground, Faults& faults);
/// 以下十个方面, and another number of items behind it.
void check_announced(const Ground& ground, Faults& faults);
/// Values that their indicators cannot have.
void check_values(const Ground& ground, Faults& faults);
/// Parts and their wholes within a sentence.
void check_totals(const Ground& ground, Faults& faults);
/// Rows of tables and their totals.
void check_tables(const Ground& ground, Faults& faults);
/// Days that no calendar has, years that run backwards, deadlines before the plan.
void check_dates(const Ground& ground, Faults& faults);
/// One target with two values.
void check_conflicts(const Ground& ground, Faults& faults);

/// A fault of that kind with its usual severity.
Fault make_fault(FaultKind kind, Span span, std::vector<std::string> details, const rules::Rule* rule = nullptr);

/// Source text as the view has it: no blanks, no line breaks, forms of ASCII folded.
std::string plain(std::string_view text);

}  // namespace zhibiao::check
