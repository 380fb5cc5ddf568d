// Labels such as 索引号 and 发文机关: which field they stand for, and their values as the model has them.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "zhibiao/document.hpp"

namespace zhibiao::read_stage {

enum class Field { none, title, issuer, doc_number, issued, published, index_number };

/// One label without blanks: `索引号`. Of several values of a field the one with the lowest rank is kept.
struct Label {
  std::string_view word;
  Field field = Field::none;
  int rank = 0;
};

/// The label that is this word (blanks already out); nullptr: none.
const Label* find_label(std::string_view word);

/// The longest label that `text` (blanks already out) begins with; nullptr: none.
const Label* longest_label(std::string_view text);

/// ISO 8601 of the first date in `2019年1月24日`, `2019-01-24 10:30`, `2019/1/24`, `20190124`, `二〇一九年一月二十四日`;
/// empty: none, or no day of the calendar.
std::string iso_date(std::string_view text);

/// `国发[2018]42号` with the brackets of GB/T 9704 and without blanks: `国发〔2018〕42号`.
std::string plain_doc_number(std::string_view text);

/// Collects values from several places of one file.
class LabelledData {
 public:
  /// A value as the file prints it. What says nothing, and a date that is none, is passed over.
  void add(Field field, int rank, std::string_view value);
  void add(const Label& label, std::string_view value) { add(label.field, label.rank, value); }
  /// What was found.
  DocumentData data() const;

 private:
  struct Value {
    std::string text;
    int rank = 100;
  };
  std::array<Value, 7> values_;
};

}  // namespace zhibiao::read_stage
