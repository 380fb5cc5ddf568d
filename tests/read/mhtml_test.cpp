// The page in a saved web page.
#include "read/mhtml.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace zhibiao::read_stage;

namespace {

/// A browser's file: picture first, then the page.
std::string saved(const std::string& encoding, const std::string& page) {
  return "From: <Saved by Blink>\r\nSubject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
         "\ttype=\"text/html\";\r\n\tboundary=\"----Boundary--x\"\r\n\r\n\r\n------Boundary--x\r\n"
         "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n------Boundary--x\r\n"
         "Content-ID: <1>\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: " +
         encoding + "\r\n\r\n" + page + "\r\n------Boundary--x--\r\n";
}

}  // namespace

TEST_CASE("the page is found and its transfer encoding undone") {
  CHECK(page_of_mhtml(saved("quoted-printable", "<html>=E4=B8=80=\r\n=e4=ba=8c a=3Db</html>")) ==
        "<html>一二 a=b</html>\r\n");
  CHECK(page_of_mhtml(saved("base64", "PGh0bWw+5Li\r\nA6L2uPC9odG1sPg==")) == "<html>一轮</html>");
  CHECK(page_of_mhtml(saved("8bit", "<html>一</html>")) == "<html>一</html>\r\n");
  CHECK(page_of_mhtml("Mime-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: 8bit\n\n<p>一") ==
        "<p>一");
}

TEST_CASE("parts within parts; files without a page") {
  const std::string inner =
      "Content-Type: multipart/alternative; boundary=in\n\n--in\nContent-Type: text/plain\n\nx\n--in\n"
      "content-type: TEXT/HTML\n\n<p>一\n--in--\n";
  CHECK(page_of_mhtml("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=out\n\n--out\n" + inner +
                      "--out--\n") == "<p>一\n");
  for (const char* none : {"", "\n", "MIME-Version: 1.0", "Content-Type: multipart/related\n\n<p>",
                           "Content-Type: multipart/related; boundary=\"\n\n--", "Content-Type: image/png\n\nx",
                           "Content-Type: multipart/related; boundary=b\n\n--b--\n--b\nContent-Type: text/html\n\nx"}) {
    CAPTURE(none);
    CHECK(page_of_mhtml(none).empty());
  }
  // A part that holds itself ends.
  std::string nested = "Content-Type: multipart/related; boundary=b\n\n";
  for (int i = 0; i < 1000; ++i) nested += "--b\nContent-Type: multipart/related; boundary=b\n\n";
  CHECK(page_of_mhtml(nested).empty());
}

TEST_CASE("transfer encodings forgive what mail does to them") {
  CHECK(decode_quoted_printable("a= \t\r\nb=XYc=4") == "ab=XYc=4");
  CHECK(decode_quoted_printable("end=") == "end");
  CHECK(decode_base64("5LiA") == "一");
  CHECK(decode_base64("5L iA\r\nYQ==tail") == "一a");
  CHECK(decode_base64("").empty());
}
