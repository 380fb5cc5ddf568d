// Records: the words in dates that spreadsheets write.
#pragma once

#include <string_view>

namespace zhibiao::records {

extern const std::string_view kYearWord;
extern const std::string_view kMonthWord;
extern const std::string_view kDayWord;

}  // namespace zhibiao::records
