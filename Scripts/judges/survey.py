"""Walks through the review of a survey in Chromium and writes it. usage: survey.py ADDRESS FOLDER

ADDRESS serves Lixian with a survey that was made for this; JavaScript is switched off. Pictures go to FOLDER.
"""
import pathlib
import sys

from selenium import webdriver
from selenium.webdriver.common.by import By

address, folder = sys.argv[1].rstrip("/"), pathlib.Path(sys.argv[2])
options = webdriver.ChromeOptions()
options.binary_location = "/usr/bin/chromium"
for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                 "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--window-size=1100,1400"]:
    options.add_argument(argument)
options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
driver = webdriver.Chrome(options, webdriver.ChromeService("/usr/bin/chromedriver"))


def text():
    return driver.find_element(By.TAG_NAME, "body").text


def press(selector):
    before = driver.find_element(By.TAG_NAME, "html")
    driver.find_element(By.CSS_SELECTOR, selector).click()
    for _ in range(100):
        try:
            before.is_enabled()
        except Exception:
            return


try:
    driver.get(f"{address}/zh/staff/survey")
    driver.find_element(By.ID, "who").send_keys("王芳")
    driver.find_element(By.ID, "token").send_keys("open sesame")
    press("form.fields button")
    assert "/staff/survey" in driver.current_url, driver.current_url
    seen, decided = [], []
    while not driver.current_url.endswith("/apply"):
        assert len(seen) < 200, "the walk does not end"
        number = driver.find_element(By.ID, "entry").text.split(" ")[0]
        assert number not in seen, f"entry {number} comes twice"
        seen.append(number)
        if len(seen) == 1:
            driver.save_screenshot(str(folder / "entry.png"))
        buttons = driver.find_elements(By.CSS_SELECTOR, "form.fields button[name=decision]")
        words = [button.get_attribute("value") for button in buttons]
        if words == ["gone"]:
            # Nothing is kept without a reason.
            if not decided or decided[-1] != "gone":
                press("button[value=gone]")
                assert driver.find_elements(By.CSS_SELECTOR, "[role=alert]"), text()
            driver.find_element(By.ID, "reason").send_keys("修路拆除")
        if driver.find_elements(By.ID, "reason") and words != ["gone"]:
            driver.find_element(By.ID, "reason").send_keys("实地核定")
        decided.append(words[0])
        press(f"form.fields button[value={words[0]}]")
    driver.save_screenshot(str(folder / "apply.png"))
    assert {"new", "gone", "same", "split", "merged"} <= set(decided), decided
    driver.find_element(By.ID, "why").send_keys("四普核对")
    press("form.fields button")
    assert driver.find_elements(By.CSS_SELECTOR, "[role=status]"), text()
    driver.save_screenshot(str(folder / "written.png"))
    print("walked", len(seen), "entries:", {word: decided.count(word) for word in sorted(set(decided))})
finally:
    driver.quit()
