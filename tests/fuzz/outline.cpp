// Fuzzer: the numbered items of a text, its title, issuer and dates.
#include "outline/outline.hpp"

#include "check.hpp"
#include "target.hpp"

namespace zhibiao_fuzz {

void outline(std::string_view bytes) {
  const zhibiao::Source source("plan.txt", as_text(bytes));
  const auto view = zhibiao::text::repair(source);
  const auto nodes = zhibiao::outline::build_outline(view, source);
  check_outline(source, view, nodes);
  const auto data = zhibiao::outline::read_document_data(view, nodes);
  for (const std::string* field : {&data.title, &data.issuer, &data.doc_number}) {
    require(is_text(*field) && field->find('\n') == std::string::npos, "what is known of a document is one line");
  }
  const auto again = zhibiao::outline::build_outline(view, source);
  require(again.size() == nodes.size(), "the same text gives the same items");
}

}  // namespace zhibiao_fuzz
