"""Checks the pages of running servers in Chromium, as 20 checks.

usage: browser.py FOLDER lixian=ADDRESS test=ADDRESS staff=ADDRESS away=ADDRESS away_pid=PID away_file=FILE
       county=ADDRESS many=ADDRESS tiles=ADDRESS token=TEXT outline=FILE [NAME...]

Pictures go to FOLDER. NAMEs, of those in `steps`, run those steps alone.

 1 console and requests   2 search by words        3 counts agree           4 the address holds the state
 5 list and map           6 honest places          7 keyboard alone         8 axe
 9 320 px and 400 %      10 no script             11 tours                 12 print
13 no network            14 two languages         15 hostile names         16 speed
17 base maps             18 frames                19 faults                20 pictures
"""
import sys

import finding
import maps
import papers
import staying
import timing
import touring
import views
from browserkit import browser, counts, faults, quiet, tell, told


def steps():
    return {
        "views": views.all_views, "languages": views.languages, "narrow": views.narrow,
        "search": finding.search, "counts": finding.counted, "state": finding.state, "keyboard": finding.keyboard,
        "no-script": finding.without_scripts, "both-ways": maps.both_ways, "honest": maps.honest,
        "drawing": maps.drawing, "base-maps": maps.base_maps, "tour": touring.tour, "print": papers.printed,
        "hostile": papers.hostile, "frames": papers.frames, "faults": papers.fault_pages, "speed": timing.speed,
        "kept": staying.kept,
    }


chosen = [name for name in sys.argv[2:] if "=" not in name]
unknown = set(chosen) - set(steps())
if unknown:
    raise SystemExit(f"no step {unknown}; there are {', '.join(steps())}")
for name, step in steps().items():
    if chosen and name not in chosen:
        continue
    driver = browser()
    try:
        step(driver)
        quiet(driver, name, name in ("faults", "kept", "frames"))
    except Exception as fault:  # One step that breaks off is a fault; the others go on.
        faults.append(name)
        print("FAULT", name, type(fault).__name__, str(fault)[:600], flush=True)
    finally:
        driver.quit()
    print("step", name, flush=True)
tell(1, f"{counts['requests']} requests, all to this machine; {counts['messages']} messages of the console")
if counts["pages"]:
    tell(8, f"{counts['pages']} views, {counts['rules']} rules of axe kept")
tell(20, f"{counts['pictures']} pictures")
for number in range(1, 21):
    if number not in told and not chosen:
        faults.append(f"check {number}")
    for figure in told.get(number, [] if chosen else ["NOT DONE"]):
        print(f"{number:2} {figure}")
print(len(faults), "faults")
raise SystemExit(1 if faults else 0)
