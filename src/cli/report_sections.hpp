// Command line, `report`: what the page says of several plans together.
#pragma once

#include <span>
#include <vector>

#include "write/report/page.hpp"
#include "zhibiao/plan.hpp"
#include "zhibiao/report.hpp"
#include "zhibiao/rules.hpp"

namespace zhibiao::cli {

/// The sections of the page behind the charts: what became of each target of `old_plans` (empty: no such section), and
/// indicators that two plans or more set, old ones included. Those that there is nothing to say in are empty.
std::vector<write::report::Section> report_sections(std::span<const ReportDocument> documents,
                                                    const std::vector<Plan>& old_plans, const Rules& rules,
                                                    Language language);

}  // namespace zhibiao::cli
