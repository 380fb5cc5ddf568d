"""screenshots.py FOLDER [NAME…]: the pictures of the manual, as tools/screenshots makes them."""

import base64
import fcntl
import html
import os
import pathlib
import pty
import re
import struct
import subprocess
import sys
import termios
import unicodedata

from selenium.webdriver.support.ui import WebDriverWait

from pages import FOLDER, PROGRAM, HERE, driver, page, run

SEEDS = sorted((HERE.parent.parent / "seeds").glob("*.txt"))
ANSI = re.compile(r"\x1b\[([0-9;]*)m")


def cdp(command, **arguments):
    return driver().execute_cdp_cmd(command, arguments)


def window(width, height, scale=1, dark=False):
    cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=width < 600)
    cdp("Emulation.setScrollbarsHidden", hidden=True)
    scheme = "dark" if dark else "light"
    cdp("Emulation.setEmulatedMedia", media="", features=[{"name": "prefers-color-scheme", "value": scheme}])


def show(path, script="", fact=0):
    """Opens a page and brings it into the state to be seen."""
    driver().get("about:blank")
    driver().get(path.as_uri() + (f"#f{fact}" if fact else ""))
    if fact:
        # The page seeks the sentence for some frames: it is asked again until it stands there.
        # All is laid out, so that a picture has the heights that the search went by.
        driver().execute_script("for (const e of document.querySelectorAll('#text *')) e.style.contentVisibility = 'visible'")
        driver().execute_script(READER)
        driver().execute_script("document.querySelector(`#f${arguments[0]} .what a`).click()", fact)
        WebDriverWait(driver(), 60, 1).until(lambda d: d.execute_script(
            "const y = document.querySelector(`#text mark[data-f~='${arguments[0]}']`).getBoundingClientRect().top;"
            "if (y > 60 && y < innerHeight - 100) return true;"
            "document.querySelector(`#f${arguments[0]} .what a`).click(); return false", fact))
    driver().execute_script(script)
    # Two frames: what came into sight is laid out in the first.
    driver().execute_async_script("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))")


def save(target):
    picture = FOLDER / "picture.png"
    picture.write_bytes(base64.b64decode(cdp("Page.captureScreenshot", format="png")["data"]))
    # A palette is enough for letters and tints, and a third of the size.
    subprocess.run(["pngquant", "--force", "--quality=70-98", "--speed=3", "--strip", "--output", target, picture], check=True)
    print(f"{target.name}: {target.stat().st_size // 1024} KB")


def seeds_page():
    # Names as a user of a clone types them.
    (FOLDER / "seeds").mkdir(exist_ok=True)
    for seed in SEEDS:
        (FOLDER / "seeds" / seed.name).write_bytes(seed.read_bytes())
    return page("seeds", "seeds", "--lang", "zh")


def report_360(target):
    window(360, 780, scale=2)
    # The panel would cover the text of a telephone.
    show(seeds_page(), "document.querySelector('#panel').hidden = true", 40)
    save(target)


def report_1280(target):
    window(1280, 860)
    show(seeds_page(), READER, 40)
    save(target)


def report_2560(target):
    window(2560, 1440)
    show(seeds_page())
    save(target)


def report_dark(target):
    window(1280, 860, dark=True)
    show(seeds_page(), READER, 40)
    save(target)


def report_charts(target):
    window(1280, 1500)
    show(seeds_page())
    save(target)


def report_diff(target):
    plans = [HERE.parent / "gold" / "diff" / name for name in ("nat2021.txt", "nat2022.txt")]
    for plan in plans:
        (FOLDER / plan.name).write_bytes(plan.read_bytes())
    window(1280, 1000)
    path = page("diff", plans[1].name, "--diff", plans[0].name, "--lang", "zh")
    show(path, "document.querySelector('#changes').scrollIntoView()")
    save(target)


def on_terminal(columns, *arguments):
    """What the program prints on a terminal of so many columns."""
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        os.chdir(FOLDER)
        os.environ.update(TERM="xterm-256color", LC_ALL="zh_CN.UTF-8", LANG="zh_CN.UTF-8", COLUMNS=str(columns))
        os.execv(PROGRAM, ["zhibiao", *arguments])
    printed = b""
    while True:
        try:
            some = os.read(terminal, 65536)
        except OSError:
            break
        if not some:
            break
        printed += some
    os.waitpid(pid, 0)
    return printed.decode().replace("\r\n", "\n")


def cells(text):
    """Text as HTML in which `≥` and the like take one cell, as on a terminal: the font has them two cells wide."""
    return "".join(f"<i>{c}</i>" if unicodedata.east_asian_width(c) == "A" else html.escape(c) for c in text)


def coloured(text):
    """Terminal output as HTML."""
    made, opened = [], 0
    at = 0
    for code in ANSI.finditer(text):
        made.append(cells(text[at:code.start()]))
        at = code.end()
        parts = [part for part in code[1].split(";") if part not in ("", "0")]
        if not parts:
            made.append("</span>" * opened)
            opened = 0
        else:
            made.append(f'<span class="{" ".join("c" + part for part in parts)}">')
            opened += 1
    return "".join(made) + cells(text[at:]) + "</span>" * opened


TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 18px 22px; background: #16181d; }
pre { margin: 0; color: #d8dbe2; font: 15px/1.55 "Noto Sans Mono CJK SC", monospace; }
i { display: inline-block; width: .6em; font: normal .833em/1 "DejaVu Sans Mono", monospace; font-weight: inherit; }
.p { color: #7fb3ff; } .c1 { font-weight: 700; } .c2 { color: #9aa0ab; } .c4 { text-decoration: underline; }
.c31, .c91 { color: #ff8a80; } .c32, .c92 { color: #8fd694; } .c33, .c93 { color: #f2cc60; } .c34, .c94 { color: #7fb3ff; }
.c35, .c95 { color: #d7a6ff; } .c36, .c96 { color: #76d7e0; } .c90 { color: #9aa0ab; }
</style><pre>%s</pre>"""


def terminal(target):
    seeds_page()
    columns = 112
    name = f"seeds/{SEEDS[1].name}"
    commands = [["summary", name], ["targets", name, "--item", "二"]]
    parts = []
    for command in commands:
        typed = "zhibiao " + " ".join(command)
        parts.append(f'<span class="p">$</span> {html.escape(typed)}\n{coloured(on_terminal(columns, *command))}')
    path = FOLDER / "terminal.html"
    path.write_text(TERMINAL % "\n".join(parts), encoding="utf-8")
    window(1000, 400)
    show(path)
    width, height = driver().execute_script(
        "const p = document.querySelector('pre'); const r = document.createRange(); r.selectNodeContents(p);"
        "return [Math.ceil(r.getBoundingClientRect().width) + 44, Math.min(p.offsetHeight + 36, 1400)]")
    window(width, height)
    save(target)


READER = "document.querySelector('#reader').scrollIntoView()"
PICTURES = {
    "report-360": report_360,
    "report-1280": report_1280,
    "report-2560": report_2560,
    "report-dark": report_dark,
    "report-charts": report_charts,
    "report-diff": report_diff,
    "terminal": terminal,
}


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[2:] or PICTURES:
        PICTURES[name](folder / f"{name}.png")


if __name__ == "__main__":
    main()
