"""The maps of a server in Chromium: checks 5, 6 and 17, and an outline that is drawn."""
import contextlib
import http.server
import json
import math
import struct
import threading
import time
import zlib

from selenium.webdriver import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from browserkit import (ADDRESS, AWAY, TEST, TILES, answer, expect, follow, look, quiet, requests, shot, tell, text_of,
                        until)

# Digits of exact positions that the public may not see.
SECRETS = ["111.5123", "29.5876", "29.58765", "111.5323", "29.5276"]


def both_ways(driver):
    """Check 5: list and map light each other, and the focus comes back from a popup."""
    look(driver, 1280)
    driver.get(f"{ADDRESS}/en/search")
    until(driver, "ol.hits li button.plain")
    ActionChains(driver).move_to_element(driver.find_element(By.CSS_SELECTOR, "ol.hits li")).perform()
    expect(driver.find_elements(By.CSS_SELECTOR, ".webmap .lit"), "both ways", "the map stays dark")
    driver.execute_script("document.querySelector('.webmap path.area').dispatchEvent("
                          "new MouseEvent('mouseover', {bubbles: true}))")
    expect(len(driver.find_elements(By.CSS_SELECTOR, "li.lit")) > 0, "both ways", "the list stays dark")
    driver.execute_script("document.querySelector('.webmap path.area').dispatchEvent("
                          "new MouseEvent('mouseout', {bubbles: true}))")
    links = driver.find_elements(By.CSS_SELECTOR, "ol.hits > li > a")[:8]
    for link in links:
        driver.execute_script("arguments[0].focus()", link)
        expect(driver.find_elements(By.CSS_SELECTOR, ".webmap .lit"), "both ways", f"no light for {link.text}")
    button = driver.find_element(By.CSS_SELECTOR, "ol.hits li button.plain")
    for key in [Keys.ESCAPE, Keys.ENTER]:
        button.send_keys(Keys.ENTER)
        until(driver, ".leaflet-popup a")
        focus = "return document.activeElement.closest('.leaflet-popup') !== null"
        expect(driver.execute_script(focus), "both ways", "the popup has no focus")
        shot(driver, "popup-en-1280-light")
        if key == Keys.ESCAPE:
            driver.switch_to.active_element.send_keys(key)
        else:
            driver.find_element(By.CSS_SELECTOR, ".leaflet-popup-close-button").send_keys(key)
        expect(driver.switch_to.active_element == button, "both ways", f"the focus does not come back: {key!r}")
    view = "return [scrollY, document.querySelector('.leaflet-control-scale-line').textContent]"
    before = driver.execute_script(view)
    driver.execute_script("document.querySelector('.webmap').dispatchEvent("
                          "new WheelEvent('wheel', {deltaY: 300, bubbles: true, cancelable: true}))")
    time.sleep(.5)
    expect(before[1] == driver.execute_script(view)[1], "both ways", "the wheel is taken from the page")
    look(driver, 390, 844)
    driver.get(f"{ADDRESS}/zh/search")
    until(driver, "ol.hits li button.plain")[1].send_keys(Keys.ENTER)
    until(driver, ".leaflet-popup a")
    shot(driver, "popup-zh-390-light")
    driver.switch_to.active_element.send_keys(Keys.ESCAPE)
    back = driver.switch_to.active_element
    expect(back.text == "看列表", "both ways", f"no way back to the list: {back.text}")
    follow(driver, back)
    expect(driver.find_element(By.CSS_SELECTOR, "ol.hits").is_displayed(), "both ways", "the list stays away")
    tell(5, f"{len(links)} relics light the map and a circle lights its relics; the focus comes back from a popup")


def honest(driver):
    """Check 6: a cell has no middle, a withheld relic is a number, and no digit arrives."""
    look(driver, 1280)
    requests(driver)
    for path in ["/zh/search", "/en/sites/T-5", "/zh/sites/T-2", "/zh/print", "/en/map.svg"]:
        driver.get(TEST + path)
        if "search" in path:
            until(driver, ".webmap .cell, .webmap .cell-mark")
            expect(driver.find_elements(By.CSS_SELECTOR, ".webmap .hidden-mark"), "honest", "nothing is counted")
            shot(driver, "cell-zh-1280-light")
        source = driver.page_source
        expect(not any(digits in source for digits in SECRETS), "honest", f"{path} shows a secret")
    asked = sorted({url for url in requests(driver) if url.startswith(TEST) and "/assets/" not in url})
    asked += [TEST + path for path in ["/collections/sites/items?f=geojson", "/collections/sites/items?f=csv",
                                       "/zh/map.json?frame=111,29,112,30", "/zh/check?at=111.5,29.5&radius=40km&f=json"]]
    for url in asked:
        text = text_of(url)
        for digits in SECRETS:
            expect(digits not in text, url, digits)
    places = answer(f"{TEST}/zh/map.json")["places"]
    cells = [place for place in places if place["kind"] == "cell"]
    expect(cells and all("at" not in place for place in cells), "honest", "a cell has a middle")
    tell(6, f"{len(asked)} answers without a secret digit; {len(cells)} cell without a middle, the withheld counted")


def drawing(driver):
    """An outline that is drawn, by the mouse and by keys, is checked."""
    look(driver, 1280)
    driver.get(f"{ADDRESS}/en/check")
    until(driver, ".mapbar button")[0].send_keys(Keys.ENTER)
    box = driver.find_element(By.CSS_SELECTOR, ".webmap")
    for x, y in [(-60, -60), (60, -60), (60, 60)]:
        ActionChains(driver).move_to_element_with_offset(box, x, y).click().perform()
    [middle] = [b for b in driver.find_elements(By.CSS_SELECTOR, ".mapbar button") if "middle" in b.text]
    middle.send_keys(Keys.ENTER)
    text = driver.find_element(By.ID, "outline").get_attribute("value")
    expect(text and len(json.loads(text)["coordinates"][0]) == 5, "drawing", text)
    shot(driver, "drawing-en-1280-light")
    follow(driver, driver.find_element(By.CSS_SELECTOR, "form.fields button"))
    expect(driver.find_elements(By.CSS_SELECTOR, ".answer"), "drawing", "no answer")
    tell(11, "an outline of 4 corners drawn by mouse and keys is checked")


class Tiles(http.server.BaseHTTPRequestHandler):
    """A square of one colour for each picture of a map, and a page with a frame."""

    def do_GET(self):
        if self.path.startswith("/frame/"):
            kind, body = "text/html", f'<iframe src="{ADDRESS}{self.path[6:]}"></iframe>'.encode()
        else:
            def chunk(name, data):
                return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
            rows = b"".join(b"\0" + bytes([200, 220, 210]) * 256 for _ in range(256))
            head = struct.pack(">IIBBBBB", 256, 256, 8, 2, 0, 0, 0)
            kind, body = "image/png", (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head)
                                       + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def strange_server():
    """Another origin on this machine."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", int(TILES.rsplit(":", 1)[1])), Tiles)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


def shift(x, y):
    """By how many degrees GCJ-02 moves a position; the formula that is in public use, and its spheroid."""
    u, v = x - 105, y - 35
    sine = lambda t: math.sin(t * math.pi)  # noqa: E731
    wave = (20 * sine(6 * u) + 20 * sine(2 * u)) * 2 / 3
    north = -100 + 2 * u + 3 * v + .2 * v * v + .1 * u * v + .2 * abs(u) ** .5 + wave + (
        20 * sine(v) + 40 * sine(v / 3) + 160 * sine(v / 12) + 320 * sine(v / 30)) * 2 / 3
    east = 300 + u + 2 * v + .1 * u * u + .1 * u * v + .1 * abs(u) ** .5 + wave + (
        20 * sine(u) + 40 * sine(u / 3) + 150 * sine(u / 12) + 300 * sine(u / 30)) * 2 / 3
    angle, a, ee = math.radians(y), 6378245, .00669342162296594323
    magic = 1 - ee * math.sin(angle) ** 2
    return (math.degrees(east / (a / magic ** .5 * math.cos(angle))),
            math.degrees(north / (a * (1 - ee) / magic ** 1.5)))


def base_maps(driver):
    """Check 17: pictures in GCJ-02 move by what the datum says; the relic and the address stay where they are."""
    x, y, zoom = 111.65556, 29.69167, 16
    look(driver, 1280)
    with strange_server():
        driver.get(f"{AWAY}/en/search?map={x},{y},{zoom}")
        select = until(driver, ".mapbar select")[0]
        moved, urls, marks = {}, set(), set()
        where = ("const at = css => document.querySelector(css).getBoundingClientRect(), box = at('.webmap');"
                 "const b = at(\".webmap [aria-label='Chengtoushan site']\");"
                 "return [b.x - box.x, b.y - box.y].map(Math.round).join()")
        marks.add(driver.execute_script(where))
        for name in ["Plain", "Shifted"]:
            Select(select).select_by_visible_text(name)
            until(driver, ".leaflet-tile-loaded")
            moved[name] = driver.execute_script(
                "return document.querySelector('.leaflet-tile-pane > .leaflet-layer').style.transform")
            urls.add(driver.current_url)
            marks.add(driver.execute_script(where))
        shot(driver, "base-en-1280-light")
    expect(not moved["Plain"], "base map", f"a plain one moves: {moved}")
    parts = moved["Shifted"].removeprefix("translate3d(").removeprefix("translate(").rstrip(")").replace("px", "")
    seen = [float(part) for part in parts.split(",")][:2]
    east, north = shift(x, y)
    scale = 256 * 2 ** zoom
    mercator = lambda d: math.log(math.tan(math.pi / 4 + math.radians(d) / 2)) / (2 * math.pi) * scale  # noqa: E731
    wanted = [-east / 360 * scale, mercator(y + north) - mercator(y)]
    expect(all(abs(a - b) <= 1 for a, b in zip(seen, wanted)), "base map", f"moves by {seen}, the datum by {wanted}")
    expect(len(urls) == 1 and len(marks) == 1, "base map", f"the relic or the address moves: {urls} {marks}")
    metres = math.hypot(*seen) * 40075016.686 * math.cos(math.radians(y)) / scale
    tell(17, f"no base map and WGS 84: moved by 0; GCJ-02: by {metres:.0f} m, within a pixel; the relic stays")
    quiet(driver, "base map")
