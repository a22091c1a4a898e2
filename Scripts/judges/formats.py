"""Reads one export in every format with the readers that people use, and compares it with its JSON lines.

usage: formats.py FOLDER      the folder holds sites.jsonl, sites.csv, sites.tsv, sites.geojson,
                              sites.geojsonseq, sites.xlsx, sites.gpkg, sites.kml and sites.gpx
prints for each format how many relics it has and what is compared
"""
import csv
import json
import pathlib
import sqlite3
import sys

import gpxpy
import openpyxl
import pandas
from fastkml import kml
from fastkml.containers import Folder
from fastkml.features import Placemark

folder = pathlib.Path(sys.argv[1])


def text(value):
    """A value as every table writes it."""
    if value is None or (isinstance(value, float) and value != value):
        return ""
    if isinstance(value, list):
        if any(isinstance(v, dict) or ";" in v or v.startswith("[") for v in value):
            return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return ";".join(value)
    if isinstance(value, (int, float)):
        return f"{value:.7f}".rstrip("0").rstrip(".")
    return str(value)


def restored(cell):
    """A cell of CSV without the apostrophe that keeps it from running."""
    rest = cell.lstrip("'")
    return cell[1:] if cell.startswith("'") and rest[:1] in tuple("=+-@\t\r") and rest else cell


with open(folder / "sites.jsonl", encoding="utf-8") as file:
    truth = [json.loads(line) for line in file]
fields = list(truth[0])
numbers = {"lon", "lat", "coord_accuracy_m", "period_start", "period_end", "area_m2", "found_year",
           "batch_year"}
expected = [{key: text(site[key]) for key in fields} for site in truth]
located = [site for site in expected if site["lon"]]


def number(value):
    return text(float(value)) if value else ""


def compare(name, rows, against=expected, keys=fields):
    assert len(rows) == len(against), (name, len(rows), len(against))
    for row, site in zip(rows, against):
        for key in keys:
            found = row[key]
            if key in numbers:
                found = number(found)
            assert found == site[key], (name, site["code"], key, found, site[key])
    print(name, len(rows), "relics,", len(keys), "fields")


def flat(text_of_field):
    return "".join(" " if c in "\t\n\r" else c for c in text_of_field)


with open(folder / "sites.csv", encoding="utf-8", newline="") as file:
    reader = csv.DictReader(file)
    assert reader.fieldnames == fields
    compare("csv", [{k: v if k in numbers else restored(v) for k, v in row.items()}
                    for row in reader])
with open(folder / "sites.tsv", encoding="utf-8", newline="") as file:
    rows = list(csv.reader(file, delimiter="\t"))
    assert rows[0] == fields
    compare("tsv", [{k: v if k in numbers else restored(v) for k, v in zip(fields, row)}
                    for row in rows[1:]],
            [{k: flat(v) for k, v in site.items()} for site in expected])

sheet = openpyxl.load_workbook(folder / "sites.xlsx").worksheets[0]
rows = list(sheet.iter_rows(values_only=True))
assert list(rows[0]) == fields
compare("openpyxl", [{k: text(v) for k, v in zip(fields, row)} for row in rows[1:]])
table = pandas.read_excel(folder / "sites.xlsx", keep_default_na=False, na_values=[""],
                          dtype={k: str for k in fields if k not in numbers})
assert list(table.columns) == fields
compare("pandas", [{k: text(v) for k, v in row.items()} for row in table.to_dict("records")])


def features(name, found):
    keys = [key for key in fields if key not in ("lon", "lat")]
    for feature, site in zip(found, expected):
        assert list(feature["properties"]) == keys
        geometry = feature["geometry"]
        position = [text(v) for v in geometry["coordinates"]] if geometry else ["", ""]
        assert position == [site["lon"], site["lat"]], (name, site["code"], position)
    compare(name, [{k: text(v) for k, v in feature["properties"].items()} for feature in found],
            keys=keys)


with open(folder / "sites.geojson", encoding="utf-8") as file:
    features("geojson", json.load(file)["features"])
data = (folder / "sites.geojsonseq").read_bytes()
records = data.split(b"\x1e")
assert records[0] == b"" and all(record.endswith(b"\n") for record in records[1:])
features("geojsonseq", [json.loads(record) for record in records[1:]])

database = sqlite3.connect(folder / "sites.gpkg")
database.row_factory = sqlite3.Row
keys = [key for key in fields if key not in ("lon", "lat")]
rows = [dict(row) for row in database.execute("SELECT * FROM relic ORDER BY fid")]
assert list(rows[0]) == ["fid", "geom"] + keys
compare("gpkg", [{k: text(v) for k, v in row.items()} for row in rows], keys=keys)


def placemarks(parent):
    for feature in parent.features:
        if isinstance(feature, Placemark):
            yield feature
        else:
            yield from placemarks(feature)


document = kml.KML.parse(folder / "sites.kml").features[0]
found = {}
for place in document.features:
    assert isinstance(place, Folder)
    for mark in placemarks(place):
        data = {item.name: item.value for item in mark.extended_data.elements}
        row = {key: data.get(key, "") for key in keys}
        if mark.geometry:
            row["lon"], row["lat"] = (text(v) for v in mark.geometry.coords[0][:2])
        else:
            row["lon"] = row["lat"] = ""
        found[row["code"]] = row
assert len(document.features) == 1
assert list(found) == [site["code"] for site in expected]
compare("kml", list(found.values()))

with open(folder / "sites.gpx", encoding="utf-8") as file:
    points = gpxpy.parse(file).waypoints
compare("gpx", [{"code": p.comment, "lon": text(p.longitude), "lat": text(p.latitude),
                 "protection_level": p.type, "coord_source": p.source or ""} for p in points],
        located, ["code", "lon", "lat", "protection_level", "coord_source"])
