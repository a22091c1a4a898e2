"""The county without a network in Chromium: check 13."""
import os
import signal

from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

import views
from browserkit import AWAY, GIVEN, STAFF, expect, look, shot, tell, until

# The addresses and the text of everything that is kept.
CACHED = """const done = arguments[arguments.length - 1];
caches.keys().then(async names => done((await Promise.all(names.map(async name => {
  const cache = await caches.open(name);
  return Promise.all((await cache.keys()).map(async one => [one.url, await (await cache.match(one)).text()]));
}))).flat()))"""
READY = "navigator.serviceWorker.ready.then(() => setTimeout(arguments[arguments.length - 1], 2500))"


def kept(driver):
    """Check 13: after one visit and without a server the county can be read, and says of when it is."""
    look(driver, 390, 844)
    # Nothing that staff see is kept, not even of a page that everybody may open.
    views.sign_in(driver, "zh")
    driver.get(f"{STAFF}/zh/sites/LX-0001")
    driver.execute_async_script(READY)
    driver.get(f"{STAFF}/zh/staff")
    driver.get(f"{STAFF}/zh/sites/LX-0001")
    expect("/staff/sites/" in driver.page_source, "kept", "staff see no way to edit")
    stored = driver.execute_async_script(CACHED)
    for url, text in stored:
        expect("/staff" not in url and "/staff/sites/" not in text, "kept", f"what staff see is kept: {url}")
    driver.get(f"{AWAY}/zh/search")
    until(driver, ".webmap, figure.map")
    driver.execute_async_script(READY)
    size = len(driver.execute_async_script(CACHED))
    os.kill(int(GIVEN["away_pid"]), signal.SIGKILL)
    for path, words in [("/zh/search", "城头山遗址"), ("/zh/sites/LX-0002", "彭头山遗址"),
                        ("/en/sites/LX-0004", "Yu Family Memorial Archway")]:
        driver.get(AWAY + path)
        WebDriverWait(driver, 10).until(lambda d: words in d.find_element(By.TAG_NAME, "main").text)
        text = driver.find_element(By.CSS_SELECTOR, ".offline").text
        expect(("离线" if "/zh" in path else "Offline") in text and "20" in text, "kept", text)
        shot(driver, f"offline-{path[1:3]}{path[-4:].replace('arch', '')}-390-light")
    tell(13, f"{size} answers kept after one visit, {len(stored)} beside staff and none of theirs; "
             f"search and relics without a server: \"{text}\"")
