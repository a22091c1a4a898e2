"""Chromium, looked at and asked, for browser.py and the checks beside it."""
import base64
import json
import pathlib
import sys
import urllib.request

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

FOLDER = pathlib.Path(sys.argv[1])
GIVEN = dict(argument.split("=", 1) for argument in sys.argv[2:] if "=" in argument)
# Servers: Lixian; a county with a hostile name and tombs; Lixian with staff; one that is killed on the way; a county
# of 630 exact positions; many relics.
ADDRESS, TEST, STAFF, AWAY, COUNTY, MANY = (
    GIVEN[name].rstrip("/") for name in ["lixian", "test", "staff", "away", "county", "many"])
# Where the base maps of the server that is killed are: the judge serves them itself.
TILES = GIVEN["tiles"]
OWN = (ADDRESS, TEST, STAFF, AWAY, COUNTY, MANY, TILES, "data:", "blob:")

faults = []
counts = {"pages": 0, "rules": 0, "pictures": 0, "requests": 0, "messages": 0}
told = {}


def expect(what, page, seen=""):
    if not what:
        faults.append(f"{page}: {seen}")
        print("FAULT", page, seen, flush=True)


def tell(check, figure):
    """What one of the 20 checks has seen."""
    told.setdefault(check, []).append(figure)


def browser():
    """A new Chromium with nothing remembered, to which only this machine exists."""
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=en-US",
                     "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return webdriver.Chrome(options, webdriver.ChromeService("/usr/bin/chromedriver"))


def look(driver, width, height=900, scheme="light", scale=1, media=""):
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": width, "height": height, "deviceScaleFactor": scale, "mobile": width < 500})
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
        "media": media, "features": [{"name": "prefers-color-scheme", "value": scheme}]})


def until(driver, css, seconds=20):
    """The elements of a selector, once there are some."""
    return WebDriverWait(driver, seconds).until(lambda d: d.find_elements(By.CSS_SELECTOR, css))


def settle(driver, seconds=20):
    """Waits until every map of the page moves."""
    if driver.find_elements(By.CSS_SELECTOR, "figure[data-ground]"):
        until(driver, ".mapbar", seconds)


def follow(driver, element, seconds=20):
    """Presses what leads to another page, and waits for it."""
    root = driver.find_element(By.TAG_NAME, "html")
    element.click()
    arrive(driver, root, seconds)


def arrive(driver, root, seconds=20):
    """Waits until the page of a root element has given way to another."""
    def is_gone(_):
        try:
            root.is_enabled()
            return False
        except WebDriverException:
            return True
    WebDriverWait(driver, seconds).until(is_gone)
    WebDriverWait(driver, seconds).until(lambda d: d.execute_script("return document.readyState") == "complete")


def answer(address):
    with urllib.request.urlopen(address) as found:
        return json.load(found)


def text_of(address, accept="*/*"):
    with urllib.request.urlopen(urllib.request.Request(address, headers={"Accept": accept})) as found:
        return found.read().decode()


def hits(driver):
    return [link.get_attribute("href").rsplit("/", 1)[1]
            for link in driver.find_elements(By.CSS_SELECTOR, "ol.hits > li > a")]


def requests(driver):
    """What the page has asked for since the last time."""
    asked = []
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            asked.append(message["params"]["request"]["url"])
    return asked


def quiet(driver, page, is_fault=False):
    """No error in the console, no breach of the content policy, and no request to another host."""
    for entry in driver.get_log("browser"):
        counts["messages"] += 1
        # A fault's own status is an error of the browser's console.
        if not (is_fault and any(words in entry["message"] for words in ["Failed to load resource", "503"])):
            expect(entry["level"] not in ("SEVERE", "WARNING"), page, entry["message"])
    for url in requests(driver):
        counts["requests"] += 1
        expect(url.startswith(OWN), page, f"asks {url}")


def shot(driver, name):
    height = min(3000, driver.execute_script("return document.documentElement.scrollHeight"))
    data = driver.execute_cdp_cmd("Page.captureScreenshot", {
        "captureBeyondViewport": True, "clip": {
            "x": 0, "y": 0, "scale": 1, "height": height,
            "width": driver.execute_script("return innerWidth")}})
    (FOLDER / f"{name}.png").write_bytes(base64.b64decode(data["data"]))
    counts["pictures"] += 1
