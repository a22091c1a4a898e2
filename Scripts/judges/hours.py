"""Prints when places are open by OpenStreetMap's opening hours, as opening-hours-py evaluates them.

usage: hours.py FILE      the first line of the file has dates, each other line an expression
prints a line for each expression: for each date its openings, as in 08:00-12:00,13:00-18:00, or -
"""
import datetime
import sys

from opening_hours import OpeningHours

with open(sys.argv[1], encoding="utf-8") as file:
    dates, *expressions = file.read().splitlines()


def clock(moment, midnight):
    minutes = round((moment - midnight).total_seconds() / 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"


def openings(hours, date):
    midnight = datetime.datetime.fromisoformat(date)
    end = midnight + datetime.timedelta(days=1)
    spans = []
    for start, stop, state, _ in hours.intervals(midnight, end):
        if str(state) != "open":
            continue
        start, stop = max(start, midnight), min(stop, end)
        # A remark parts intervals that touch.
        if spans and spans[-1][1] == start:
            spans[-1][1] = stop
        else:
            spans.append([start, stop])
    return ",".join(f"{clock(a, midnight)}-{clock(b, midnight)}" for a, b in spans) or "-"


for expression in expressions:
    hours = OpeningHours(expression, country="CN")
    print(" ".join(openings(hours, date) for date in dates.split()))
