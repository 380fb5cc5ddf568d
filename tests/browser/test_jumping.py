"""Jumps by click, hash and key end where the reader sees the words, over long texts."""

from pages import PageTest
from test_changes import NATION, comparison
from test_reading import seeds

# Where the mark of a fact is, and what a finger at its first letter would touch.
SEEN = """
  const mark = document.querySelector(`#text mark[data-f~='${arguments[0]}']`);
  const box = mark.getClientRects()[0];
  const frame = document.querySelector('#text').getBoundingClientRect();
  if (!(box.top >= Math.max(frame.top, 0) && box.bottom <= Math.min(frame.bottom, innerHeight))) return false;
  return mark.contains(document.elementFromPoint(box.left + 3, (box.top + box.bottom) / 2));
"""


def pages():
    return seeds("zh"), comparison(*NATION)


class Jumping(PageTest):
    def spread(self):
        """Twenty facts from all over the page, far ones next to each other."""
        count = self.js("return document.querySelectorAll('#rows tr').length")
        self.assertGreater(count, 20)
        some = [1 + (count - 1) * i // 19 for i in range(20)]
        return [fact for pair in zip(some[:10], some[:9:-1]) for fact in pair]

    def expect_seen(self, fact, how):
        self.rest(fact)
        self.assertTrue(self.js(SEEN, fact), f"fact {fact} after {how}: {self.browser.title}")

    def test_a_click_on_a_row(self):
        for path in pages():
            self.open(path)
            self.js("document.querySelector('#reader').scrollIntoView()")
            for fact in self.spread():
                self.js("document.querySelector(`#f${arguments[0]} .what a`).click()", fact)
                self.expect_seen(fact, "a click")

    def test_a_link_from_outside(self):
        for path in pages():
            self.open(path)
            for fact in self.spread():
                self.open(path, f"#f{fact}")
                self.expect_seen(fact, "opening")

    def test_keys(self):
        for path in pages():
            self.open(path)
            self.js("document.querySelector('#reader').scrollIntoView()")
            for fact in self.spread():
                self.js("document.querySelector(`#f${arguments[0]} .what a`).click()", fact)
                following = self.js("return document.querySelector('#rows [aria-current]').nextElementSibling?.id")
                if not following:
                    continue
                self.press("j")
                self.expect_seen(int(following[1:]), "j")


class Links(PageTest):
    """From what became of a target to its sentence."""

    def links(self):
        """Links of the changes to a fact, spread over all of them."""
        self.js("document.querySelectorAll('#changes details').forEach(d => { d.open = true; })")
        all_links = self.all("#changes .change a[href]")
        self.assertGreater(len(all_links), 6)
        return all_links[:: len(all_links) // 3]

    def test_a_link_leads_to_the_sentence(self):
        for width, height, tabs in ((1280, 900, ["text"]), (360, 780, ["text", "facts", "outline"])):
            self.size(width, height)
            for tab in tabs:
                self.open(comparison(*NATION))
                for at, link in enumerate(self.links()):
                    self.js("document.querySelector(`.tabs button[data-tab=${arguments[0]}]`).click()", tab)
                    fact = int(link.get_attribute("href").split("#")[1][1:])
                    # Clicked twice: the hash is then the same as before.
                    for how in ("a link", "the link again"):
                        self.js("scrollTo(0, 0)")
                        self.js("arguments[0].click()", link)
                        self.js("document.querySelector('#panel').hidden = arguments[0]", width < 1000)
                        self.browser.execute_async_script("requestAnimationFrame(arguments[0])")
                        self.assertEqual(self.js("return document.querySelector('#reader').dataset.tab"), "text", (width, at))
                        self.rest(fact)
                        self.assertTrue(self.js(SEEN, fact), f"fact {fact} after {how} at {width} from {tab}")
