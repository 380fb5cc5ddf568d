"""The reader works with the page: filters, sorts, jumps both ways, opens a fact, cites it, takes the rows along."""

import time

from pages import DOWNLOADS, Keys, PageTest, document, page, records, run
from test_reading import two


class Working(PageTest):
    def setUp(self):
        super().setUp()
        self.open(two())
        self.facts = records("plan.txt", "old.txt")

    def ids(self, wanted):
        return [f"f{number}" for number, fact in enumerate(self.facts, 1) if wanted(fact)]

    def expect_rows(self, wanted, what):
        expected = self.ids(wanted)
        self.assertTrue(0 < len(expected) < len(self.facts), "a filter that leaves none or all shows nothing")
        self.until(lambda: self.shown_rows() == expected, f"{what}: {expected}, shown are {self.shown_rows()}")

    def test_filter_by_words(self):
        self.one("#words").send_keys("签约率")
        self.expect_rows(lambda fact: "签约率" in fact["sentence"], "words")
        self.assertIn(str(len(self.shown_rows())), self.text("#status"))
        self.one("#words").send_keys(Keys.BACKSPACE * 3)
        self.until(lambda: len(self.shown_rows()) == len(self.facts), "all rows are back")

    def test_filter_by_kind_role_and_both(self):
        self.one("input[name=kind][value=rate]").click()
        self.expect_rows(lambda fact: fact["kind"] == "rate", "kind")
        self.one("input[name=role][value=result]").click()
        self.expect_rows(lambda fact: fact["kind"] == "rate" and fact["role"] == "result", "kind and role")
        self.one("#filters button[type=reset]").click()
        self.until(lambda: len(self.shown_rows()) == len(self.facts), "all rows are back")

    def test_filter_by_number(self):
        self.one("#from").send_keys("70")
        self.one("#to").send_keys("8万")
        self.expect_rows(lambda fact: fact["value"] and 70 <= float(fact["value"]) <= 80000, "numbers")
        self.one("#unit").send_keys("%")
        self.expect_rows(lambda fact: fact["unit"] == "%" and 70 <= float(fact["value"]) <= 80000, "numbers of a unit")

    def test_filter_by_section(self):
        options = [option.get_attribute("textContent") for option in self.all("#section option")]
        at = next(i for i, option in enumerate(options) if "抓改革" in option)
        self.one("#section").send_keys(Keys.ARROW_DOWN * at)
        self.expect_rows(lambda fact: fact["item"].startswith("二") and fact["file"] == "plan.txt", "section")

    def test_words_that_fit_nothing_say_so(self):
        self.one("#words").send_keys("宇宙飞船")
        self.until(lambda: self.shown_rows() == [], "no rows")
        self.assertTrue(self.one("#nothing").is_displayed())

    def test_sort_up_and_down(self):
        head = "#facts th button[data-sort=value]"
        state = lambda: self.js(f"return document.querySelector('{head}').closest('th').ariaSort")
        numbers = lambda: [float(self.facts[int(row[1:]) - 1]["value"]) for row in self.shown_rows()
                           if self.facts[int(row[1:]) - 1]["value"]]
        self.one(head).click()
        self.assertEqual(state(), "ascending")
        self.assertEqual(numbers(), sorted(numbers()))
        self.one(head).click()
        self.assertEqual(state(), "descending")
        self.assertEqual(numbers(), sorted(numbers(), reverse=True))
        self.assertEqual(len(self.js("return [...document.querySelectorAll('#facts th[aria-sort=none]')]")),
                         len(self.all("#facts th[aria-sort]")) - 1)
        # Back in the order of the text.
        self.one("#facts th button[data-sort=place]").click()
        self.assertEqual(self.shown_rows(), self.ids(lambda fact: True))

    def test_sorting_keeps_the_filter(self):
        self.one("input[name=kind][value=rate]").click()
        self.expect_rows(lambda fact: fact["kind"] == "rate", "kind")
        self.one("#facts th button[data-sort=value]").click()
        self.assertEqual(sorted(self.shown_rows()), sorted(self.ids(lambda fact: fact["kind"] == "rate")))

    def test_a_row_leads_to_its_sentence_and_a_mark_to_its_row(self):
        last = len(self.facts)
        self.js("document.querySelector('#text').scrollTop = 0")
        row = self.one(f"#f{last} .what a")
        self.js("arguments[0].scrollIntoView({block: 'center'})", row)
        row.click()
        self.until(lambda: self.in_sight(f"#text mark[data-f~='{last}']"), "the sentence is in sight")
        self.rest(last)
        self.js("document.querySelector('#facts').scrollTop = 1e6")
        mark = self.one("#text mark[data-f~='1'] a")
        self.js("arguments[0].scrollIntoView({block: 'center'})", mark)
        mark.click()
        self.until(lambda: self.in_sight("#f1"), "the row is in sight")
        self.assertEqual(self.js("return document.querySelector('#f1').getAttribute('aria-current')"), "true")

    def test_a_section_of_the_outline_leads_to_its_text(self):
        link = next(a for a in self.all("#outline a") if "促健康" in a.get_attribute("textContent"))
        target = link.get_attribute("href").split("#")[1]
        self.js("document.querySelector('#reader').scrollIntoView(); arguments[0].click()", link)
        self.until(lambda: self.in_sight(f"[id='{target}']"), "the section is in sight")

    def test_the_panel_tells_every_field_and_the_rule(self):
        for number in (1, len(self.facts)):
            self.one(f"#f{number} .what a").click()
            self.until(lambda: self.one("#panel").is_displayed(), "the panel opens")
            told = "".join(self.text("#panel").split())
            for name, value in self.facts[number - 1].items():
                self.assertIn("".join(value.split()), told, name)
            self.assertTrue(self.facts[number - 1]["rule"])
        self.press(Keys.ESCAPE)
        self.assertFalse(self.one("#panel").is_displayed())

    def test_a_citation_is_copied(self):
        self.cdp("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
        self.one("#f2 .what a").click()
        self.one("#panel button.copy").click()
        self.until(lambda: self.text("#panel .told"), "the page says that it copied")
        # What a reader pastes.
        self.one("#words").send_keys(Keys.CONTROL, "v")
        pasted = self.js("return document.querySelector('#words').value")
        fact = self.facts[1]
        for part in ("2022年全市卫生健康工作要点", fact["item"], fact["line"], fact["mention"]):
            self.assertIn(part, pasted)

    def test_keys(self):
        self.press("/")
        self.assertEqual(self.js("return document.activeElement.id"), "words")
        self.press("j")
        self.assertEqual(self.js("return document.activeElement.value"), "j")
        self.press(Keys.BACKSPACE, Keys.ESCAPE)
        self.until(lambda: len(self.shown_rows()) == len(self.facts), "all rows are back")
        current = lambda: self.js("return document.querySelector('#rows [aria-current]')?.id")
        self.press("j")
        self.assertEqual(current(), "f1")
        self.press("j", Keys.ARROW_DOWN)
        self.assertEqual(current(), "f3")
        self.press("k")
        self.assertEqual(current(), "f2")
        self.press(Keys.ENTER)
        self.until(lambda: self.in_sight("#text mark[data-f~='2']"), "Enter shows the sentence")
        self.press("x")
        self.assertTrue(self.js("return document.querySelector('#f2 input').checked"))
        self.press(Keys.ESCAPE)
        self.assertFalse(self.one("#panel").is_displayed())

    def downloaded(self, button):
        for old in DOWNLOADS.iterdir():
            old.unlink()
        self.cdp("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(DOWNLOADS))
        self.one(button).click()
        done = lambda: [f for f in DOWNLOADS.iterdir() if f.suffix == ".csv"]
        self.until(done, "the file is there")
        return done()[0].read_bytes()

    def test_what_is_downloaded_is_what_the_program_writes(self):
        command = ("targets", "plan.txt", "old.txt", "--role", "all", "--format", "csv")
        self.assertEqual(self.downloaded("#csv"), run(*command))
        self.assertEqual(self.downloaded("#excel"), run(*command, "--excel"))

    def test_picked_rows_are_downloaded_in_the_order_of_the_text(self):
        for number in (3, 1):
            box = self.one(f"#f{number} .pick input")
            self.js("arguments[0].scrollIntoView({block: 'center'})", box)
            box.click()
        lines = run("targets", "plan.txt", "old.txt", "--role", "all", "--format", "csv").split(b"\n")
        self.assertEqual(self.downloaded("#csv"), b"\n".join([lines[0], lines[1], lines[3], b""]))

    def test_filtered_rows_are_downloaded(self):
        self.one("input[name=kind][value=money]").click()
        self.expect_rows(lambda fact: fact["kind"] == "money", "kind")
        lines = run("targets", "plan.txt", "old.txt", "--role", "all", "--format", "csv").split(b"\n")
        wanted = [lines[i] for i, fact in enumerate(self.facts, 1) if fact["kind"] == "money"]
        self.assertEqual(self.downloaded("#csv"), b"\n".join([lines[0], *wanted, b""]))


class Many(PageTest):
    """50 documents with 5,000 facts."""

    def test_filter_reacts(self):
        names = []
        for number in range(50):
            lines = [f"2022年第{number}市卫生健康工作要点"]
            for item in range(25):
                trade = "农林牧渔水电气暖路桥港航文旅商贸科教卫体环保安消邮"[item] + "业"
                lines.append(f"{item + 1}.第{item}项工作。{trade}签约率达到{50 + item}%以上。新增{trade}普惠托位{100 + item}个。"
                             f"投入{trade}资金{item + 1}万元。完成{trade}筛查{item + 3}万名。")
            names.append(document(f"many{number}.txt", "\n".join(lines) + "\n"))
        started = time.monotonic()
        self.open(page("many", *names))
        opened = time.monotonic() - started
        rows = len(self.shown_rows())
        self.assertEqual(rows, 5000)
        took = self.browser.execute_async_script("""
            const done = arguments[0];
            const status = document.querySelector('#status');
            const words = document.querySelector('#words');
            const before = performance.now();
            new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => done(performance.now() - before))))
              .observe(status, {childList: true, characterData: true, subtree: true});
            words.value = '托位';
            words.dispatchEvent(new Event('input', {bubbles: true}));""")
        self.assertEqual(len(self.shown_rows()), 1250)
        print(f"[50 documents, 5,000 facts: opened in {opened:.1f} s, filtered in {took:.0f} ms]", flush=True)
