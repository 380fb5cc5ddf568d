// Plans made up for a test, and the faults found in them.
#pragma once

#include <string>
#include <vector>

#include "zhibiao/analyze.hpp"
#include "zhibiao/check.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao_tests {

inline std::vector<zhibiao::Fault> faults_of(const std::string& text, int year = 2021) {
  static zhibiao::Analyzer analyzer;
  static const zhibiao::Checker checker;
  const zhibiao::Source source("plan.txt", text);
  zhibiao::Given given;
  given.plan_year = year;
  return checker.check(source, analyzer.analyze(source, given));
}

/// `numbering.jump@4: reason` for each fault, a line each.
inline std::string told(const std::string& text, int year = 2021) {
  std::string all;
  for (const zhibiao::Fault& fault : faults_of(text, year)) {
    all += std::string(info_of(fault.kind).id) + "@" + std::to_string(fault.line) + ": " +
           reason_of(fault, zhibiao::Language::en) + "\n";
  }
  return all;
}

/// The ids alone, joined by one blank.
inline std::string ids(const std::string& text, int year = 2021) {
  std::string all;
  for (const zhibiao::Fault& fault : faults_of(text, year)) {
    all += (all.empty() ? "" : " ") + std::string(info_of(fault.kind).id);
  }
  return all;
}

}  // namespace zhibiao_tests
