// Check, the kinds of faults: their ids, severities and words. Input: faults.def; output: the table that writers and the
// command line ask. Tested by tests/check/kinds_test.cpp.
#include <array>

#include "zhibiao/fault.hpp"

namespace zhibiao {

std::span<const FaultInfo> fault_kinds() {
  static constexpr std::array kKinds = {
#define FAULT(kind, id, severity, about, about_zh, reason, reason_zh) \
  FaultInfo{FaultKind::kind, id, Severity::severity, about, about_zh, reason, reason_zh},
#include "check/faults.def"
  };
  return kKinds;
}

const FaultInfo& info_of(FaultKind kind) { return fault_kinds()[static_cast<std::size_t>(kind)]; }

std::string_view name_of(Severity severity) {
  static constexpr std::array<std::string_view, 3> kNames = {"error", "warning", "note"};
  return kNames[static_cast<std::size_t>(severity)];
}

}  // namespace zhibiao
