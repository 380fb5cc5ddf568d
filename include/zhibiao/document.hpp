// What a document says of itself: its title, issuer, number and dates.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace zhibiao {

/// What the document says of itself. Empty: not printed.
struct DocumentData {
  std::string title;                    ///< `2020年全市卫生健康工作要点`
  std::string issuer;                   ///< the issuing body: `贵阳市卫生健康局`
  std::string doc_number;               ///< 发文字号: `濉卫健〔2021〕31号`
  std::string issued;                   ///< 成文日期, ISO 8601: `2022-03-29`
  std::optional<int> plan_year;         ///< the year planned for, or the first of its years
  std::vector<std::string> addressees;  ///< 主送机关, one each
  std::string index_number;             ///< 索引号: `000014349/2019-00012`
  std::string published;                ///< 发布日期, ISO 8601
};

}  // namespace zhibiao
