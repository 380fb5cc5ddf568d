"""Report pages made by the program under test, and the browser that opens them.

One browser serves all tests of a run: it takes longer to start than to open a page. Pages are made once, by name.
"""

import atexit
import csv
import io
import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import unittest

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

PROGRAM = os.environ["ZHIBIAO_PROGRAM"]
HERE = pathlib.Path(__file__).resolve().parent
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="zhibiao-browser-"))
DOWNLOADS = FOLDER / "downloads"
DOWNLOADS.mkdir()

# A plan with facts of several kinds, a result, a date, and markup where a document may smuggle it in.
PLAN = """2022年全市卫生健康工作要点<script>window.smuggled = 1</script>
一、强基层
（一）托育。年底前，每千人口拥有3岁以下婴幼儿托位数达到3.2个以上，新增普惠托位1200个。
（二）签约。家庭医生重点人群签约率达到75%以上，续签率不低于70%。<img src=x onerror="window.smuggled = 2">
二、抓改革
（一）费用。医疗费用增幅控制在5%以内，投入资金1.2亿元。6月底前，建成智慧医院3家。
三、促健康
（一）筛查。完成免费胃癌筛查8万名，覆盖率达到90%-95%。2021年，新建医院5家，接种率达到98.5%。
"""
OLD = """2021年全市卫生健康工作要点
一、强基层
（一）托育。年底前，每千人口拥有3岁以下婴幼儿托位数达到2.9个以上，新增普惠托位1500个。
（二）签约。家庭医生重点人群签约率稳定在70%以上，续签率不低于70%。
二、抓改革
（一）费用。医疗费用增幅控制在8%以内。开展义诊12场。
"""

# Done when the mark of a fact has stayed where it is for longer than the page goes on seeking it.
AT_REST = """
  const done = arguments[arguments.length - 1];
  const mark = document.querySelector(`#text mark[data-f~='${arguments[0]}']`);
  let [last, calm, frames] = [null, 0, 0];
  const look = () => {
    const top = mark.getBoundingClientRect().top;
    calm = top === last ? calm + 1 : 0;
    last = top;
    calm < 8 && ++frames < 600 ? requestAnimationFrame(look) : done();
  };
  look();
"""


def run(*arguments):
    """What the program prints, as bytes."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, cwd=FOLDER)
    if done.returncode != 0:
        raise AssertionError(f"{arguments}: {done.stderr.decode()}")
    return done.stdout


def document(name, text):
    """A file among the tests' own; its name as the program is given it."""
    (FOLDER / name).write_text(text, encoding="utf-8")
    return name


def page(name, *arguments):
    """The page of that name, made at its first use."""
    path = FOLDER / f"{name}.html"
    if not path.exists():
        run("report", *arguments, "-o", path)
    return path


def records(*files):
    """The facts that the page shows, as `targets` prints them."""
    return list(csv.DictReader(io.StringIO(run("targets", "--role", "all", "--format", "csv", *files).decode())))


def driver():
    """The one browser, started at its first use."""
    if not hasattr(driver, "one"):
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium")
        options.add_argument("--headless=new")
        options.add_argument("--disable-dev-shm-usage")
        options.add_argument("--disable-gpu")
        options.add_argument("--lang=en")
        # Chromium refuses its sandbox to root, as whom containers run.
        if os.geteuid() == 0:
            options.add_argument("--no-sandbox")
        options.add_argument(f"--user-data-dir={FOLDER / 'profile'}")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        # The driver waits a minute for the browser: too short on a machine that is busy with other tests.
        for attempt in range(4):
            try:
                driver.one = webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)
                break
            except WebDriverException:
                if attempt == 3:
                    raise
    return driver.one


@atexit.register
def clean_up():
    if hasattr(driver, "one"):
        driver.one.quit()
    shutil.rmtree(FOLDER, ignore_errors=True)


class PageTest(unittest.TestCase):
    """A test that looks at pages. Each one fails if its page wrote an error to the console."""

    width, height = 1280, 900

    def setUp(self):
        self.browser = driver()
        self.size(self.width, self.height)
        self.cdp("Emulation.setEmulatedMedia", media="", features=[])
        self.cdp("Emulation.setScriptExecutionDisabled", value=False)

    def tearDown(self):
        errors = [entry["message"] for entry in self.browser.get_log("browser") if entry["level"] == "SEVERE"]
        self.assertEqual(errors, [])

    def cdp(self, command, **arguments):
        return self.browser.execute_cdp_cmd(command, arguments)

    def size(self, width, height):
        self.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)

    def open(self, path, hash=""):
        self.browser.get_log("performance")
        # Never a page of before with its state.
        self.browser.get("about:blank")
        self.browser.get(path.as_uri() + hash)

    def js(self, script, *arguments):
        return self.browser.execute_script(script, *arguments)

    def one(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def press(self, *keys):
        ActionChains(self.browser).send_keys(*keys).perform()

    def text(self, selector):
        return self.js("return document.querySelector(arguments[0]).textContent", selector)

    def until(self, condition, what):
        """Waits for what the page does in its own time."""
        end = time.monotonic() + 60
        while not condition():
            if time.monotonic() > end:
                self.fail(f"waited in vain: {what}")
            time.sleep(0.02)

    def shown_rows(self):
        """The ids of the table's visible rows, from the top."""
        return self.js("return [...document.querySelectorAll('#rows tr')].filter(r => r.checkVisibility()).map(r => r.id)")

    def rest(self, fact):
        """Waits until the text has come to rest at a fact: before that, the page would undo what a test scrolls."""
        self.browser.execute_async_script(AT_REST, fact)

    def in_sight(self, selector):
        """The element is within the window and within every part that scrolls."""
        return self.js("""
            const element = document.querySelector(arguments[0]);
            const box = element.getClientRects()[0] ?? element.parentElement.getClientRects()[0];
            let [top, bottom] = [0, innerHeight];
            for (let p = element.parentElement; p; p = p.parentElement) {
              if (!/auto|scroll/.test(getComputedStyle(p).overflowY) || p === document.documentElement) continue;
              const frame = p.getBoundingClientRect();
              [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
            }
            return !!box && box.bottom > top && box.top < bottom;""", selector)

    def script(self, name, *arguments):
        """What a JavaScript file beside the tests returns."""
        return self.js((HERE / name).read_text(encoding="utf-8"), *arguments)
