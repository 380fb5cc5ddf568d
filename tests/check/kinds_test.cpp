// The kinds of faults: their table is whole, and every reason has the details it asks for.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "zhibiao/fault.hpp"
#include "zhibiao/write.hpp"

using namespace zhibiao;

TEST_CASE("kinds stand in the order of their enumeration, with ids of their own") {
  std::set<std::string_view> ids;
  for (std::size_t i = 0; i < fault_kinds().size(); ++i) {
    const FaultInfo& info = fault_kinds()[i];
    CHECK(static_cast<std::size_t>(info.kind) == i);
    CHECK(info.id.find('.') != std::string_view::npos);
    CHECK(ids.insert(info.id).second);
    CHECK(&info_of(info.kind) == &info);
  }
  CHECK(info_of(FaultKind::target_conflict).id == "target.conflict");
}

TEST_CASE("both languages use the same details") {
  for (const FaultInfo& info : fault_kinds()) {
    for (const char* detail : {"{0}", "{1}", "{2}", "{3}"}) {
      const bool english = info.reason.find(detail) != std::string_view::npos;
      CHECK_MESSAGE(english == (info.reason_zh.find(detail) != std::string_view::npos), info.id, " ", detail);
    }
    Fault fault;
    fault.kind = info.kind;
    fault.details = {"a", "b", "c", "d"};
    CHECK(reason_of(fault, Language::en).find('{') == std::string::npos);
    CHECK(reason_of(fault, Language::zh).find('{') == std::string::npos);
  }
}
