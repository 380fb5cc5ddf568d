// Fuzzer: web pages, also those that a browser saved as mail (MHTML).
#include "check.hpp"
#include "read/formats.hpp"
#include "read/mhtml.hpp"
#include "read/sniff.hpp"
#include "target.hpp"

namespace zhibiao_fuzz {
namespace {

constexpr std::size_t kDepth = 64;  // so that inputs of the usual size reach it

zhibiao::read_stage::Document read_page(std::string_view bytes) {
  zhibiao::ReadOptions options;
  options.replace = true;
  options.limits.depth = kDepth;
  return zhibiao::read_stage::read_html("page.html", bytes, options);
}

}  // namespace

void html(std::string_view bytes) {
  const bool mail = zhibiao::read_stage::sniff(bytes).kind == zhibiao::read_stage::FileKind::mhtml;
  const std::string page = mail ? zhibiao::read_stage::page_of_mhtml(bytes) : std::string(bytes);
  require(page.size() <= bytes.size(), "a page is no longer than the mail it stands in");
  accepted([&] {
    const auto document = read_page(page);
    check_document(document);
    require(read_page(page).text == document.text, "the same page gives the same text");
  });
}

}  // namespace zhibiao_fuzz
