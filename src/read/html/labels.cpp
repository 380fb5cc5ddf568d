// Read, web pages: labelled data. Input: the tree; output: DocumentData, and the elements that hold it marked as left
// out. Labels stand in cells, in dt and dd, or in a line before a colon; a table or a line counts as data only if it
// holds little else. Tested by tests/read/html_labels_test.cpp.
#include "read/html/labels.hpp"

#include <algorithm>
#include <array>

#include "read/html/chars.hpp"
#include "read/html/table.hpp"
#include "read/labels.hpp"

namespace zhibiao::read_stage::html {
namespace {

#include "read/html/fields.def"

constexpr std::size_t kLongestCell = 900;   // bytes: longer ones hold no data but text
constexpr std::size_t kLongestLine = 1200;  // bytes of a line with several labels
constexpr std::size_t kProse = 100;         // characters of a line with a full stop: the text has begun
constexpr std::size_t kMostRows = 40;       // of a table of data
constexpr std::size_t kMostLines = 2000;    // in which a document's data is looked for, beside tables
constexpr std::size_t kBareDate = 24;       // characters before the first label, if they are a date
constexpr char kPieceEnd = '\x1F';          // between the runs of text of a line

struct Pair {
  const Label* label = nullptr;
  std::string value;
  bool colon = true;
};

constexpr Label kDateFirst{"", Field::published, 4};

bool is_colon(char32_t ch) { return ch == U':' || ch == U'：' || ch == U'﹕' || ch == U'∶'; }

bool is_frame(char32_t ch) {
  return ch == U'【' || ch == U'】' || ch == U'[' || ch == U']' || ch == U'|' || ch == 0xFF5C || ch == U'*';
}

/// Text with the ends of its runs, as far as needed.
void gather(const Node& node, std::size_t limit, char between, std::string& out) {
  if (out.size() > limit) return;
  if (node.kind == Kind::text) {
    const std::size_t room = limit + 64 - out.size();
    out += node.text.size() <= room ? std::string_view(node.text) : first_chars(node.text, room / 3);
    out += between;
    return;
  }
  if (!node.shown()) return;
  if (node.kind != Kind::inline_run) out += ' ';
  for (const Node* child = node.first; child != nullptr && out.size() <= limit; child = child->next) {
    gather(*child, limit, between, out);
  }
}

/// A line without blanks, and for each byte where it stands in the line and whether a gap was before it.
struct Squeezed {
  std::string text;
  std::vector<std::size_t> origin;
  std::vector<bool> gap;
  std::vector<bool> piece;  // a run of text ended before it

  explicit Squeezed(std::string_view line) {
    bool blank = true;
    bool ended = true;
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t start = at;
      const char32_t ch = next_char(line, at);
      if (ch == static_cast<char32_t>(kPieceEnd)) {
        ended = true;
      } else if (is_blank(ch) || is_frame(ch)) {
        blank = true;
      } else if (!is_invisible(ch)) {
        for (std::size_t byte = start; byte < at; ++byte) {
          text += line[byte];
          origin.push_back(byte);
          gap.push_back(blank || ended);
          piece.push_back(ended);
        }
        blank = ended = false;
      }
    }
    origin.push_back(line.size());
    gap.push_back(true);
    piece.push_back(true);
  }

  char32_t at(std::size_t index) const {
    std::size_t behind = index;
    return index < text.size() ? next_char(text, behind) : U'\0';
  }
};

/// A label at `index` and where its value begins; a colon or the end of the run of text must follow it.
const Label* label_at(const Squeezed& line, std::size_t index, std::size_t& value) {
  if (index > 0 && !line.gap[index]) return nullptr;
  const Label* label = longest_label(std::string_view(line.text).substr(index));
  if (label == nullptr) return nullptr;
  value = index + label->word.size();
  std::size_t behind = value;
  if (value < line.text.size() && is_colon(next_char(line.text, behind))) {
    value = behind;
    return label;
  }
  return line.piece[index] && line.piece[value] ? label : nullptr;
}

/// The labels of a line with their values; none if the line begins neither with one nor with a date.
std::vector<Pair> pairs_of(std::string_view text) {
  const Squeezed line(text);
  std::vector<Pair> pairs;
  std::size_t value = 0;
  std::size_t from = 0;  // of the value of the last label, in the text
  const auto close = [&](std::size_t end) {
    if (pairs.empty()) return;
    std::string& out = pairs.back().value;
    out = text.substr(from, std::max(end, from) - from);
    std::erase(out, kPieceEnd);
    while (!out.empty() && (out.back() == '|' || is_html_blank(static_cast<unsigned char>(out.back())))) out.pop_back();
  };
  for (std::size_t index = 0; index < line.text.size(); ++index) {
    const Label* label = label_at(line, index, value);
    if (label == nullptr) {
      if (pairs.empty() && visible_chars(std::string_view(line.text).substr(0, index)) > kBareDate) return {};
      continue;
    }
    if (pairs.empty() && index > 0) {
      const std::string_view before = text.substr(0, line.origin[index]);
      if (iso_date(before).empty()) return {};
      pairs.push_back({&kDateFirst, {}});
      from = 0;
    }
    close(line.origin[index]);
    pairs.push_back({label, {}, value > index + label->word.size()});
    from = line.origin[value];
    index = value - 1;
  }
  close(text.size());
  return pairs;
}

/// The label that is all of a cell's text, with or without a colon.
const Label* label_alone(std::string_view text) {
  const auto pairs = pairs_of(text);
  return pairs.size() == 1 && trimmed(pairs.front().value).empty() ? pairs.front().label : nullptr;
}

std::string cell_text(const Node& node) {
  std::string out;
  gather(node, kLongestCell, kPieceEnd, out);
  return out;
}

std::string plain(std::string text) {
  std::erase(text, kPieceEnd);
  return text;
}

using Cells = std::vector<std::string>;

/// Labels and values of one row: in turn in its cells, or in a cell together. Returns the bytes of what is neither.
std::size_t read_row(const Cells& row, std::vector<Pair>& pairs) {
  std::size_t other = 0;
  for (std::size_t cell = 0; cell < row.size(); ++cell) {
    if (const Label* label = label_alone(row[cell])) {
      const bool value_follows = cell + 1 < row.size() && label_alone(row[cell + 1]) == nullptr;
      pairs.push_back({label, value_follows ? plain(row[cell + 1]) : std::string()});
      cell += value_follows ? 1 : 0;
      continue;
    }
    auto found = pairs_of(row[cell]);
    if (found.empty()) other += squeezed(plain(row[cell])).size();
    std::move(found.begin(), found.end(), std::back_inserter(pairs));
  }
  return other;
}

/// Two rows, labels above and values below.
bool read_columns(const std::vector<Cells>& rows, std::vector<Pair>& pairs) {
  if (rows.size() != 2 || rows[0].size() != rows[1].size() || rows[0].size() < 2) return false;
  for (std::size_t cell = 0; cell < rows[0].size(); ++cell) {
    const Label* label = label_alone(rows[0][cell]);
    if (label == nullptr || label_alone(rows[1][cell]) != nullptr) return false;
    pairs.push_back({label, plain(rows[1][cell])});
  }
  return true;
}

bool hold_data(const std::vector<Pair>& pairs) {
  return std::count_if(pairs.begin(), pairs.end(), [&](const Pair& pair) {
           return std::none_of(pairs.begin(), pairs.end(),
                               [&](const Pair& other) { return &other < &pair && other.label == pair.label; });
         }) >= 2;
}

void keep(const std::vector<Pair>& pairs, LabelledData& data) {
  for (const Pair& pair : pairs) data.add(*pair.label, pair.value);
}

void read_table(Node& table, LabelledData& data) {
  std::vector<Cells> rows;
  for (const auto& row : rows_of(table)) {
    Cells cells;
    for (const Node* cell : row) {
      cells.push_back(cell_text(*cell));
      if (cells.back().size() > kLongestCell) return;
    }
    if (std::any_of(cells.begin(), cells.end(), [](const auto& text) { return !squeezed(text).empty(); })) {
      rows.push_back(std::move(cells));
    }
    if (rows.size() > kMostRows) return;
  }
  std::vector<Pair> pairs;
  std::size_t other = 0;
  if (!read_columns(rows, pairs)) {
    pairs.clear();
    for (const Cells& row : rows) other += read_row(row, pairs);
  }
  std::size_t labelled = 0;
  for (const Pair& pair : pairs) labelled += pair.label->word.size() + pair.value.size();
  if (!hold_data(pairs) || other > labelled) return;
  keep(pairs, data);
  table.left_out = true;
}

/// A block that holds text and no other block.
bool is_leaf(const Node& node) {
  if (node.kind != Kind::block || !node.shown()) return false;
  // Inline elements in between are looked through, a few levels deep.
  std::vector<const Node*> open{&node};
  for (std::size_t seen = 0; !open.empty() && seen < 64; ++seen) {
    const Node* last = open.back();
    open.pop_back();
    for (const Node* child = last->first; child != nullptr; child = child->next) {
      if (child->kind == Kind::block && child->shown()) return false;
      if (child->kind == Kind::inline_run) open.push_back(child);
    }
  }
  return true;
}

bool is_hidden_below(const Node& node) {
  for (const Node* up = &node; up != nullptr; up = up->parent) {
    if (!up->shown()) return true;
  }
  return false;
}

/// Lines with labels, up to where the text begins: one line with several, several lines with one each, or a label and
/// its value in two blocks that follow each other.
class Lines {
 public:
  explicit Lines(LabelledData& data) : data_(data) {}

  /// False: the text has begun.
  bool add(Node& leaf) {
    std::string text;
    gather(leaf, kLongestLine, kPieceEnd, text);
    const std::size_t chars = visible_chars(plain(text));
    if (chars == 0) return true;
    if (chars >= kProse && text.find("。") != std::string::npos && pairs_of(text).empty()) return false;
    auto pairs = pairs_of(text);
    if (!stands_for_data(leaf, pairs)) pairs.clear();
    if (pairs.empty() && waiting_ && belongs(leaf)) {
      found_.back().value = plain(text);
      blocks_.push_back(&leaf);
      waiting_ = false;
    } else if (pairs.empty() || text.size() > kLongestLine) {
      finish();
    } else {
      waiting_ = trimmed(pairs.back().value).empty();
      last_ = &leaf;
      std::move(pairs.begin(), pairs.end(), std::back_inserter(found_));
      blocks_.push_back(&leaf);
    }
    return ++lines_ < kMostLines;
  }

  /// Ends a run of lines with labels: it is data if it has two.
  void finish() {
    if (hold_data(found_) || (found_.size() == 1 && is_sure(found_.front()))) {
      keep(found_, data_);
      for (Node* block : blocks_) block->left_out = true;
    }
    found_.clear();
    blocks_.clear();
    waiting_ = false;
  }

 private:
  /// A cell's label has its value beside it in the cell; a label without a colon has but one block beside it.
  static bool stands_for_data(const Node& leaf, const std::vector<Pair>& pairs) {
    if (pairs.empty()) return false;
    const bool alone = pairs.size() == 1 && trimmed(pairs.front().value).empty();
    if (leaf.is("td") || leaf.is("th")) return pairs.size() > 1 || (!alone && is_sure(pairs.front()));
    if (!alone || pairs.front().colon || leaf.is("dt")) return true;
    std::size_t blocks = 0;
    for (const Node* child = leaf.parent != nullptr ? leaf.parent->first : nullptr; child != nullptr && blocks < 3;
         child = child->next) {
      blocks += child->kind == Kind::block ? 1 : 0;
    }
    return blocks == 2;
  }

  /// A value's block stands beside its label's, or beside the block around that.
  bool belongs(const Node& leaf) const {
    const Node* parent = last_->parent;
    return leaf.parent == parent ||
           (parent != nullptr && leaf.parent != nullptr && leaf.parent->parent == parent->parent);
  }

  /// One label by itself counts if its value can be nothing else.
  static bool is_sure(const Pair& pair) {
    if (visible_chars(pair.value) > 40) return false;
    switch (pair.label->field) {
      case Field::issued:
      case Field::published: return !iso_date(pair.value).empty();
      case Field::index_number: return !squeezed(pair.value).empty();
      default: return false;
    }
  }

  LabelledData& data_;
  std::vector<Pair> found_;
  std::vector<Node*> blocks_;
  const Node* last_ = nullptr;
  bool waiting_ = false;  // the last label has no value yet
  std::size_t lines_ = 0;
};

template <typename Table>
const Carrier* carrier(const Table& table, const std::string& name) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Carrier& entry) { return entry.name == name; });
  return found == table.end() ? nullptr : found;
}

}  // namespace

std::string line_of(const Node& node, std::size_t limit) {
  std::string text;
  gather(node, limit, kPieceEnd, text);
  text = plain(std::move(text));
  std::string out;
  bool gap = false;
  char32_t last = U'\0';
  for (std::size_t at = 0; at < text.size();) {
    const char32_t ch = next_char(text, at);
    if (is_blank(ch)) {
      gap = true;
    } else if (!is_invisible(ch)) {
      if (gap && !out.empty() && !(is_wide(last) && is_wide(ch))) out += ' ';
      gap = false;
      append_char(out, ch);
      last = ch;
    }
  }
  return out;
}

DocumentData read_labels(Tree& tree) {
  LabelledData data;
  for (Node& node : tree.nodes) {
    if (!node.attributes) continue;
    const Carrier* meta = node.is("meta") ? carrier(kMetas, node.attributes->name) : nullptr;
    if (meta != nullptr) data.add(meta->field, meta->rank, node.attributes->content);
    const Carrier* element = carrier(kElements, node.attributes->id);
    if (element != nullptr) data.add(element->field, element->rank, line_of(node, kLongestCell));
  }
  for (Node& node : tree.nodes) {
    if (node.is("table") && !is_hidden_below(node)) read_table(node, data);
  }
  Lines lines(data);
  for (Node& node : tree.nodes) {
    if (!is_leaf(node) || is_hidden_below(node)) continue;
    if (!lines.add(node)) break;
  }
  lines.finish();
  return data.data();
}

}  // namespace zhibiao::read_stage::html
