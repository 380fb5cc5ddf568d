// Paragraphs and tables become one text, and each place in it is known.
#include "read/text_builder.hpp"

#include <doctest/doctest.h>

#include <string>

#include "zhibiao/source.hpp"

using zhibiao::read_stage::TextBuilder;

namespace {

/// The place of the first `word`.
std::string place_of(const zhibiao::Source& source, const std::string& word) {
  const std::size_t at = source.text().find(word);
  return at == std::string::npos ? "nowhere" : source.place(at).str();
}

zhibiao::Source source_of(TextBuilder& builder) {
  auto document = builder.take("docx");
  return zhibiao::Source("f", document.text, document.facts);
}

}  // namespace

TEST_CASE("a paragraph is a line") {
  CHECK(zhibiao::read_stage::on_one_line(" a\tb\r\nc\x01\x02 d ") == "a b c d");
  CHECK(zhibiao::read_stage::on_one_line("　一　二") == "　一　二");  // indents of Chinese paragraphs are text
  CHECK(zhibiao::read_stage::on_one_line(" \n\t").empty());
  TextBuilder builder;
  CHECK(builder.empty());
  builder.paragraph("一\n二");
  builder.paragraph(" ");
  builder.paragraph("三");
  CHECK(builder.paragraphs() == 3);
  const auto source = source_of(builder);
  CHECK(source.text() == "一 二\n三\n");
  CHECK(source.facts().format == "docx");
  CHECK(place_of(source, "二") == "paragraph 1");
  CHECK(place_of(source, "三") == "paragraph 3");
}

TEST_CASE("a table's rows are lines of cells, with a blank line around") {
  TextBuilder builder;
  builder.page(2);
  builder.paragraph("前");
  builder.table({{"指标", "目标\n值"}, {"", " "}, {"床位", "6.5"}});
  builder.page(3);
  builder.paragraph("后");
  builder.table({{"", ""}});
  builder.table({{"末"}});
  const auto source = source_of(builder);
  CHECK(source.text() == "前\n\n指标\t目标 值\n床位\t6.5\n\n后\n\n末\n\n");
  CHECK(place_of(source, "前") == "page 2 paragraph 1");
  CHECK(place_of(source, "目标") == "page 2 table 1 row 1 cell 2");
  CHECK(place_of(source, "床位") == "page 2 table 1 row 3 cell 1");
  CHECK(place_of(source, "后") == "page 3 paragraph 2");
  CHECK(place_of(source, "末") == "page 3 table 3 row 1 cell 1");
}

TEST_CASE("nothing in, nothing out") {
  TextBuilder builder;
  builder.paragraph("");
  builder.table({});
  builder.table({{}});
  CHECK(builder.empty());
  CHECK(source_of(builder).text().empty());
}
