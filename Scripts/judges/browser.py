"""Checks the pages of a running server in Chromium. usage: browser.py ADDRESS TEST_ADDRESS FOLDER AWAY_ADDRESS AWAY_PID TILES

ADDRESS serves Lixian, TEST_ADDRESS a county with a hostile name and a tomb; pictures go to FOLDER. AWAY_ADDRESS is a
server of the process AWAY_PID, which is killed on the way; its base maps are at TILES.
"""
import base64
import pathlib
import subprocess
import urllib.error
import urllib.request

import axe_playwright_python
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

import maps
from browserkit import ADDRESS, FOLDER, TEST, browser, counts, expect, faults, hits, look, quiet, shot

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = {"home": "", "search": "/search?q=城&level=national", "none": "/search?q=没有这样的文物",
         "map": "/search?view=map", "relic": "/sites/LX-0001", "check": "/check?at=111.656,29.692&radius=500m",
         "tour": "/tour?stops=LX-0001,LX-0003,LX-0002&date=2026-12-05", "stats": "/stats", "browse": "/browse/township", "data": "/data", "legend": "/legend",
         "accessibility": "/accessibility", "fault": "/nothing", "refused": "/search?levle=national"}
# What is too small to touch: links within a sentence are as high as their line (WCAG 2.2, 2.5.8).
SMALL = """return [...document.querySelectorAll('a,button,input,summary,select')].filter(e => {
  const b = e.getBoundingClientRect(), s = getComputedStyle(e);
  const inText = e.tagName === 'A' && s.display === 'inline' && e.closest('p,li,dd,td,figcaption');
  const hidden = b.width === 0 || b.right < 0 || s.visibility === 'hidden' || e.type === 'hidden';
  return !hidden && !inText && (b.width < 24 || b.height < 24);
}).map(e => e.outerHTML.slice(0, 90) + ' ' + e.getBoundingClientRect().height)"""
FOCUS = """const e = document.activeElement, s = getComputedStyle(e);
return [e.tagName, e.id || e.className, e.getAttribute('href') || '',
  s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0, e.getBoundingClientRect().height > 0]"""


def pages(driver):
    """Checks 1, 8, 9, 19 and 20 on every page, both languages, light and dark, three widths."""
    for name, path in PAGES.items():
        for lang in ["zh", "en"]:
            for scheme in ["light", "dark"]:
                for width in [320, 390, 1280]:
                    page = f"{name} {lang} {scheme} {width}"
                    look(driver, width, 568 if width == 320 else 844, scheme)
                    driver.get(f"{ADDRESS}/{lang}{path}")
                    if driver.find_elements(By.CSS_SELECTOR, "figure[data-ground]"):
                        WebDriverWait(driver, 10).until(lambda d: d.find_elements(By.CSS_SELECTOR, ".mapbar"))
                    quiet(driver, page, name in ("fault", "refused"))
                    wide = driver.execute_script(
                        "return document.documentElement.scrollWidth - innerWidth")
                    expect(wide <= 0, page, f"scrolls {wide} px sideways")
                    for small in driver.execute_script(SMALL):
                        expect(False, page, f"too small: {small}")
                    driver.execute_script(AXE)
                    found = driver.execute_async_script(
                        "axe.run(document, {runOnly: arguments[0]}).then(arguments[1])", RULES)
                    counts["pages"] += 1
                    counts["rules"] += len(found["passes"])
                    for fault in found["violations"]:
                        expect(False, page, fault["id"] + " " + fault["nodes"][0]["html"][:200])
                    skeleton(driver, page, lang)
                    if width != 320:
                        shot(driver, f"{name}-{lang}-{width}-{scheme}")


def skeleton(driver, page, lang):
    html = driver.find_element(By.TAG_NAME, "html").get_attribute("lang")
    expect(html == {"zh": "zh-Hans", "en": "en"}[lang], page, f"lang {html}")
    expect(driver.title.strip() not in ("", "·"), page, "no title")
    for tag in ["h1", "header", "main", "footer"]:
        number = len(driver.find_elements(By.CSS_SELECTOR, f"body > {tag}, main {tag}"
                                          if tag in ("h1",) else f"body > {tag}"))
        expect(number == 1, page, f"{number} {tag}")
    text = driver.find_element(By.TAG_NAME, "body").text
    expect("{{" not in text and "page." not in text and "web." not in text, page, "an untranslated key")


def search(driver):
    """Check 2: what people type finds the relic, and suggestions go by the keyboard."""
    look(driver, 1280)
    for text, words in [("城头山", ""), ("chengtoushan", ""), ("cts", "首字母"), ("城头山古城遗址", ""),
                        ("城头上", "差一字"), ("LX-0001", "")]:
        driver.get(f"{ADDRESS}/zh")
        box = driver.find_element(By.ID, "q")
        box.send_keys(text)
        driver.find_element(By.CSS_SELECTOR, ".ask button").click()
        expect(hits(driver)[:1] == ["LX-0001"], "search", f"{text} finds {hits(driver)[:3]}")
        expect(words in driver.find_element(By.CSS_SELECTOR, "ol.hits").text, "search", f"{text}: {words}")
    driver.get(f"{ADDRESS}/zh/search?q=%E6%BE%A7")
    expect(len(hits(driver)) > 2, "search", "澧 finds too few")
    driver.get(f"{ADDRESS}/en")
    box = driver.find_element(By.ID, "q")
    box.send_keys("cts")
    wait = WebDriverWait(driver, 10)
    wait.until(lambda d: d.find_elements(By.CSS_SELECTOR, "#suggestions li"))
    expect(box.get_attribute("aria-expanded") == "true", "suggest", "not expanded")
    box.send_keys(Keys.ARROW_DOWN)
    chosen = box.get_attribute("aria-activedescendant")
    expect(chosen and driver.find_element(By.ID, chosen).get_attribute("aria-selected") == "true",
           "suggest", "the arrow chooses nothing")
    shot(driver, "suggest-en-1280-light")
    box.send_keys(Keys.ESCAPE)
    expect(not driver.find_elements(By.CSS_SELECTOR, "#suggestions li"), "suggest", "Esc leaves the list")
    expect(box.get_attribute("value") == "cts", "suggest", "Esc empties the box")
    box.send_keys(Keys.BACKSPACE, "s")
    wait.until(lambda d: d.find_elements(By.CSS_SELECTOR, "#suggestions li"))
    box.send_keys(Keys.ARROW_DOWN, Keys.ENTER)
    wait.until(lambda d: d.current_url.endswith("/en/sites/LX-0001"))
    quiet(driver, "suggest")


def state(driver):
    """Checks 4 and 14: the address holds the state, for another browser, Back, and the other language."""
    driver.get(f"{ADDRESS}/zh/search")
    whole = hits(driver)
    driver.find_element(By.CSS_SELECTOR, "ul.facet a[href*='level=national']").click()
    url, found = driver.current_url, hits(driver)
    expect("level=national" in url and found and found != whole, "state", url)
    other = browser()
    other.get(url)
    expect(hits(other) == found, "state", "another browser sees other rows")
    other.quit()
    driver.find_element(By.CSS_SELECTOR, "header a[hreflang]").click()
    expect("/en/search" in driver.current_url and "level=national" in driver.current_url, "language",
           driver.current_url)
    expect(hits(driver) == found, "language", "other rows in English")
    driver.back()
    driver.back()
    expect(hits(driver) == whole, "state", "Back does not undo")
    quiet(driver, "state")


def keyboard(driver):
    """Check 7: from the address bar to a relic by keys alone, the focus seen at each step."""
    look(driver, 1280)
    driver.get(f"{ADDRESS}/zh")

    def press(*keys):
        driver.switch_to.active_element.send_keys(*keys)
        tag, name, href, is_seen, is_there = driver.execute_script(FOCUS)
        expect(is_there and (is_seen or tag in ("BODY", "MAIN")), "keyboard", f"unseen focus: {tag} {name}")
        return tag, name, href

    def tab_to(is_it, limit=120):
        for _ in range(limit):
            now = press(Keys.TAB)
            if is_it(*now):
                return
        expect(False, "keyboard", "a trap, or nothing to reach")

    expect(press(Keys.TAB)[1] == "skip", "keyboard", "the first stop is not the skip link")
    press(Keys.ENTER)
    tab_to(lambda tag, name, href: name == "q", 3)
    press("chengtoushan")
    driver.switch_to.active_element.send_keys(Keys.ENTER)
    WebDriverWait(driver, 10).until(lambda d: "/search" in d.current_url)
    tab_to(lambda tag, name, href: href.endswith("/sites/LX-0001"))
    driver.switch_to.active_element.send_keys(Keys.ENTER)
    WebDriverWait(driver, 10).until(lambda d: d.current_url.endswith("/zh/sites/LX-0001"))
    # Every stop of the page is reached, and then the page is left.
    for _ in range(200):
        if press(Keys.TAB)[0] in ("BODY", "HTML"):
            break
    quiet(driver, "keyboard")


def without_scripts():
    """Checks 9 and 10: without scripts, and at 400 %, everything is there."""
    driver = browser()
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    look(driver, 320, 256, scale=4)
    driver.get(f"{ADDRESS}/zh")
    driver.find_element(By.ID, "q").send_keys("城头山")
    driver.find_element(By.CSS_SELECTOR, ".ask button").click()
    expect(hits(driver)[:1] == ["LX-0001"], "no script", "search")
    driver.get(f"{ADDRESS}/zh/search")
    driver.find_element(By.CSS_SELECTOR, "ul.facet a[href*='level=national']").click()
    expect("level=national" in driver.current_url and hits(driver), "no script", "filter")
    driver.find_element(By.CSS_SELECTOR, "ol.hits > li > a").click()
    expect(driver.find_elements(By.CSS_SELECTOR, "article h1"), "no script", "relic")
    for picture in driver.find_elements(By.CSS_SELECTOR, "figure.map img"):
        with urllib.request.urlopen(picture.get_attribute("src")) as answer:
            expect(b"<svg" in answer.read(2000), "no script", "the map is no picture")
    shot(driver, "no-script-zh-320")
    quiet(driver, "no script")
    driver.quit()


def printed(driver):
    """Check 12: what is printed has the names and the address to come back to."""
    for name, path in [("relic", "/zh/sites/LX-0001"), ("search", "/zh/search?level=national")]:
        driver.get(ADDRESS + path)
        data = driver.execute_cdp_cmd("Page.printToPDF", {"paperWidth": 8.27, "paperHeight": 11.69})
        file = FOLDER / f"{name}.pdf"
        file.write_bytes(base64.b64decode(data["data"]))
        text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True).stdout
        expect("城头山遗址" in text, "print", f"{name} lacks the name")


def hostile(driver):
    """Checks 6 and 15: a name that is code stands as text, and a tomb's digits stand nowhere."""
    for lang in ["zh", "en"]:
        for path in ["", "/search", "/search?q=img", "/sites/T-1", "/sites/T-2", "/browse/level",
                     "/map.svg", "/sites/T-1.svg", "/sites/T-2.svg"]:
            driver.get(f"{TEST}/{lang}{path}")
            expect(driver.execute_script("return typeof window.__xss") == "undefined", path, "the name ran")
            source = driver.page_source
            for digits in ["111.5123", "29.5876", "29.58765"]:
                expect(digits not in source, path, f"shows {digits}")
    driver.get(f"{TEST}/zh/search?q=img")
    expect("<img src=x" in driver.find_element(By.CSS_SELECTOR, "ol.hits").text, "hostile", "not as text")
    quiet(driver, "hostile")


def fault_pages():
    """Check 19: a fault has the headers of every page, and a way back."""
    for path, status in [("/zh/nothing", 404), ("/en/search?levle=x", 400), ("/zh/sites/LX-9999", 404),
                         ("/collections/sites/items?bbox=1&f=html", 400)]:
        try:
            urllib.request.urlopen(urllib.request.Request(ADDRESS + path, headers={"Accept": "text/html"}))
            expect(False, path, "is no fault")
        except urllib.error.HTTPError as fault:
            text = fault.read().decode()
            expect(fault.code == status, path, str(fault.code))
            expect("default-src 'none'" in fault.headers["Content-Security-Policy"], path, "headers")
            expect("<h1>" in text and 'href="/' in text, path, "no way back")


driver = browser()
try:
    pages(driver)
    search(driver)
    state(driver)
    keyboard(driver)
    printed(driver)
    maps.all_of_them(driver)
    hostile(driver)
finally:
    driver.quit()
without_scripts()
maps.kept()
fault_pages()
print(counts["pages"], "views,", counts["rules"], "rules of axe kept,", counts["pictures"], "pictures,",
      len(faults), "faults")
raise SystemExit(1 if faults else 0)
