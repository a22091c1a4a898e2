"""How long a reader waits in Chromium: check 16. Medians of five, on a machine that should be idle."""
import statistics

from selenium.webdriver.common.by import By

from browserkit import ADDRESS, COUNTY, GIVEN, MANY, expect, look, tell, until

# Notes when each number of marks of a map was first there.
WATCH = """new MutationObserver(() => {
  const n = document.querySelectorAll('.webmap .leaflet-interactive[role=button][aria-label]').length;
  if (n > (window.__marks ?? 0)) { window.__marks = n; window.__drawn = performance.now(); }
}).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-label'] })"""
USABLE = "return performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
DRAWN = """const data = performance.getEntriesByType('resource').filter(e => e.name.includes('/map.json'));
return [window.__drawn - data[0].responseEnd, window.__marks]"""


def speed(driver):
    """Check 16: what a reader waits for."""
    look(driver, 1280)
    driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
    usable, filtered, drawn, marks = [], [], [], 0
    for _ in range(5):
        driver.get(f"{ADDRESS}/zh/search")
        usable.append(driver.execute_script(USABLE))
        driver.get(f"{ADDRESS}/zh/search?level=national")
        filtered.append(driver.execute_script(USABLE))
        driver.get(f"{COUNTY}/zh/search")
        until(driver, "ol.hits li button.plain")
        time, marks = driver.execute_script(DRAWN)
        drawn.append(time)
    expect(marks == 630, "speed", f"{marks} of 630 marks")
    for name, times, limit in [("search page usable", usable, 1000), ("filter", filtered, 300),
                               ("630 marks drawn", drawn, 500)]:
        median = statistics.median(times)
        expect(median < limit, "speed", f"{name}: {median:.0f} ms, not under {limit}")
        tell(16, f"{name}: {median:.0f} ms (under {limit})")
    most = 0
    driver.get(f"{MANY}/zh/search")
    for _ in range(6):
        until(driver, ".webmap .cluster, .webmap .sign-mark, .webmap path.area", 60)
        signs = len(driver.find_elements(By.CSS_SELECTOR, ".webmap .cluster"))
        most = max(most, signs)
        if not signs:
            break
        driver.execute_script("document.querySelector('.webmap .cluster').click()")
        driver.implicitly_wait(0)
        driver.execute_async_script("setTimeout(arguments[arguments.length - 1], 1200)")
    expect(0 < most <= 200, "speed", f"{most} symbols in a view")
    tell(16, f"{GIVEN['many_count']} relics: at most {most} symbols a view (at most 200)")
