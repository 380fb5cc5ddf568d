// What is wrong with a document: one fault with its place and its reason.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/source.hpp"

namespace zhibiao {

/// How sure it is that something must be changed.
enum class Severity {
  error,    ///< cannot be as it stands
  warning,  ///< contradicts itself, or hardly can be
  note      ///< worth a second look
};

enum class FaultKind {
  numbering_jump,    ///< 二、 is followed by 四、
  numbering_start,   ///< a list begins with another number than 1
  numbering_repeat,  ///< a number stands twice
  numbering_back,    ///< 四、 is followed by 三、
  announced_count,   ///< ten points are announced, seven follow
  value_range,       ///< a value its indicator cannot have
  value_permille,    ///< % where ‰ is usual
  value_reversed,    ///< a range from the larger to the smaller number
  total_part,        ///< a part is greater than its whole
  total_sum,         ///< parts do not add up to their whole
  total_column,      ///< a table's column does not add up to its total
  date_impossible,   ///< 2月30日
  date_reversed,     ///< 2025—2021年
  deadline_past,     ///< due before the plan begins
  target_conflict    ///< one target with two values
};

/// What is known of a kind.
struct FaultInfo {
  FaultKind kind;
  std::string_view id;         ///< `numbering.jump`; the part before the dot is its family
  Severity severity;           ///< of its faults, as a rule
  std::string_view about;      ///< in one line
  std::string_view about_zh;   ///< the same in Chinese
  std::string_view reason;     ///< with {0}, {1} … for the details of a fault
  std::string_view reason_zh;  ///< the same in Chinese
};

/// One fault of a document.
struct Fault {
  FaultKind kind = FaultKind::numbering_jump;
  Severity severity = Severity::warning;
  Span span;                         ///< bytes of the source it is about
  std::size_t line = 1;              ///< of their start, from 1
  std::size_t column = 1;            ///< in code points, from 1
  std::string place;                 ///< in files that have them: `page 3`, `paragraph 12`
  std::string item;                  ///< path of the innermost item
  std::string text;                  ///< the words it is about, as printed, blanks removed
  std::vector<std::string> details;  ///< for the reason
  std::string rule;                  ///< id of the rule that found it; empty: none was needed
};

/// All kinds in the order of their enumeration.
std::span<const FaultInfo> fault_kinds();
const FaultInfo& info_of(FaultKind kind);
/// `error`, `warning`, `note`.
std::string_view name_of(Severity severity);

}  // namespace zhibiao
