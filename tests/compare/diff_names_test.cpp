// Which words of two names differ.
#include "write/diff/names.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace zhibiao;
using write::bracketed;
using write::compare_names;

namespace {

std::string marked(const std::string& before, const std::string& after) {
  text::Segmenter segmenter;
  const auto apart = compare_names(before, after, segmenter);
  return bracketed(before, apart.old_only) + " | " + bracketed(after, apart.new_only);
}

}  // namespace

TEST_CASE("words of one name alone are marked, neighbours together") {
  CHECK(marked("婴儿死亡率", "婴儿死亡率") == "婴儿死亡率 | 婴儿死亡率");
  CHECK(marked("死亡率", "全国死亡率") == "死亡率 | [全国]死亡率");
  CHECK(marked("家庭医生签约率", "家庭医生履约率").starts_with("家庭医生["));
  CHECK(marked("beds", "公园") == "[beds] | [公园]");
  CHECK(marked("", "公园") == " | [公园]");
}

TEST_CASE("what both names have is told in runs") {
  text::Segmenter segmenter;
  const auto apart = compare_names("全市婴儿死亡率", "婴儿死亡率", segmenter);
  CHECK(apart.shared == std::vector<std::string>{"婴儿死亡率"});
  CHECK(apart.new_only.empty());
}
