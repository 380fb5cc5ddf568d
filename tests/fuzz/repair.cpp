// Fuzzer: a text as it was read becomes a view without the damage of scans, with a way back.
#include "check.hpp"
#include "target.hpp"

namespace zhibiao_fuzz {

void repair(std::string_view bytes) {
  const zhibiao::Source source("plan.txt", as_text(bytes));
  const auto view = zhibiao::text::repair(source);
  check_view(source, view);
  require(zhibiao::text::repair(source).text() == view.text(), "the same text gives the same view");
}

}  // namespace zhibiao_fuzz
