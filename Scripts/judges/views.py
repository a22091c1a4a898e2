"""Every kind of page in both languages, light and dark, at three widths: checks 1, 8, 9, 14, 19 and 20."""
import collections
import os
import pathlib
import re

import axe_playwright_python
from selenium.webdriver.common.by import By

from browserkit import ADDRESS, FOLDER, GIVEN, STAFF, counts, expect, follow, look, quiet, settle, shot, tell, until

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Addresses by the name of a page; {lang} is the language. Those of staff come last, each after its preparation.
PAGES = {
    "home": "/{lang}", "search": "/{lang}/search?q=城&level=national", "none": "/{lang}/search?q=没有这样的文物",
    "map": "/{lang}/search?view=map", "relic": "/{lang}/sites/LX-0001", "hidden": "/{lang}/sites/LX-0016",
    "tour": "/{lang}/tour?stops=LX-0001,LX-0003,LX-0002&date=2026-12-05", "tour-empty": "/{lang}/tour",
    "check": "/{lang}/check?at=111.656,29.692&radius=500m", "check-blank": "/{lang}/check", "upload": "/{lang}/check",
    "stats": "/{lang}/stats", "browse": "/{lang}/browse/township", "print": "/{lang}/print?level=national",
    "data": "/{lang}/data", "legend": "/{lang}/legend", "accessibility": "/{lang}/accessibility",
    "offline": "/offline?lang={lang}", "embed": "/embed/sites/LX-0001?lang={lang}",
    "embed-search": "/embed/search?lang={lang}&level=national",
    "items": "/collections/sites/items?f=html&lang={lang}", "api": "/conformance?f=html&lang={lang}",
    "fault": "/{lang}/nothing", "refused": "/{lang}/search?levle=national",
    "staff-out": "/{lang}/staff", "staff-wrong": "/{lang}/staff", "staff-in": "/{lang}/staff",
    "staff-edit": "/{lang}/staff/sites/LX-0002", "staff-relic": "/{lang}/sites/LX-0002",
    "staff-check": "/{lang}/check?at=111.656,29.692&radius=500m",
}
FAULTS = ("fault", "refused", "staff-wrong")
# What is too small to touch: links within a sentence are as high as their line (WCAG 2.2, 2.5.8).
SMALL = """return [...document.querySelectorAll('a,button,input,summary,select,textarea')].filter(e => {
  const b = e.getBoundingClientRect(), s = getComputedStyle(e);
  const inText = e.tagName === 'A' && s.display === 'inline' && e.closest('p,li,dd,td,figcaption');
  const hidden = b.width === 0 || b.right < 0 || s.visibility === 'hidden' || e.type === 'hidden';
  return !hidden && !inText && (b.width < 24 || b.height < 24);
}).map(e => { const b = e.getBoundingClientRect();
  return e.outerHTML.slice(0, 90) + ` ${b.width.toFixed(1)} x ${b.height.toFixed(1)}` })"""
# What sticks out of the window, or is cut off by what it stands in.
CUT = """return [...document.querySelectorAll('main *, header *, footer *')].filter(e => {
  const b = e.getBoundingClientRect();
  return b.width > 0 && e.checkVisibility() && b.right > innerWidth + 1
    && !e.closest('.scroll, pre, .leaflet-container, svg');
}).slice(0, 3).map(e => e.outerHTML.slice(0, 90))"""
TEXTS = """const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const isOwn = e => !e.closest('pre, code, script, [lang]:not(html)');
while (walker.nextNode()) {
  const text = walker.currentNode.textContent.trim(), home = walker.currentNode.parentElement;
  if (text && home.checkVisibility() && isOwn(home)) found.push(text);
}
for (const name of ['alt', 'aria-label', 'placeholder', 'title'])
  for (const e of document.querySelectorAll(`[${name}]`)) if (isOwn(e)) found.push(e.getAttribute(name));
return [...new Set(found)]"""
# What is the same in every language: numbers, codes, formats, coordinates, the places that the sources name.
SAME = re.compile(
    r"[\W\d_]*|.*\b[A-Z]+-\d+.*|[\d.,:;/×±~–\-\s°NE]*(k?m²?|min|MB|B)?|https?://\S+|(geo)?jsonl?|csv|kml|gpx|gpkg|xlsx|ics"
    r"|[a-z]+/[\w.+-]+|X|CSV|SVG|GeoJSON|OpenAPI|collections|conformance|Place names and positions: .*|Search: .*",
    re.IGNORECASE)
KEY = re.compile(r"\{\{|\b(page|web|stats|tour|check|word|field)\.[a-z]+\.?[A-Za-z.]*\b(?<!\.)|\{[a-z]+\}")
ACTIONS = """return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
  .filter(e => e.checkVisibility() && !e.closest('.leaflet-container'))
  .map(e => e.tagName + ' ' + (e.getAttribute('aria-label') || e.textContent.trim() || e.name))"""


def prepare(driver, name, lang):
    """Opens a page by its name."""
    base = STAFF if name.startswith("staff") else ADDRESS
    if name in ("staff-out", "staff-wrong"):
        driver.delete_all_cookies()
    elif base == STAFF and not driver.get_cookie("heritage"):
        sign_in(driver, lang)
    driver.get(base + PAGES[name].format(lang=lang))
    if name == "upload":
        driver.find_element(By.ID, "file").send_keys(GIVEN["outline"])
        follow(driver, driver.find_element(By.CSS_SELECTOR, "form[enctype] button"))
    if name == "staff-wrong":
        fill_in(driver, "x")
    settle(driver)


def fill_in(driver, token):
    driver.find_element(By.ID, "who").send_keys("王")
    driver.find_element(By.ID, "token").send_keys(token)
    follow(driver, driver.find_element(By.CSS_SELECTOR, "form.fields button"))


def sign_in(driver, lang):
    driver.get(f"{STAFF}/{lang}/staff")
    fill_in(driver, GIVEN["token"])
    if driver.find_elements(By.CSS_SELECTOR, ".draft"):
        return
    # Something on the desk to look at: a change that waits, and a check that was saved.
    driver.get(f"{STAFF}/{lang}/staff/sites/LX-0003")
    driver.find_element(By.ID, "f-notes").send_keys(" 复查")
    driver.find_element(By.ID, "why").send_keys("visit")
    follow(driver, driver.find_element(By.CSS_SELECTOR, "button[value=draft]"))
    driver.get(f"{STAFF}/{lang}/check?at=111.656,29.692&radius=500m&name=X")
    follow(driver, driver.find_element(By.CSS_SELECTOR, ".answer ~ form button"))
    until(driver, "table")


def all_views(driver):
    unsure = collections.Counter()
    chosen = os.environ.get("VIEWS", "").split() or PAGES
    for name in chosen:
        for lang in ["zh", "en"]:
            for scheme in ["light", "dark"]:
                for width in [320, 390, 1280]:
                    view(driver, name, lang, scheme, width, unsure)
    # What axe can only ask a person.
    (FOLDER / "axe-asks.txt").write_text("".join(f"{n}\t{rule}\n" for rule, n in unsure.most_common()))
    tell(8, f"axe asks a person about {', '.join(unsure) or 'nothing'}")


def view(driver, name, lang, scheme, width, unsure):
    page = f"{name} {lang} {scheme} {width}"
    look(driver, width, 568 if width == 320 else 844, scheme)
    prepare(driver, name, lang)
    quiet(driver, page, name in FAULTS)
    wide = driver.execute_script("return document.documentElement.scrollWidth - innerWidth")
    expect(wide <= 0, page, f"scrolls {wide} px sideways")
    for cut in driver.execute_script(CUT):
        expect(False, page, f"sticks out: {cut}")
    for small in driver.execute_script(SMALL):
        expect(False, page, f"too small: {small}")
    driver.execute_script(AXE)
    found = driver.execute_async_script("axe.run(document, {runOnly: arguments[0]}).then(arguments[1])", RULES)
    counts["pages"] += 1
    counts["rules"] += len(found["passes"])
    for fault in found["violations"]:
        expect(False, page, fault["id"] + " " + fault["nodes"][0]["html"][:200])
    for rule in found["incomplete"]:
        unsure[rule["id"]] += len(rule["nodes"])
    skeleton(driver, page, lang, is_bare=name.startswith("embed"))
    if width != 320:
        shot(driver, f"{name}-{lang}-{width}-{scheme}")


def skeleton(driver, page, lang, is_bare):
    html = driver.find_element(By.TAG_NAME, "html").get_attribute("lang")
    expect(html == {"zh": "zh-Hans", "en": "en"}[lang], page, f"lang {html}")
    expect(driver.title.strip() not in ("", "·"), page, "no title")
    for css in ["main h1", "body > main", "body > footer"] + ([] if is_bare else ["body > header", "header nav"]):
        number = len(driver.find_elements(By.CSS_SELECTOR, css))
        expect(number == 1, page, f"{number} {css}")
    found = KEY.search(driver.find_element(By.TAG_NAME, "body").text)
    expect(not found or name_of(found) == "web.jsonl", page, f"an untranslated key: {found}")


def name_of(match):
    return match.group(0)


def languages(driver):
    """Check 14: what is seen differs between the languages, or is the same in every one; what is in another says so."""
    look(driver, 1280)
    read = 0
    for name in PAGES:
        texts = {}
        for lang in ["zh", "en"]:
            prepare(driver, name, lang)
            texts[lang] = {text for text in driver.execute_script(TEXTS) if not SAME.fullmatch(text)}
            read += len(texts[lang])
        for text in sorted(texts["zh"] & texts["en"]):
            expect(False, f"language {name}", f"the same in both: {text[:80]}")
        for text in sorted(texts["en"]):
            expect(not re.search("[一-鿿]", text), f"language {name} en", f"Chinese and not marked so: {text[:80]}")
        for text in sorted(texts["zh"]):
            expect(re.search("[一-鿿]", text) or not re.search("[A-Za-z]{4}", text), f"language {name} zh",
                   f"English and not marked so: {text[:80]}")
        quiet(driver, f"language {name}", name in FAULTS)
    for path in ["/en/search", "/en/print"]:
        driver.get(ADDRESS + path)
        for item in driver.find_elements(By.CSS_SELECTOR, "ol.hits li, .entry"):
            expect(re.search("[A-Za-z]{3}", item.find_element(By.CSS_SELECTOR, "a, h3").text), path,
                   f"no Latin letters: {item.text[:60]}")
    tell(14, f"{len(PAGES)} pages, {read} texts, each in its language or marked as in another")


def narrow(driver):
    """Check 9: at 320 px every action of the wide page is there."""
    seen = 0
    for name, path in PAGES.items():
        actions = {}
        for width in [1280, 320]:
            look(driver, width, 568 if width == 320 else 900)
            prepare(driver, name, "zh")
            actions[width] = set(driver.execute_script(ACTIONS))
            if "search" in path and width == 320:
                # A narrow page shows the list or the map, and a link to the other.
                other = driver.find_elements(By.CSS_SELECTOR, ".jump a:nth-child(2)")
                if other:
                    follow(driver, other[0])
                    settle(driver)
                    actions[width] |= set(driver.execute_script(ACTIONS))
        seen += len(actions[1280])
        for lost in sorted(actions[1280] - actions[320]):
            expect(False, f"narrow {name}", f"not there at 320 px: {lost}")
        quiet(driver, f"narrow {name}", name in FAULTS)
    tell(9, f"{seen} actions of {len(PAGES)} wide pages are there at 320 px; none scrolls sideways, none under 24 px")
