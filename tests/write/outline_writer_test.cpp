// Outlines as tree and as rows.
#include <doctest/doctest.h>

#include <string>

#include "write/sample.hpp"

using namespace zhibiao;
using zhibiao_tests::sample;
using zhibiao_tests::written;

TEST_CASE("the tree shows lines, levels and headings") {
  CHECK(written(outline_writer, {.format = Format::tree}, {{"a.txt", sample()}}) ==
        "a.txt · 2020年工作要点 · 某市卫生健康局 · 2020\n"
        "3  一、服务能力\n"
        "4    (一)床位\n"
        "7  二、投入\n");
}

TEST_CASE("a folded tree tells how many items it does not show, and fits") {
  CHECK(written(outline_writer, {.format = Format::tree, .depth = 1}, {{"a.txt", sample()}}) ==
        "a.txt · 2020年工作要点 · 某市卫生健康局 · 2020\n"
        "3  一、服务能力  … 1 item\n"
        "7  二、投入\n");
  CHECK(written(outline_writer, {.format = Format::tree, .width = 21, .language = Language::zh, .depth = 1},
                {{"a.txt", sample()}}) ==
        "a.txt · 2020年工作要…\n"
        "3  一、服务…  … 1 项\n"
        "7  二、投入\n");
  CHECK(written(outline_writer, {.format = Format::csv, .depth = 1}, {{"a.txt", sample()}}) ==
        "file,line,level,marker,path,heading\n"
        "a.txt,3,1,一、,一,服务能力\n"
        "a.txt,7,1,二、,二,投入\n");
}

TEST_CASE("rows hold file, line, level, marker, path, heading") {
  CHECK(written(outline_writer, {.format = Format::csv}, {{"a.txt", sample()}}) ==
        "file,line,level,marker,path,heading\n"
        "a.txt,3,1,一、,一,服务能力\n"
        "a.txt,4,2,(一),一/一,床位\n"
        "a.txt,7,1,二、,二,投入\n");
  CHECK(written(outline_writer, {.format = Format::jsonl}, {{"a.txt", sample()}})
            .starts_with(R"({"file":"a.txt","line":3,"level":1,"marker":"一、","path":"一","heading":"服务能力"})"));
}

TEST_CASE("an absurd level does not indent without end") {
  Analysis deep;
  deep.items = {{1, 1000000, "1.", "1", "x", false, {}}};
  CHECK(written(outline_writer, {.format = Format::tree}, {{"a.txt", deep}}).size() < 100);
}
