"""Search, counts, the state in the address, keys alone, no script: checks 2, 3, 4, 7, 9 and 10."""
import time
import urllib.parse
import urllib.request

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from browserkit import (ADDRESS, answer, arrive, browser, expect, follow, hits, look, quiet, settle, shot, tell, text_of,
                        until)

FOCUS = """const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
return [e.tagName, e.id || e.className, e.getAttribute('href') || '',
  s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0, b.height > 0 && b.bottom > 0 && b.top < innerHeight]"""


def search(driver):
    """Check 2: what people type finds the relic, and suggestions go by the keyboard."""
    look(driver, 1280)
    asked = [("城头山", "LX-0001", ""), ("chengtoushan", "LX-0001", ""),
             ("pengtoushanyizhi", "LX-0002", "拼音"), ("cts", "LX-0001", "首字母"),
             ("城头山古城遗址", "LX-0001", "旧称"), ("城头上", "LX-0001", "差一字"), ("LX-0001", "LX-0001", ""),
             ("澧", "LX-0012", "")]
    for text, code, words in asked:
        driver.get(f"{ADDRESS}/zh")
        driver.find_element(By.ID, "q").send_keys(text)
        follow(driver, driver.find_element(By.CSS_SELECTOR, ".ask button"))
        expect(hits(driver)[:1] == [code], "search", f"{text} finds {hits(driver)[:3]}")
        first = driver.find_element(By.CSS_SELECTOR, "ol.hits li").text
        expect(words in first, "search", f"{text}: {words} is not in {first}")
    expect(len(hits(driver)) > 2, "search", "澧 finds too few")
    driver.get(f"{ADDRESS}/en")
    box = driver.find_element(By.ID, "q")
    box.send_keys("cts")
    until(driver, "#suggestions li")
    expect(box.get_attribute("aria-expanded") == "true", "suggest", "not expanded")
    box.send_keys(Keys.ARROW_UP, Keys.ARROW_DOWN)
    chosen = box.get_attribute("aria-activedescendant")
    expect(chosen and driver.find_element(By.ID, chosen).get_attribute("aria-selected") == "true",
           "suggest", "the arrow chooses nothing")
    shot(driver, "suggest-en-1280-light")
    box.send_keys(Keys.ESCAPE)
    expect(not driver.find_elements(By.CSS_SELECTOR, "#suggestions li"), "suggest", "Esc leaves the list")
    expect(box.get_attribute("value") == "cts", "suggest", "Esc empties the box")
    box.send_keys(Keys.BACKSPACE, "s")
    until(driver, "#suggestions li")
    box.send_keys(Keys.ARROW_DOWN, Keys.ENTER)
    WebDriverWait(driver, 20).until(lambda d: d.current_url.endswith("/en/sites/LX-0001"))
    tell(2, f"{len(asked)} ways to ask, each with its relic first; suggestions by arrows, Enter and Esc")


def counted(driver):
    """Check 3: a facet's count, the heading, the list, the map with what is not on it, and the API are one number."""
    look(driver, 1280)
    driver.get(f"{ADDRESS}/en/search")
    links = [(link.get_attribute("href"), int(link.find_element(By.CSS_SELECTOR, ".n").text))
             for link in driver.find_elements(By.CSS_SELECTOR, "ul.facet a")]
    for place, (href, number) in enumerate([(f"{ADDRESS}/en/search", None)] + links):
        query = urllib.parse.urlsplit(href).query
        if place == 1:
            follow(driver, driver.find_element(By.CSS_SELECTOR, "ul.facet a"))
        else:
            driver.get(href)
        until(driver, ".mapbar")
        heading = int(driver.find_element(By.CSS_SELECTOR, ".results h2").text.split()[0])
        legend = sum(int(b.text) for b in driver.find_elements(By.CSS_SELECTOR, "ul.key b"))
        matched = answer(f"{ADDRESS}/collections/sites/items?{query}")["numberMatched"]
        shown = answer(f"{ADDRESS}/en/map.json?{query}")
        on_map = sum(len(place["relics"]) for place in shown["places"]) + sum(one["count"] for one in shown["hidden"])
        listed = list(hits(driver))
        marks = len(driver.find_elements(By.CSS_SELECTOR, ".webmap [role=button][aria-label].leaflet-interactive"))
        seated = sum(1 for one in shown["hidden"] if "at" in one)
        while driver.find_elements(By.CSS_SELECTOR, "a[rel=next]"):
            follow(driver, driver.find_element(By.CSS_SELECTOR, "a[rel=next]"))
            listed += hits(driver)
        expect(heading == legend == matched == on_map == len(set(listed)) == len(listed), "counts",
               f"{query}: heading {heading}, legend {legend}, API {matched}, map {on_map}, list {len(listed)}")
        expect(number is None or number == heading, "counts", f"{query}: the facet says {number}")
        expect(marks == len(shown["places"]) + seated, "counts",
               f"{query}: {marks} of {len(shown['places'])} + {seated} drawn")
    tell(3, f"{len(links)} facets: facet = heading = list = legend = map and not on the map = numberMatched")


def state(driver):
    """Checks 4 and 14: the address holds filter, view, page and language, for another browser and for Back."""
    look(driver, 1280)
    driver.get(f"{ADDRESS}/zh/search")
    whole = hits(driver)
    follow(driver, driver.find_element(By.CSS_SELECTOR, "ul.facet a[href*='category=ancient_site']"))
    found = hits(driver)
    expect("category=ancient_site" in driver.current_url and found and found != whole, "state", driver.current_url)
    until(driver, ".webmap path.area")
    driver.find_element(By.CSS_SELECTOR, ".leaflet-control-zoom-in").click()
    WebDriverWait(driver, 10).until(lambda d: "map=" in d.current_url)
    time.sleep(.6)
    follow(driver, driver.find_element(By.CSS_SELECTOR, "header a[hreflang]"))
    expect("/en/search" in driver.current_url and "category=ancient_site" in driver.current_url
           and "map=" in driver.current_url, "language", driver.current_url)
    expect(hits(driver) == found, "language", "other rows in English")
    until(driver, ".webmap path.area")
    scale = driver.find_element(By.CSS_SELECTOR, ".leaflet-control-scale-line").text
    same(driver.current_url, found, scale)
    driver.back()
    expect("/zh/search" in driver.current_url and hits(driver) == found, "state", "Back does not undo the language")
    driver.back()
    expect(hits(driver) == whole, "state", "Back does not undo the filter")
    driver.get(f"{ADDRESS}/zh/search?sort=name")
    follow(driver, driver.find_element(By.CSS_SELECTOR, "a[rel=next]"))
    second = hits(driver)
    expect(second and not set(second) & set(whole) or "sort=name" in driver.current_url, "state", "no second page")
    same(driver.current_url, second, None)
    driver.back()
    expect(hits(driver) != second, "state", "Back does not undo the page")
    here(driver)
    tell(4, "filter, view, language and page in another profile: the same rows and scale; Back undoes each")


def same(url, found, scale):
    other = browser()
    look(other, 1280)
    other.get(url)
    expect(hits(other) == found, "state", f"another browser sees other rows: {url}")
    if scale:
        until(other, ".webmap path.area")
        expect(other.find_element(By.CSS_SELECTOR, ".leaflet-control-scale-line").text == scale, "view", url)
    other.quit()


def here(driver):
    """The part of the map that is shown is searched alone, and Back undoes that."""
    driver.get(f"{ADDRESS}/zh/search?level=national")
    until(driver, ".webmap path.area")
    [button] = [b for b in driver.find_elements(By.CSS_SELECTOR, ".mapbar button") if "只查" in b.text]
    follow(driver, button)
    expect("bbox=" in driver.current_url and hits(driver), "view", "the part of the map that is searched is empty")
    driver.back()
    expect("bbox=" not in driver.current_url, "view", "Back does not undo")


def keyboard(driver):
    """Check 7: from the address bar to a relic and to a finished tour by keys alone, the focus seen at each step."""
    look(driver, 1280)
    driver.get(f"{ADDRESS}/zh")
    steps = 0

    def press(*keys):
        nonlocal steps
        steps += 1
        driver.switch_to.active_element.send_keys(*keys)
        tag, name, href, is_seen, is_there = driver.execute_script(FOCUS)
        expect(is_there and (is_seen or tag in ("BODY", "MAIN")), "keyboard", f"unseen focus: {tag} {name} {href}")
        return tag, name, href

    def tab_to(is_it, limit=150):
        for _ in range(limit):
            now = press(Keys.TAB)
            if is_it(*now):
                return
        expect(False, "keyboard", "a trap, or nothing to reach")

    def enter():
        root = driver.find_element(By.TAG_NAME, "html")
        driver.switch_to.active_element.send_keys(Keys.ENTER)
        arrive(driver, root)
        settle(driver)

    expect(press(Keys.TAB)[1] == "skip", "keyboard", "the first stop is not the skip link")
    press(Keys.ENTER)
    tab_to(lambda tag, name, href: name == "q", 3)
    press("chengtoushan")
    enter()
    tab_to(lambda tag, name, href: href.endswith("/sites/LX-0001"))
    enter()
    expect(driver.current_url.endswith("/zh/sites/LX-0001"), "keyboard", driver.current_url)
    # Every stop of the page is reached, the map's too, and then the page is left.
    stops = []
    for _ in range(200):
        stops.append(press(Keys.TAB))
        if stops[-1][0] in ("BODY", "HTML"):
            break
    expect(any("leaflet" in name for _, name, _ in stops), "keyboard", "the map cannot be reached")
    expect(stops[-1][0] in ("BODY", "HTML"), "keyboard", "the page cannot be left")
    tab_to(lambda tag, name, href: "/tour?add=" in href)
    enter()
    tab_to(lambda tag, name, href: name == "date")
    press("12052026")
    tab_to(lambda tag, name, href: tag == "BUTTON")
    enter()
    expect(driver.find_elements(By.ID, "plan"), "keyboard", f"no tour: {driver.current_url}")
    tell(7, f"{steps} keys from the address bar to a relic, through its map and to a planned tour")


def without_scripts(driver):
    """Checks 9 and 10: without scripts, and at 400 %, everything is there."""
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    look(driver, 320, 256, scale=4)
    driver.get(f"{ADDRESS}/zh")
    press = lambda css: follow(driver, driver.find_element(By.CSS_SELECTOR, css))  # noqa: E731
    driver.find_element(By.ID, "q").send_keys("城头山")
    press(".ask button")
    expect(hits(driver)[:1] == ["LX-0001"], "no script", "search")
    driver.get(f"{ADDRESS}/zh/search")
    press("ul.facet a[href*='level=national']")
    expect("level=national" in driver.current_url and hits(driver), "no script", "filter")
    press("ol.hits > li > a")
    expect(driver.find_elements(By.CSS_SELECTOR, "article h1"), "no script", "relic")
    pictures(driver, "relic")
    shot(driver, "no-script-zh-320")
    driver.get(f"{ADDRESS}/zh/search?level=national")
    press("a[href*='/print']")
    expect(len(driver.find_elements(By.CSS_SELECTOR, ".entry img")) == 16, "no script", "print")
    pictures(driver, "print")
    driver.get(f"{ADDRESS}/zh/sites/LX-0001")
    press("a[href*='/tour?add=']")
    driver.find_element(By.ID, "date").send_keys("12052026")
    driver.find_element(By.ID, "add").send_keys("LX-0004")
    press("form.fields button")
    driver.find_element(By.CSS_SELECTOR, "#stop-2 a[href*='stops=LX-0004']").click()
    expect(driver.find_elements(By.ID, "plan") and "stops=LX-0004,LX-0001" in driver.current_url.replace("%2C", ","),
           "no script", f"tour: {driver.current_url}")
    pictures(driver, "tour")
    driver.get(f"{ADDRESS}/zh/check")
    driver.find_element(By.ID, "at").send_keys("111.656,29.692")
    driver.find_element(By.ID, "radius").send_keys("500m")
    Select(driver.find_element(By.ID, "large-works")).select_by_value("yes")
    press("form.fields button")
    expect(driver.find_elements(By.CSS_SELECTOR, ".answer"), "no script", "check")
    pictures(driver, "check")
    wide = driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]["width"]
    expect(wide <= 320, "no script", f"{wide} px wide at 400 %")
    tell(10, "search, filter, relic, gazetteer, tour and check without a script, each with its map as a picture")
    tell(9, "the same at 400 %, 320 px wide")
    quiet(driver, "no script")


def pictures(driver, page):
    maps = driver.find_elements(By.CSS_SELECTOR, "figure.map img")
    expect(maps, "no script", f"{page} has no map")
    for picture in maps:
        expect("<svg" in text_of(picture.get_attribute("src"))[:2000], "no script", f"{page}: the map is no picture")
