"""Paper, hostile names, frames and faults in Chromium: checks 12, 15, 18 and 19."""
import base64
import os
import subprocess
import unicodedata
import urllib.error
import urllib.request
import xml.etree.ElementTree

from selenium.webdriver.common.by import By

from browserkit import ADDRESS, AWAY, FOLDER, GIVEN, TEST, TILES, expect, look, quiet, settle, tell, text_of, until
from maps import strange_server

# What is wider than its paper: a table that must be scrolled cannot be scrolled there.
CLIPPED = """return [...document.querySelectorAll('main, .scroll, table, figure')]
  .filter(e => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0)
  .map(e => e.outerHTML.slice(0, 60) + ` ${e.scrollWidth} > ${e.clientWidth}`)"""
HOSTILE = "<img src=x onerror=window.__xss=1>"


def printed(driver):
    """Check 12: paper has the map, its legend, the names, and a code that leads back; nothing is cut off."""
    read = set()
    for name, path, words in [
            ("relic", "/zh/sites/LX-0001", ["城头山遗址", "± 300 m"]),
            ("search", "/zh/search?level=national", ["城头山遗址", "花瓦寺塔"]),
            ("gazetteer", "/zh/print?level=national", ["城头山遗址", "花瓦寺塔", "图例", "圆：文物点在圆内某处"]),
            ("tour", "/zh/tour?stops=LX-0001,LX-0004&date=2026-12-05", ["城头山遗址", "余家牌坊"]),
            ("check", "/zh/check?at=111.656,29.692&radius=500m", ["城头山遗址"]), ("stats", "/zh/stats", ["级别"])]:
        look(driver, 794, 1123, media="print")
        driver.get(ADDRESS + path)
        settle(driver)
        for clipped in driver.execute_script(CLIPPED):
            expect(False, "print", f"{name}: clipped {clipped}")
        maps = driver.execute_script("return [...document.querySelectorAll('figure.map img')]"
                                     ".filter(e => e.checkVisibility() && e.naturalWidth > 0).length")
        expect(maps or name == "stats", "print", f"{name} has no map")
        file = FOLDER / f"{name}.pdf"
        data = driver.execute_cdp_cmd("Page.printToPDF", {"paperWidth": 8.27, "paperHeight": 11.69,
                                                          "preferCSSPageSize": True})
        file.write_bytes(base64.b64decode(data["data"]))
        text = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True).stdout
        for word in words:
            expect(letters(word) in letters(text), "print", f"{name} lacks {word}")
        read |= codes(file, name)
    for code in ["LX-0001", "LX-0011"]:
        expect(f"{ADDRESS}/r/{code}" in read, "print", f"no code leads to {code}")
    for address in sorted(read):
        with urllib.request.urlopen(urllib.request.Request(address, headers={"Accept": "text/html"})) as answer:
            expect("/sites/" in answer.url, "print", f"{address} leads to {answer.url}")
    tell(12, f"6 papers with map, legend and names, nothing clipped; {len(read)} QR codes read back and followed")


def letters(text):
    """The characters without blanks; a drawing's text has radicals where it means characters."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def codes(file, name):
    """The addresses that zbar reads from the pages of a document."""
    if name not in ("relic", "gazetteer"):
        return set()
    subprocess.run(["pdftoppm", "-r", "150", "-png", file, FOLDER / f"{name}-page"], check=True)
    pages = sorted(FOLDER.glob(f"{name}-page*.png"))
    run = subprocess.run(["zbarimg", "--quiet", "--raw", *pages], capture_output=True, text=True)
    return set(run.stdout.split())


def hostile(driver):
    """Check 15: a name that is code stands as text everywhere."""
    look(driver, 1280)
    pages = ["", "/search", "/search?q=img", "/sites/T-1", "/browse/level", "/print", "/stats", "/legend",
             "/tour?stops=T-1,T-4&date=2026-12-08", "/tour?add=img", "/check?at=111.5,29.5&radius=2km&name=" + HOSTILE,
             "/map.svg", "/sites/T-1.svg", "/check.svg?at=111.5,29.5&radius=2km"]
    for lang in ["zh", "en"]:
        for path in pages:
            driver.get(f"{TEST}/{lang}{path}")
            settle(driver)
            for opener in driver.find_elements(By.CSS_SELECTOR, ".webmap .leaflet-interactive[role=button]")[:3]:
                driver.execute_script("arguments[0].dispatchEvent(new MouseEvent('click', {bubbles: true}))", opener)
            expect(driver.execute_script("return typeof window.__xss") == "undefined", path, "the name ran")
            expect(not driver.find_elements(By.CSS_SELECTOR, "img[onerror]"), path, "the name is an element")
            quiet(driver, f"hostile {path}")
    driver.get(f"{TEST}/zh/search?q=img")
    expect(HOSTILE in driver.find_element(By.CSS_SELECTOR, "ol.hits").text, "hostile", "not as text")
    until(driver, "ol.hits li button.plain")[0].click()
    expect(HOSTILE in driver.find_element(By.CSS_SELECTOR, ".leaflet-popup").text, "hostile", "not as text in a popup")
    items = f"{TEST}/collections/sites/items"
    files = [f"{items}?f=kml", f"{items}?f=gpx", f"{TEST}/zh/map.svg", f"{TEST}/zh/sites/T-1.svg", f"{TEST}/zh/stats/level.svg",
             f"{TEST}/zh/tour?stops=T-1,T-4&date=2026-12-08&f=gpx", f"{TEST}/zh/tour?stops=T-1,T-4&date=2026-12-08&f=kml"]
    for file in files:
        try:
            names = {element.tag.rsplit("}", 1)[-1] for element in xml.etree.ElementTree.fromstring(text_of(file)).iter()}
        except urllib.error.HTTPError as fault:
            expect("/stats/" in file, file, f"{fault.code}")
            continue
        expect("img" not in names, file, "the name is an element")
    fault = problem(f"{TEST}/zh/search?level={urllib.request.quote(HOSTILE)}")[1]
    expect("<img src=x" not in fault and "&lt;img" in fault, "hostile", "a fault repeats the name as markup")
    tell(15, f"{2 * len(pages)} pages with popups, {len(files)} files and a fault: text everywhere")


def frames(driver):
    """Check 18: what is made for frames is shown in one of another origin, and no other page is."""
    shown, refused = ["/embed/sites/LX-0001", "/embed/search?level=national"], [
        "/zh", "/zh/sites/LX-0001", "/zh/search", "/zh/tour", "/zh/check", "/zh/stats", "/zh/data", "/zh/nothing",
        "/collections?f=html", "/offline"]
    with strange_server():
        for path in shown + refused:
            driver.get(f"{TILES}/frame{path}")
            driver.switch_to.frame(0)
            found = driver.find_elements(By.CSS_SELECTOR, "main h1")
            expect(bool(found) == (path in shown), "frame", path)
            driver.switch_to.default_content()
    # The refusals are messages of the console.
    driver.get_log("browser")
    tell(18, f"{len(shown)} pages in a frame of another origin, {len(refused)} refuse")


def problem(address):
    """Status, text and headers of a fault."""
    try:
        urllib.request.urlopen(urllib.request.Request(address, headers={"Accept": "text/html"}))
    except urllib.error.HTTPError as fault:
        return fault.code, fault.read().decode(), fault.headers
    return 200, "", {}


def fault_pages(driver):
    """Check 19: a fault is readable, in the language, with the headers of every page, and leads back."""
    look(driver, 390, 844)
    usual = {}
    for base in [ADDRESS, AWAY]:
        with urllib.request.urlopen(f"{base}/zh") as page:
            usual[base] = {name: page.headers[name] for name in [
                "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"]}
    asked = [(ADDRESS, "/zh/nothing", 404), (ADDRESS, "/en/search?levle=x", 400), (ADDRESS, "/zh/sites/LX-9999", 404),
             (ADDRESS, "/collections/sites/items?bbox=1&f=html&lang=en", 400), (AWAY, "/en/search?q=a", 503),
             (AWAY, "/zh/sites/LX-0001", 503)]
    # A register that is away for a moment.
    gone = GIVEN["away_file"] + ".moved"
    for base, path, status in asked:
        if base == AWAY:
            os.rename(GIVEN["away_file"], gone)
        try:
            code, text, headers = problem(base + path)
            expect(code == status, path, str(code))
            for name, value in usual[base].items():
                expect(headers.get(name) == value, path, f"{name}: {headers.get(name)}")
            driver.get(base + path)
            html = driver.find_element(By.TAG_NAME, "html").get_attribute("lang")
            expect(html == ("en" if "en" in path.split("/")[1] or "lang=en" in path else "zh-Hans"), path, html)
            back = driver.find_element(By.CSS_SELECTOR, "main a[href]:last-of-type, main p:last-child a")
            address = back.get_attribute("href")
        finally:
            if base == AWAY:
                os.rename(gone, GIVEN["away_file"])
        driver.get(address)
        expect("/search" in driver.page_source and driver.find_elements(By.ID, "q"), path, f"no way back: {address}")
    # A fault's own status is an error of the browser's console.
    quiet(driver, "faults", is_fault=True)
    tell(19, f"{len(asked)} faults (400, 404, 503) in their language, with the same headers and a way back")
