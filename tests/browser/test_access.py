"""The page for those who read it otherwise: contrast, names of controls, the keyboard's way."""

from pages import Keys, PageTest
from test_reading import two

FOCUS = """
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const style = getComputedStyle(e);
  window.visited = window.visited ?? new Map();
  if (!visited.has(e)) visited.set(e, visited.size);
  const marked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
  return [visited.get(e), e.outerHTML.slice(0, 100), marked];
"""


class Access(PageTest):
    def test_contrast_of_every_text(self):
        for scheme in ("light", "dark"):
            self.cdp("Emulation.setEmulatedMedia", media="", features=[{"name": "prefers-color-scheme", "value": scheme}])
            for language in ("zh", "en"):
                self.open(two(language))
                self.js("document.querySelectorAll('details').forEach(d => d.open = true)")
                self.one("#f1 .what a").click()
                found = self.script("contrast.js", 4.5)
                self.assertGreater(found["seen"], 100)
                self.assertEqual(found["faults"], [], scheme)

    def test_the_measure_of_contrast_finds_faint_text(self):
        self.open(two())
        self.js("document.querySelector('h1').style.color = 'rgb(160 160 160)'")
        found = self.script("contrast.js", 4.5)["faults"]
        self.assertEqual(len(found), 1)
        self.assertIn("H1", found[0])

    def test_every_control_has_a_name(self):
        self.open(two())
        self.one("#f1 .what a").click()
        self.cdp("Accessibility.enable")
        nodes = self.cdp("Accessibility.getFullAXTree")["nodes"]
        controls = {"button", "checkbox", "combobox", "searchbox", "textbox", "link", "spinbutton", "listbox", "img", "image",
                    "DisclosureTriangle", "table", "region", "navigation", "complementary"}
        nameless, seen = [], set()
        for node in nodes:
            role = node.get("role", {}).get("value")
            if node.get("ignored") or role not in controls:
                continue
            seen.add(role)
            if not node.get("name", {}).get("value", "").strip():
                nameless.append((role, [p for p in node.get("properties", [])][:2]))
        self.assertEqual(nameless, [])
        self.assertTrue({"button", "checkbox", "combobox", "searchbox", "link"} <= seen, seen)

    def test_headings_do_not_skip_a_level(self):
        self.open(two())
        levels = self.js("return [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]"
                         ".filter(h => h.checkVisibility()).map(h => Number(h.tagName[1]))")
        self.assertEqual(levels[0], 1)
        for before, after in zip(levels, levels[1:]):
            self.assertLessEqual(after, before + 1, levels)

    def test_tab_reaches_all_and_shows_where_it_is(self):
        self.open(two())
        expected = self.js("""
            return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
              .filter(e => e.tabIndex >= 0 && e.checkVisibility() && !e.disabled).map(e => e.outerHTML.slice(0, 100))""")
        self.assertGreater(len(expected), 20)
        reached, unmarked = [], []
        self.js("window.visited = new Map()")
        for _ in range(2 * len(expected) + 40):
            self.press(Keys.TAB)
            found = self.js(FOCUS)
            if found is None or found[0] < len(reached):
                break
            reached.append(found[1])
            if not found[2]:
                unmarked.append(found[1])
        self.assertEqual([e for e in expected if e not in reached], [])
        self.assertEqual(unmarked, [])

    def test_the_table_is_one_stop_whose_rows_the_arrows_reach(self):
        self.open(two())
        self.js("document.querySelector('#f1 .what a').focus()")
        count = len(self.shown_rows())
        self.press(Keys.ENTER)
        self.js("document.querySelector('#f1 .what a').focus()")
        visited = set()
        for _ in range(count):
            visited.add(self.js("return document.querySelector('#rows [aria-current]').id"))
            self.press(Keys.ARROW_DOWN)
        self.assertEqual(len(visited), count)
