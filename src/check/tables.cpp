// Check, tables: columns whose total is not the sum of their rows. Input: rows of the view with cells parted by tabs; output:
// faults. A column is believed only where the table is surely read right. Tested by tests/check/totals_test.cpp.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/ground.hpp"

namespace zhibiao::check {
namespace {

constexpr std::size_t kFewest = 3;  // rows below which a total proves little

struct Cell {
  Span span;  ///< of the view
  std::string text;
  std::optional<Decimal> number;
};
using Row = std::vector<Cell>;

Row cells_of(const text::View& view, Span paragraph) {
  Row row;
  const std::string_view line = view.slice(paragraph);
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find('\t', at), line.size());
    Cell cell;
    cell.span = {paragraph.begin + at, paragraph.begin + end};
    cell.text = plain(line.substr(at, end - at));
    cell.number = Decimal::parse(cell.text);
    row.push_back(std::move(cell));
    at = end + 1;
  }
  return row;
}

/// What a column's rows make, against what its total says.
struct Sum {
  Decimal rows;
  bool right = false;
  bool close = false;  ///< so near that the rows must be those of the total
};

std::optional<Sum> sum_of(const std::vector<const Row*>& rows, std::size_t column, const Decimal& total) {
  Decimal sum;
  Decimal largest;
  bool counts = true;  // 1, 2, 3 …: the rows' own numbers
  std::int64_t expected = 1;
  std::size_t places = 0;
  for (const Row* row : rows) {
    const auto& number = (*row)[column].number;
    if (!number || *number < Decimal()) return std::nullopt;
    const auto next = sum.plus(*number);
    if (!next) return std::nullopt;
    sum = *next;
    largest = std::max(largest, *number);
    counts = counts && *number == Decimal(expected++);
    const std::string text = number->str();
    const std::size_t point = text.find('.');
    if (point != std::string::npos) places = std::max(places, text.size() - point - 1);
  }
  // A total within its rows is a mean.
  if (counts || total <= largest) return std::nullopt;
  const double difference = std::abs(sum.approx() - total.approx());
  double rounding = 0.5 * static_cast<double>(rows.size());
  for (std::size_t i = 0; i < places; ++i) rounding /= 10;
  return Sum{sum, places == 0 ? sum == total : difference <= rounding, difference < 0.2 * total.approx()};
}

class Tables {
 public:
  Tables(const Ground& ground, Faults& faults) : ground_(ground), faults_(faults) {}

  void run() {
    std::vector<Row> table;
    for (const text::Paragraph& paragraph : ground_.view.paragraphs()) {
      if (paragraph.kind != text::ParagraphKind::body) continue;
      Row row = cells_of(ground_.view, paragraph.span);
      if (!table.empty() && row.size() != table.front().size()) check(std::exchange(table, {}));
      if (row.size() > 2) table.push_back(std::move(row));
    }
    check(table);
  }

 private:
  const rules::Rule* total_of(const Row& row) const {
    for (std::size_t cell = 0; cell < 2; ++cell) {
      if (const auto* rule = ground_.rules.total_row(row[cell].text)) return rule;
    }
    return nullptr;
  }

  void check(const std::vector<Row>& table) {
    std::size_t total = table.size();
    for (std::size_t i = 0; i < table.size(); ++i) {
      if (total_of(table[i]) == nullptr) continue;
      if (total != table.size()) return;  // totals of parts too: which rows they are of is not sure
      total = i;
    }
    if (total == table.size()) return;
    std::vector<const Row*> above;
    std::vector<const Row*> below;
    for (std::size_t i = 0; i < table.size(); ++i) {
      const bool holds = std::any_of(table[i].begin(), table[i].end(), [](const Cell& cell) { return cell.number; });
      if (holds && i != total) (i < total ? above : below).push_back(&table[i]);
    }
    // The total stands at one end of its rows.
    if (above.empty() == below.empty()) return;
    check_columns(above.empty() ? below : above, table[total]);
  }

  void check_columns(const std::vector<const Row*>& rows, const Row& total) {
    if (rows.size() < kFewest) return;
    std::vector<std::pair<std::size_t, Sum>> wrong;
    bool any_right = false;
    for (std::size_t column = 1; column < total.size(); ++column) {
      if (!total[column].number) continue;
      const auto sum = sum_of(rows, column, *total[column].number);
      if (!sum) continue;
      any_right = any_right || sum->right;
      if (!sum->right) wrong.emplace_back(column, *sum);
    }
    for (const auto& [column, sum] : wrong) {
      if (!any_right && !sum.close) continue;
      const Cell& cell = total[column];
      faults_.push_back(make_fault(FaultKind::total_column, ground_.view.source_span(cell.span),
                                   {cell.text, sum.rows.str(), std::to_string(column + 1)}, total_of(total)));
    }
  }

  const Ground& ground_;
  Faults& faults_;
};

}  // namespace

void check_tables(const Ground& ground, Faults& faults) { Tables(ground, faults).run(); }

}  // namespace zhibiao::check
