"""The maps, tours, frames and kept pages of a server in Chromium, for browser.py."""
import http.server
import json
import os
import signal
import struct
import threading
import time
import urllib.request
import zlib

from selenium.webdriver import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from browserkit import ADDRESS, AWAY, AWAY_PID, TEST, TILES, browser, expect, hits, look, quiet, shot


def until(driver, css, seconds=10):
    return WebDriverWait(driver, seconds).until(lambda d: d.find_elements(By.CSS_SELECTOR, css))


def answer(address):
    with urllib.request.urlopen(address) as found:
        return json.load(found)


def counts(driver):
    """Check 3: heading, legend and API have the same number, and the map draws what the legend says."""
    look(driver, 1280)
    for query in ["", "?level=national", "?category=ancient_site"]:
        driver.get(f"{ADDRESS}/en/search{query}")
        until(driver, ".webmap path.area")
        heading = int(driver.find_element(By.CSS_SELECTOR, ".results h2").text.split()[0])
        legend = sum(int(b.text) for b in driver.find_elements(By.CSS_SELECTOR, "ul.key b"))
        matched = answer(f"{ADDRESS}/collections/sites/items{query}")["numberMatched"]
        expect(heading == legend == matched, "counts", f"{query}: {heading} {legend} {matched}")
        places = answer(f"{ADDRESS}/en/map.json{query}")["places"]
        drawn = driver.find_elements(By.CSS_SELECTOR, ".webmap [role=button][aria-label].leaflet-interactive")
        expect(len(drawn) >= len(places), "counts", f"{query}: {len(drawn)} of {len(places)} drawn")
    quiet(driver, "counts")


def view(driver):
    """Check 4: the view of the map stands in the address and comes back from it."""
    driver.get(f"{ADDRESS}/zh/search?level=national")
    until(driver, ".webmap path.area")
    driver.find_element(By.CSS_SELECTOR, ".leaflet-control-zoom-in").click()
    WebDriverWait(driver, 10).until(lambda d: "map=" in d.current_url)
    time.sleep(.6)
    url, scale = driver.current_url, driver.find_element(By.CSS_SELECTOR, ".leaflet-control-scale-line").text
    other = browser()
    look(other, 1280)
    other.get(url)
    until(other, ".webmap path.area")
    expect(other.find_element(By.CSS_SELECTOR, ".leaflet-control-scale-line").text == scale, "view", url)
    expect(hits(other) == hits(driver), "view", "other rows")
    other.quit()
    driver.get(f"{ADDRESS}/zh/search")
    until(driver, ".mapbar button")
    [button] = [b for b in driver.find_elements(By.CSS_SELECTOR, ".mapbar button") if "只查" in b.text]
    button.click()
    WebDriverWait(driver, 10).until(lambda d: "bbox=" in d.current_url)
    expect(hits(driver), "view", "the part of the map that is searched is empty")
    driver.back()
    expect("bbox=" not in driver.current_url, "view", "Back does not undo")
    quiet(driver, "view")


def both_ways(driver):
    """Check 5: list and map light each other, and the focus comes back from a popup."""
    driver.get(f"{ADDRESS}/en/search")
    until(driver, "ol.hits li button.plain")
    ActionChains(driver).move_to_element(driver.find_element(By.CSS_SELECTOR, "ol.hits li")).perform()
    expect(driver.find_elements(By.CSS_SELECTOR, ".webmap .lit"), "both ways", "the map stays dark")
    driver.execute_script("document.querySelector('.webmap path.area').dispatchEvent("
                          "new MouseEvent('mouseover', {bubbles: true}))")
    expect(len(driver.find_elements(By.CSS_SELECTOR, "li.lit")) > 0, "both ways", "the list stays dark")
    button = driver.find_element(By.CSS_SELECTOR, "ol.hits li button.plain")
    button.send_keys(Keys.ENTER)
    until(driver, ".leaflet-popup a")
    focus = "return document.activeElement.closest('.leaflet-popup') !== null"
    expect(driver.execute_script(focus), "both ways", "the popup has no focus")
    shot(driver, "popup-en-1280-light")
    driver.switch_to.active_element.send_keys(Keys.ESCAPE)
    expect(driver.switch_to.active_element == button, "both ways", "the focus does not come back")
    before = driver.execute_script("return [scrollY, document.querySelector('.leaflet-control-scale-line').textContent]")
    driver.execute_script("document.querySelector('.webmap').dispatchEvent("
                          "new WheelEvent('wheel', {deltaY: 300, bubbles: true, cancelable: true}))")
    time.sleep(.5)
    after = driver.execute_script("return [scrollY, document.querySelector('.leaflet-control-scale-line').textContent]")
    expect(before[1] == after[1], "both ways", "the wheel is taken from the page")
    quiet(driver, "both ways")


def honest(driver):
    """Check 6: a cell has no middle, a withheld relic is a number, and no digit arrives."""
    driver.get(f"{TEST}/zh/search")
    until(driver, ".webmap .cell, .webmap .cell-mark")
    expect(driver.find_elements(By.CSS_SELECTOR, ".webmap .hidden-mark"), "honest", "nothing is counted")
    places = answer(f"{TEST}/zh/map.json")["places"]
    expect(all("at" not in place for place in places if place["kind"] == "cell"), "honest", "a cell has a middle")
    for page in ["/zh/map.json", "/zh/ground.json", "/zh/sites/T-5.json", "/zh/sites/T-5.svg"]:
        with urllib.request.urlopen(TEST + page) as found:
            text = found.read().decode()
        for digits in ["111.5123", "29.5876", "111.5323", "29.5276"]:
            expect(digits not in text, page, digits)
    shot(driver, "cell-zh-1280-light")
    quiet(driver, "honest")


def tour(driver):
    """Check 11: reordering by links and by hand is the same; what is closed says so, and when it is open."""
    stops = f"{ADDRESS}/en/tour?stops=LX-0001,LX-0003,LX-0004&date=2026-12-05"
    driver.get(stops)
    until(driver, ".grip")
    for _ in range(2):
        driver.find_element(By.CSS_SELECTOR, "li[data-stop='LX-0001'] a[aria-label^='Down']").click()
        until(driver, ".grip")
    linked = driver.current_url.split("#")[0]
    driver.get(stops)
    grips = until(driver, ".grip")
    ActionChains(driver).click_and_hold(grips[0]).move_to_element(grips[1]).move_to_element(grips[2]).release().perform()
    WebDriverWait(driver, 10).until(lambda d: "kept" in d.current_url)
    expect(driver.current_url.split("#")[0] == linked, "tour", f"{driver.current_url} {linked}")
    WebDriverWait(driver, 10).until(lambda d: "3" in d.find_element(By.CSS_SELECTOR, "output").text)
    shot(driver, "tour-en-1280-light")
    quiet(driver, "tour")
    driver.get(f"{TEST}/en/tour?stops=T-3,T-4&date=2026-12-07")
    out = driver.find_elements(By.XPATH, "//li[contains(., 'T-3')]/a[contains(@href, 'date=2026-12-08')]")
    expect(out, "tour", "the museum that is closed on Mondays is not sent to Tuesday")
    if out:
        out[0].click()
        expect("T-3" in driver.find_element(By.CSS_SELECTOR, "table").text, "tour", "the change lets nothing in")
    quiet(driver, "tour")


def drawing(driver):
    """An outline that is drawn, by the mouse and by keys, is checked."""
    driver.get(f"{ADDRESS}/en/check")
    until(driver, ".mapbar button")[0].send_keys(Keys.ENTER)
    box = driver.find_element(By.CSS_SELECTOR, ".webmap")
    for x, y in [(-60, -60), (60, -60), (60, 60)]:
        ActionChains(driver).move_to_element_with_offset(box, x, y).click().perform()
    [middle] = [b for b in driver.find_elements(By.CSS_SELECTOR, ".mapbar button") if "middle" in b.text]
    middle.send_keys(Keys.ENTER)
    text = driver.find_element(By.ID, "outline").get_attribute("value")
    expect(text and len(json.loads(text)["coordinates"][0]) == 5, "drawing", text)
    driver.find_element(By.CSS_SELECTOR, "form.fields button").click()
    expect(until(driver, ".answer"), "drawing", "no answer")
    quiet(driver, "drawing")


class Tiles(http.server.BaseHTTPRequestHandler):
    """A square of one colour for each picture of a map, and a page with frames."""

    def do_GET(self):
        if self.path.startswith("/frame"):
            kind, body = "text/html", f'<iframe src="{ADDRESS}{self.path[6:]}"></iframe>'.encode()
        else:
            def chunk(name, data):
                return (struct.pack(">I", len(data)) + name + data
                        + struct.pack(">I", zlib.crc32(name + data)))
            rows = b"".join(b"\0" + bytes([200, 220, 210]) * 256 for _ in range(256))
            kind, body = "image/png", (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 256, 256, 8, 2, 0, 0, 0))
                                       + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def base_maps(driver):
    """Checks 17 and 18: pictures in GCJ-02 move by what the datum says and nothing else does; frames."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", int(TILES.rsplit(":", 1)[1])), Tiles)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    look(driver, 1280)
    driver.get(f"{AWAY}/en/search?map=111.65556,29.69167,16")
    select = until(driver, ".mapbar select")[0]
    moved, urls = {}, set()
    for name in ["Plain", "Shifted"]:
        Select(select).select_by_visible_text(name)
        until(driver, ".leaflet-tile-loaded")
        moved[name] = driver.execute_script(
            "return document.querySelector('.leaflet-tile-pane > .leaflet-layer').style.transform")
        urls.add(driver.current_url)
    expect(not moved["Plain"], "base map", f"a plain one moves: {moved}")
    numbers = [abs(float(part)) for part in moved["Shifted"].replace("px", "").split("(")[1].rstrip(")").split(",")]
    metres = (numbers[0] ** 2 + numbers[1] ** 2) ** .5 * 40075016.686 * .8687 / (256 * 2 ** 16)
    expect(550 < metres < 700, "base map", f"moves by {metres} m")
    expect(len(urls) == 1, "base map", f"the address changes: {urls}")
    quiet(driver, "base map")
    for path, is_shown in [("/embed/sites/LX-0001", True), ("/zh/sites/LX-0001", False)]:
        driver.get(f"{TILES}/frame{path}")
        driver.switch_to.frame(0)
        shown = driver.find_elements(By.CSS_SELECTOR, "article h1")
        expect(bool(shown) == is_shown, "frame", path)
        driver.switch_to.default_content()
    driver.get_log("browser")
    driver.get_log("performance")
    server.shutdown()


def kept():
    """Check 13: after one visit and without a server the county can be read, and says of when it is."""
    driver = browser()
    look(driver, 390, 844)
    driver.get(f"{AWAY}/zh/search")
    until(driver, ".webmap, figure.map")
    driver.execute_async_script(
        "navigator.serviceWorker.ready.then(() => setTimeout(arguments[arguments.length - 1], 1500))")
    os.kill(AWAY_PID, signal.SIGKILL)
    for path, words in [("/zh/search", "城头山遗址"), ("/zh/sites/LX-0002", "彭头山遗址")]:
        driver.get(AWAY + path)
        WebDriverWait(driver, 10).until(lambda d: words in d.find_element(By.TAG_NAME, "main").text)
        text = driver.find_element(By.CSS_SELECTOR, ".offline").text
        expect("离线" in text and "20" in text, "kept", text)
    shot(driver, "offline-zh-390-light")
    names = driver.execute_async_script(
        "caches.keys().then(async names => arguments[arguments.length - 1]((await Promise.all(names.map("
        "async name => (await (await caches.open(name)).keys()).map(one => one.url)))).flat()))")
    expect(names and not any("staff" in name for name in names), "kept", "a page of staff is kept")
    driver.quit()


def all_of_them(driver):
    for check in [counts, view, both_ways, honest, tour, drawing, base_maps]:
        check(driver)
