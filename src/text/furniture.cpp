// Lines around the text that are not the text, told by shape, repetition and place; the few words needed stand
// in the tables below. In: Lines. Out: a ParagraphKind for each line.
// Tested by tests/text/furniture_test.cpp.
#include "text/furniture.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "text/chars.hpp"
#include "text/pages.hpp"

namespace zhibiao::text {
namespace {

using Words = std::string_view;

// Labels of the metadata table on top of a web copy; they count with a colon or alone on their line.
constexpr std::array<Words, 34> kLabels{
    "索引号",   "发文机关", "发文机构", "发布机构", "发布单位", "发文单位", "制发机关", "成文日期", "发布日期",
    "发布时间", "发文日期", "生成日期", "印发日期", "公开日期", "更新时间", "更新日期", "施行日期", "实施日期",
    "发文字号", "文号",     "主题分类", "主题词",   "信息分类", "信息来源", "文章来源", "有效性",   "时效性",
    "公开方式", "公开范围", "公开类别", "浏览次数", "点击次数", "访问次数", "字体"};
// Bare values of such a table.
constexpr std::array<Words, 9> kValues{"主动公开", "依申请公开", "面向社会", "面向全社会",  "全社会",
                                       "有效",     "现行有效",   "废止",     "政府信息公开"};
// What a database or a web page prints about its copy.
constexpr std::array<Words, 6> kProvenance{"北大法宝", "法宝引证码", "原文链接", "http://", "https://", "当前位置"};
// What opens the list of links below a text.
constexpr std::array<Words, 24> kFooters{
    "热点文章推荐", "相关文章推荐", "相关文章", "相关阅读", "相关链接", "相关新闻",   "相关信息", "相关文件",
    "热门推荐",     "上一篇",       "下一篇",   "上一条",   "下一条",   "打印本页",   "关闭窗口", "扫一扫",
    "分享到",       "责任编辑",     "返回顶部", "版权所有", "主办单位", "网站标识码", "友情链接", "网站地图"};
constexpr std::array<Words, 3> kContents{"目录", "目次", "总目录"};
constexpr Words kSource = "来源";
constexpr Words kCopies = "抄送";
constexpr Words kPrinted = "印发";
constexpr Words kYear = "年";
constexpr Words kAbout = "关于";
constexpr std::u32string_view kOpenEndings = U"的和与及或以对将为在把被向从按由各第于";
constexpr std::u32string_view kOpenBeginnings = U"的和及等或与地得了";
constexpr std::u32string_view kMagnitudes = U"万亿千百";
constexpr char32_t kPageOpens = U'第';
constexpr char32_t kPageCloses = U'页';

constexpr std::size_t kTop = 25;     // lines among which a metadata table is looked for
constexpr std::size_t kBottom = 40;  // lines among which a link list is looked for
constexpr std::size_t kContentsReach = 400;

template <std::size_t N>
bool opens_with_any(std::string_view text, const std::array<Words, N>& words) {
  return std::any_of(words.begin(), words.end(), [text](Words word) { return text.starts_with(word); });
}

template <std::size_t N>
bool is_any(std::string_view text, const std::array<Words, N>& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool is_leader(char32_t ch) {
  return ch == U'.' || ch == U'…' || ch == U'·' || ch == U'⋯' || ch == U'┈' || ch == U'─' || ch == U'_';
}

class Classifier {
 public:
  explicit Classifier(const Lines& lines) : lines_(lines), kinds_(lines.lines.size(), ParagraphKind::body) {}

  std::vector<ParagraphKind> run() {
    mark_header();
    mark_links();
    mark_contents();
    return std::move(kinds_);
  }

 private:
  std::size_t count() const { return lines_.lines.size(); }
  const Line& line(std::size_t index) const { return lines_.lines[index]; }

  // ---- web copies -------------------------------------------------------

  static bool is_label(std::string_view text) {
    for (const Words label : kLabels) {
      if (!text.starts_with(label)) continue;
      const std::string_view rest = text.substr(label.size());
      if (rest.empty() || rest.starts_with(':')) return true;
    }
    return text.starts_with(kSource) && text.substr(kSource.size()).starts_with(':');
  }

  /// Index numbers (`11330282002977026G/2022-155031`) and bare ISO dates and times.
  static bool is_code(std::string_view text) {
    std::size_t digits = 0;
    for (const char byte : text) {
      const auto ch = static_cast<char32_t>(static_cast<unsigned char>(byte));
      if (is_digit(ch)) ++digits;
      if (!is_alnum(ch) && byte != '-' && byte != '/' && byte != ':' && byte != '_' && byte != '.') return false;
    }
    return (text.size() >= 15 && digits >= 6) || (text.size() >= 8 && digits >= 6 && text.find('-') != text.npos);
  }

  /// `卫生、体育/医药管理,人口/计划生育`: names parted by slashes.
  bool is_category_path(std::size_t index) const {
    std::size_t slashes = 0;
    for (const Glyph& glyph : lines_.of(line(index))) {
      if (glyph.ch == U'/') ++slashes;
      if (is_digit(glyph.ch) || glyph.ch == U':' || is_opener(glyph.ch)) return false;
    }
    return slashes > 0 && !line(index).stop && !line(index).marker;
  }

  void mark_header() {
    const std::size_t top = std::min(kTop, count());
    std::vector<int> shape(top, 0);  // 1: labelled or provenance, 2: a bare value
    for (std::size_t i = 0; i < top; ++i) {
      const std::string text = lines_.plain(line(i), 60);
      if (line(i).marker && !is_code(text)) break;
      if (line(i).ends_stop) break;
      if (is_label(text) || opens_with_any(text, kProvenance)) {
        shape[i] = 1;
      } else if (is_any(text, kValues) || is_code(text) || is_category_path(i)) {
        shape[i] = 2;
      }
    }
    std::size_t last_value = 0;
    std::size_t first_value = top;
    for (std::size_t i = 0; i < top; ++i) {
      if (shape[i] != 0) kinds_[i] = ParagraphKind::header;
      if (shape[i] == 2) {
        last_value = i;
        first_value = std::min(first_value, i);
      }
    }
    // Between bare values other short values stand: the issuer, a kind of document.
    for (std::size_t i = first_value; i < last_value; ++i) {
      const std::string text = lines_.plain(line(i), 60);
      if (line(i).size <= 14 && !line(i).stop && text.find(kAbout) == text.npos) kinds_[i] = ParagraphKind::header;
    }
  }

  void mark_links() {
    const std::size_t begin = count() > kBottom ? count() - kBottom : 0;
    bool open = false;
    for (std::size_t i = begin; i < count(); ++i) {
      if (kinds_[i] != ParagraphKind::body) continue;
      const std::string text = lines_.plain(line(i), 80);
      if (line(i).size <= 40 && opens_with_any(text, kFooters)) open = is_tail(i);
      const bool about = i + 6 >= count() && i > kTop && text.starts_with(kSource) && line(i).size <= 40 &&
                         text.substr(kSource.size()).starts_with(':');
      const bool single = line(i).size <= 40 && opens_with_any(text, kFooters);
      if (open || about || single) kinds_[i] = ParagraphKind::links;
      const bool printed =
          line(i).size <= 60 && text.ends_with(kPrinted) && text.find(kYear) != text.npos && !line(i).stop;
      if (printed || (text.starts_with(kCopies) && text.substr(kCopies.size()).starts_with(':'))) {
        kinds_[i] = ParagraphKind::furniture;
      }
    }
  }

  /// From here on there is nothing but short lines without sentences.
  bool is_tail(std::size_t index) const {
    for (std::size_t i = index; i < count(); ++i) {
      if (line(i).ends_stop || line(i).size > 50 || line(i).marker) return false;
    }
    return true;
  }

  // ---- contents ---------------------------------------------------------

  /// Glyphs of a line before the dotted leader and the page number that close it; 0 when none do.
  std::size_t entry_size(std::size_t index) const {
    const auto glyphs = lines_.of(line(index));
    const auto closes = [](char32_t ch) {
      return is_digit(ch) || ch == U' ' || ch == U'\t' || ch == U'-' || ch == U'–' || ch == U'—' || ch == U'(' ||
             ch == U')';
    };
    std::size_t end = glyphs.size();
    while (end > 0 && closes(glyphs[end - 1].ch)) --end;
    std::size_t leaders = 0;
    while (end > 0 && (is_leader(glyphs[end - 1].ch) || glyphs[end - 1].ch == U' ')) {
      if (glyphs[end - 1].ch == U'…') ++leaders;
      if (glyphs[end - 1].ch != U' ') ++leaders;
      --end;
    }
    return leaders >= 4 ? end : 0;
  }

  void mark_contents() {
    std::vector<bool> leader(count());
    for (std::size_t i = 0; i < count(); ++i) {
      leader[i] = line(i).size >= 6 && entry_size(i) > 0;
      if (leader[i]) kinds_[i] = ParagraphKind::contents;
    }
    // A wrapped entry's first half stands right before its leader line, inside the list.
    for (std::size_t i = 1; i + 1 < count(); ++i) {
      if (!leader[i] && !line(i).ends_stop && leader[i + 1] && (leader[i - 1] || (i > 1 && leader[i - 2]))) {
        kinds_[i] = ParagraphKind::contents;
      }
    }
    for (std::size_t i = 0; i + 2 < count(); ++i) {
      if (line(i).size > 4 || !is_any(lines_.plain(line(i)), kContents)) continue;
      kinds_[i] = ParagraphKind::contents;
      mark_plain_contents(i + 1);
      break;
    }
  }

  /// A list without leaders ends where its first entry comes again.
  void mark_plain_contents(std::size_t first) {
    std::string entry = lines_.plain(line(first), 60);
    while (!entry.empty() && is_digit(static_cast<unsigned char>(entry.back()))) entry.pop_back();
    if (entry.size() < 6) return;
    const std::size_t reach = std::min(count(), first + kContentsReach);
    for (std::size_t i = first + 1; i < reach; ++i) {
      if (line(i).ends_stop || line(i).size > 60) return;
      if (!lines_.plain(line(i), 60).starts_with(entry)) continue;
      std::fill(kinds_.begin() + static_cast<std::ptrdiff_t>(first), kinds_.begin() + static_cast<std::ptrdiff_t>(i),
                ParagraphKind::contents);
      return;
    }
  }

  const Lines& lines_;
  std::vector<ParagraphKind> kinds_;
};

}  // namespace

bool is_open_ending(char32_t last) { return kOpenEndings.find(last) != std::u32string_view::npos; }

bool is_open_beginning(char32_t first) { return kOpenBeginnings.find(first) != std::u32string_view::npos; }

bool is_magnitude(char32_t ch) { return kMagnitudes.find(ch) != std::u32string_view::npos; }

bool is_page_phrase(std::u32string_view text) {
  return text.size() >= 3 && text.front() == kPageOpens && is_digit(text[1]) && text.back() == kPageCloses;
}

std::vector<ParagraphKind> classify_lines(Lines& lines) {
  auto kinds = Classifier(lines).run();
  mark_pages(lines, kinds);
  return kinds;
}

}  // namespace zhibiao::text
