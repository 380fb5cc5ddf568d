// Records: the words in dates that spreadsheets write, as Chinese ones do. Data for dates.cpp.
#include "records/words.hpp"

namespace zhibiao::records {

const std::string_view kYearWord = "年";
const std::string_view kMonthWord = "月";
const std::string_view kDayWord = "日";

}  // namespace zhibiao::records
