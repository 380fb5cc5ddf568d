// Write, report: the three charts, each a group of figures with a heading, a key and an answer in words.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "write/report/chart_parts.hpp"
#include "zhibiao/report.hpp"

namespace zhibiao::write::report {

using Documents = std::span<const ReportDocument>;

/// Up to here each document has figures of its own; more of them are the rows of one.
constexpr std::size_t kOwnFigures = 6;
/// A figure's rows; the rest is in its table.
constexpr std::size_t kMostRows = 24;

/// How many targets and results of which kind stand in each section, or in each of many documents.
void draw_sections(Element parent, Documents documents, Language language);
/// How many targets and results are due when; the dates most are due, with what it is. Facts without a date are left
/// out, lengths of time (`P3Y`) counted in a note.
void draw_deadlines(Element parent, Documents documents, Language language);
/// Rates of each document on axes of their units, with the side that a bound leaves open; of many documents the
/// percentages, a line for each document.
void draw_rates(Element parent, Documents documents, Language language);

/// Targets and results are drawn, mentions are not.
bool is_drawn(const Fact& fact);
/// What a document is called where there is little room: its issuer and year, else its title, else the file.
std::string document_label(const ReportDocument& document);
/// Its title with its issuer.
std::string document_caption(const ReportDocument& document);
/// `托位数 (3岁以下婴幼儿)`; the value's words where the indicator is not known.
std::string fact_name(const Fact& fact);
/// A heading, what the charts below answer, and the room for figures.
struct ChartGroup {
  Element head;  ///< for the key
  Element grid;
};
ChartGroup chart_group(Element parent, const std::string& title, const std::string& answer);

}  // namespace zhibiao::write::report
