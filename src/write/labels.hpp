// The words that writers put around the data, in the reader's language.
#pragma once

#include <string>
#include <string_view>

#include "zhibiao/write.hpp"

namespace zhibiao::write {

enum class Label {
#define LABEL(name, en, zh) name,
#include "write/labels.def"
#undef LABEL
};

/// A word, or a column with its type, in both languages.
struct Bilingual {
  std::string_view english;
  std::string_view chinese;
  FieldType type = FieldType::text;
  std::string_view in(Language language) const { return language == Language::zh ? chinese : english; }
};

std::string_view label(Label label, Language language);
/// The same for what takes a std::string.
inline std::string text(Label one, Language language) { return std::string(label(one, language)); }

/// `target` or 目标; `rate` or 比率.
std::string_view label(Role role, Language language);
std::string_view label(Kind kind, Language language);

}  // namespace zhibiao::write
