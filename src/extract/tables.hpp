// Facts of tables: target cells of indicator tables, due dates of task tables.
#pragma once

#include <string>
#include <vector>

#include "outline/outline.hpp"
#include "text/view.hpp"
#include "zhibiao/model.hpp"

namespace zhibiao::extract {

/// A row of a task table that has a due date. Spans are of the source.
struct DueRow {
  Span content;        ///< the cells that say what is to be done
  Span opening;        ///< from their start to the end of the clause that `milestone` names
  Fact milestone;      ///< the due date as a record of its own, for rows whose opening has no other
  bool dated = false;  ///< exact enough to make that record (全年 is not)
};

/// A row whose cells are read as prose, and what it is about: names for values that say no more than a verb (达到90%).
/// Spans are of the source.
struct NamedRow {
  Span content;
  std::string indicator;
  std::string scope;
};

class TableWords;

/// What the tables of a document hold.
class TableReading {
 public:
  /// The view's paragraphs without the cells that tables have taken: what is left to be read as prose.
  std::vector<text::Paragraph> prose(const text::View& view) const;

  /// Adds the records of the tables to those of the prose, in text order; values of a task row that have no deadline get
  /// the row's, values without a name the row's name.
  void finish(std::vector<Fact>& facts) const;

  std::vector<Span> taken;  ///< cells of the view that are no prose, in text order
  std::vector<Fact> facts;  ///< one for each target cell
  std::vector<DueRow> rows;
  std::vector<NamedRow> named;

 private:
  void name(std::vector<Fact>& facts) const;
};

/// Finds tables by the words of their column heads (rules of type `table`) and reads them. Where no paragraph is such a head,
/// the reading is empty. Pure; linear in the text's length.
TableReading read_tables(const Source& source, const text::View& view, const std::vector<outline::Node>& outline,
                         const DocumentData& document, const TableWords& words);

}  // namespace zhibiao::extract
