"""The page opens, asks for nothing, shows markup of documents as text, fits telephones, prints, and is dark at night."""

import base64
import json
import subprocess

from pages import FOLDER, HERE, OLD, PLAN, PageTest, document, page, records


def two(language="zh"):
    """A page of two documents, one of them with markup in its text."""
    return page(f"two-{language}", document("plan.txt", PLAN), document("old.txt", OLD), "--lang", language, "--role", "all")


class Reading(PageTest):
    def test_opens_without_an_error_and_asks_for_nothing(self):
        for language in ("zh", "en"):
            path = two(language)
            self.open(path)
            self.assertEqual(len(self.shown_rows()), len(records("plan.txt", "old.txt")))
            asked = []
            for entry in self.browser.get_log("performance"):
                message = json.loads(entry["message"])["message"]
                if message["method"] == "Network.requestWillBeSent":
                    asked.append(message["params"]["request"]["url"])
            self.assertEqual([url for url in asked if url not in (path.as_uri(), "about:blank")], [])
            self.assertIn(path.as_uri(), asked)

    def test_markup_in_a_document_is_text(self):
        self.open(two())
        self.assertIsNone(self.js("return window.smuggled ?? null"))
        self.assertIn("<script>window.smuggled = 1</script>", self.text("#text"))
        self.assertEqual(self.js("return document.querySelectorAll('#text script, #text img').length"), 0)

    def test_the_policy_lets_no_other_script_run(self):
        self.open(two())
        self.js("""
            const script = document.createElement('script');
            script.textContent = 'window.smuggled = 3';
            document.body.append(script);""")
        self.assertIsNone(self.js("return window.smuggled ?? null"))
        # The browser says so on the console: that is meant to be.
        refused = [entry["message"] for entry in self.browser.get_log("browser")]
        self.assertTrue(any("Content Security Policy" in message for message in refused), refused)

    def test_the_text_is_whole_and_every_fact_is_marked_in_it(self):
        self.open(two())
        shown = "".join(self.js("return [...document.querySelectorAll('#text .line')].map(l => l.textContent)"))
        self.assertIn("".join(PLAN.split()), "".join(shown.split()))
        facts = records("plan.txt", "old.txt")
        for number, fact in enumerate(facts, 1):
            marked = self.js("return [...document.querySelectorAll('#text mark[data-f]')]"
                             ".filter(m => m.dataset.f.split(' ').includes(arguments[0])).map(m => m.textContent).join('')",
                             str(number))
            self.assertEqual(marked, fact["mention"])

    def test_readable_without_javascript(self):
        self.cdp("Emulation.setScriptExecutionDisabled", value=True)
        self.open(two())
        self.cdp("Emulation.setScriptExecutionDisabled", value=False)
        text = self.one("body").text
        for fact in records("plan.txt"):
            self.assertIn(fact["mention"], text)
            self.assertIn(fact["indicator"], text)
        # Nothing is offered that would not work.
        for selector in ("#words", "#csv", "#theme"):
            self.assertFalse(self.one(selector).is_displayed(), selector)

    def test_no_part_is_wider_than_a_telephone(self):
        for language in ("zh", "en"):
            for path in (two(language), seeds(language)):
                self.size(360, 780)
                self.open(path)
                tabs = [None] + [tab.get_attribute("data-tab") for tab in self.all(".tabs button")]
                self.assertGreater(len(tabs), 1)
                for tab in tabs:
                    if tab:
                        self.js("document.querySelector(`.tabs button[data-tab=${arguments[0]}]`).click()", tab)
                    wide = self.js("""
                        const wide = [...document.querySelectorAll('body *')].filter(e => {
                          const box = e.getBoundingClientRect();
                          return box.width && box.right > innerWidth + 1 && e.checkVisibility() &&
                            !e.closest('.chart-scroll, .skip') && !e.closest('svg svg');
                        });
                        return [document.documentElement.scrollWidth, wide.slice(0, 5).map(e => e.outerHTML.slice(0, 90))];""")
                    self.assertLessEqual(wide[0], 360, (path.name, tab, wide[1]))

    def test_dark_where_the_reader_wants_it(self):
        bright = ("const [r, g, b] = getComputedStyle(document.documentElement).backgroundColor.match(/[\\d.]+/g);"
                  "return (+r + +g + +b) / 765")
        self.open(two())
        self.assertGreater(self.js(bright), 0.8)
        self.one("#theme").click()
        self.assertLess(self.js(bright), 0.25)
        self.cdp("Emulation.setEmulatedMedia", media="", features=[{"name": "prefers-color-scheme", "value": "dark"}])
        self.open(two())
        self.assertLess(self.js(bright), 0.25)
        self.one("#theme").click()
        self.assertGreater(self.js(bright), 0.8)

    def test_printed_it_has_all_of_the_text(self):
        self.open(two())
        paper = FOLDER / "paper.pdf"
        paper.write_bytes(base64.b64decode(self.cdp("Page.printToPDF", printBackground=True)["data"]))
        text = subprocess.run(["pdftotext", paper, "-"], capture_output=True, check=True).stdout.decode()
        text = "".join(text.split())
        for fact in records("plan.txt", "old.txt"):
            self.assertIn("".join(fact["mention"].split()), text)
        for words in ("强基层", "完成免费胃癌筛查8万名", "家庭医生重点人群签约率稳定在70%以上"):
            self.assertIn(words, text)


def seeds(language):
    """A page of the project's own plans."""
    return page(f"seeds-{language}", HERE.parent.parent / "seeds", "--lang", language)
