"""What became of the targets of an earlier plan, in the page."""

from pages import HERE, PageTest, page

GOLD = HERE.parent / "gold" / "diff"
NATION = GOLD / "nat2021.txt", GOLD / "nat2022.txt"


def comparison(old, new):
    """A page of the new plan with what became of the old one's targets."""
    return page(f"{old.stem}-{new.stem}", new, "--diff", old, "--role", "all")


class Changes(PageTest):
    """The page with what became of the targets of an earlier plan."""

    def test_both_sentences_stand_side_by_side(self):
        self.open(comparison(*NATION))
        groups = self.js("return [...document.querySelectorAll('#changes .change-group')].map(g => g.dataset.status)")
        self.assertGreater(len(set(groups)), 1)
        raised = self.js("""
            return [...document.querySelectorAll('#changes .change')]
              .map(c => [...c.querySelectorAll('blockquote')].map(q => q.textContent)).filter(q => q.length === 2)""")
        self.assertGreater(len(raised), 3)
        texts = ["".join(path.read_text(encoding="utf-8").split()) for path in NATION]
        for sentences in raised:
            for sentence, text in zip(sentences, texts):
                self.assertIn("".join(sentence.split())[:12], text)
