// HTML entities that copying from a web page left in the text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace zhibiao::text {

struct Entity {
  char32_t ch = 0;
  std::size_t length = 0;  ///< bytes
};

/// The entity at the start of `text` (`&quot;`, `&#39;`, `&#x201C;`, also doubly escaped `&amp;quot;`).
std::optional<Entity> match_entity(std::string_view text);

}  // namespace zhibiao::text
