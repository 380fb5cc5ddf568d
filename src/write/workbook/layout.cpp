// Write, xlsx: what stands where. Input: options; output: sheets and columns, from workbook.def and fields.def.
// Tested by tests/write/workbook_test.cpp.
#include "write/workbook/layout.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace zhibiao::write {
namespace {

struct Label {
  SheetId sheet;
  std::string_view name;
  std::string_view name_zh;
  FieldType type;
  std::string_view about;
  std::string_view about_zh;
};

constexpr auto kSheets = std::to_array<std::array<std::string_view, 2>>({
#define SHEET(id, english, chinese) {english, chinese},
#include "write/workbook/workbook.def"
});

constexpr auto kColumns = std::to_array<Label>({
#define COLUMN(sheet, name, chinese, type, about, about_chinese) \
  {SheetId::sheet, #name, chinese, FieldType::type, about, about_chinese},
#include "write/workbook/workbook.def"
});

constexpr auto kFirst = std::to_array<std::string_view>({
#define FIRST(name) #name,
#include "write/workbook/workbook.def"
});

constexpr auto kWidest = std::to_array<std::pair<std::string_view, std::size_t>>({
#define WIDEST(name, columns) {#name, columns},
#include "write/workbook/workbook.def"
});

constexpr auto kTypes = std::to_array<std::pair<FieldType, std::string_view>>({
#define TYPE(type, chinese) {FieldType::type, chinese},
#include "write/workbook/workbook.def"
});

constexpr auto kColours = std::to_array<CellColour>({
#define COLOUR(name, text, rgb) {#name, text, rgb},
#include "write/workbook/workbook.def"
});

constexpr auto kDated = std::to_array<std::string_view>({
#define DATED(name) #name,
#include "write/workbook/workbook.def"
});

constexpr std::size_t kOtherwiseWidest = 24;

SheetColumn column(const Label& label, const WriteOptions& options) {
  return {.name = label.name,
          .name_zh = label.name_zh,
          .title = options.header == Language::zh ? label.name_zh : label.name,
          .type = label.type,
          .dated = is_dated(label.name),
          .about = options.language == Language::zh ? label.about_zh : label.about};
}

}  // namespace

std::string_view sheet_name(SheetId sheet, Language language) {
  return kSheets.at(static_cast<std::size_t>(sheet)).at(language == Language::zh ? 1 : 0);
}

std::vector<const Field*> target_fields(const WriteOptions& options) {
  if (!options.columns.empty()) return options.columns;
  std::vector<const Field*> chosen;
  for (const std::string_view name : kFirst) chosen.push_back(find_field(name));
  for (const Field& field : fields()) {
    if (std::find(kFirst.begin(), kFirst.end(), field.name) == kFirst.end()) chosen.push_back(&field);
  }
  return chosen;
}

std::vector<SheetColumn> sheet_columns(SheetId sheet, const WriteOptions& options) {
  std::vector<SheetColumn> columns;
  if (sheet == SheetId::targets) {
    for (const Field* field : target_fields(options)) {
      columns.push_back(
          column({sheet, field->name, field->name_zh, field->type, field->about, field->about_zh}, options));
    }
  }
  for (const Label& label : kColumns) {
    if (label.sheet == sheet) columns.push_back(column(label, options));
  }
  return columns;
}

std::size_t frozen_columns(std::span<const SheetColumn> columns) {
  const auto same = [](const SheetColumn& column, std::string_view name) { return column.name == name; };
  const bool telling =
      columns.size() > kFirst.size() && std::equal(kFirst.begin(), kFirst.end(), columns.begin(),
                                                   [&](auto name, const auto& column) { return same(column, name); });
  if (telling) return kFirst.size();
  return columns.size() > 1 ? 1 : 0;
}

std::size_t widest(std::string_view name) {
  for (const auto& [known, columns] : kWidest) {
    if (known == name) return columns;
  }
  return kOtherwiseWidest;
}

bool is_dated(std::string_view name) { return std::find(kDated.begin(), kDated.end(), name) != kDated.end(); }

std::string_view type_name(FieldType type, Language language) {
  if (language == Language::en) return name_of(type);
  for (const auto& [known, chinese] : kTypes) {
    if (known == type) return chinese;
  }
  return {};
}

std::span<const CellColour> cell_colours() { return kColours; }

}  // namespace zhibiao::write
