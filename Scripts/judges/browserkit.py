"""Chromium, looked at and asked, for browser.py."""
import base64
import json
import pathlib
import sys

from selenium import webdriver
from selenium.webdriver.common.by import By

ADDRESS, TEST, FOLDER = sys.argv[1].rstrip("/"), sys.argv[2].rstrip("/"), pathlib.Path(sys.argv[3])
# A server that is killed on the way, and where its base maps are: this program serves them itself.
AWAY, AWAY_PID, TILES = sys.argv[4].rstrip("/"), int(sys.argv[5]), sys.argv[6]

faults = []
counts = {"pages": 0, "rules": 0, "pictures": 0}


def expect(what, page, seen=""):
    if not what:
        faults.append(f"{page}: {seen}")
        print("FAULT", page, seen, flush=True)


def browser():
    """A new Chromium with nothing remembered, to which only this machine exists."""
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                     "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return webdriver.Chrome(options, webdriver.ChromeService("/usr/bin/chromedriver"))


def look(driver, width, height=900, scheme="light", scale=1):
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": width, "height": height, "deviceScaleFactor": scale, "mobile": width < 500})
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
        "features": [{"name": "prefers-color-scheme", "value": scheme}]})


def hits(driver):
    return [link.get_attribute("href").rsplit("/", 1)[1]
            for link in driver.find_elements(By.CSS_SELECTOR, "ol.hits > li > a")]


def quiet(driver, page, is_fault=False):
    """No error in the console, and no request to another host."""
    for entry in driver.get_log("browser"):
        # A fault's own status is an error of the browser's console.
        if not (is_fault and "Failed to load resource" in entry["message"]):
            expect(entry["level"] not in ("SEVERE", "WARNING"), page, entry["message"])
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            url = message["params"]["request"]["url"]
            expect(url.startswith((ADDRESS, TEST, AWAY, TILES, "data:")), page, f"asks {url}")


def shot(driver, name):
    height = min(3000, driver.execute_script("return document.documentElement.scrollHeight"))
    data = driver.execute_cdp_cmd("Page.captureScreenshot", {
        "captureBeyondViewport": True, "clip": {
            "x": 0, "y": 0, "scale": 1, "height": height,
            "width": driver.execute_script("return innerWidth")}})
    (FOLDER / f"{name}.png").write_bytes(base64.b64decode(data["data"]))
    counts["pictures"] += 1
