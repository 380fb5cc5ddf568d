// Tables of characters (see words.hpp). Nothing runs here.
#include "extract/words.hpp"

namespace zhibiao::extract::words {

const std::array<Numeral, 18> kNumerals = {{{"零", 0, 0},
                                            {"〇", 0, 0},
                                            {"○", 0, 0},
                                            {"一", 1, 0},
                                            {"二", 2, 0},
                                            {"两", 2, 0},
                                            {"三", 3, 0},
                                            {"四", 4, 0},
                                            {"五", 5, 0},
                                            {"六", 6, 0},
                                            {"七", 7, 0},
                                            {"八", 8, 0},
                                            {"九", 9, 0},
                                            {"十", -1, 1},
                                            {"百", -1, 2},
                                            {"千", -1, 3},
                                            {"万", -1, 4},
                                            {"亿", -1, 8}}};
const std::string_view kOrdinal = "第";
const std::string_view kPoint = "点";
const std::array<std::string_view, 2> kMore = {"多", "余"};
const std::array<std::string_view, 4> kVague = {"几", "数", "上", "成"};
const std::array<std::string_view, 2> kPerSigns = {"‰", "℃"};
const std::string_view kOf = "的";
const std::string_view kYear = "年";
const std::string_view kNew = "新";
const std::string_view kNow = "目前";
const std::string_view kUpon = "对";
const std::string_view kTotal = "总";
const std::string_view kIn = "在";
const std::string_view kAnd = "和";
const std::string_view kAsWellAs = "及";
const std::string_view kEach = "每";
const std::array<std::string_view, 4> kRemarks = {"含", "包括", "以下简称", "简称"};
const std::string_view kPerHundredThousand = "/10万";
const std::array<std::string_view, 5> kToParticles = {"到", "至", "在", "为", "了"};

}  // namespace zhibiao::extract::words
