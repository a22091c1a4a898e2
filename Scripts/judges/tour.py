"""Reads a plan as other programs do. usage: tour.py gpx|kml|ics FILE"""
import sys

kind, path = sys.argv[1:]
if kind == "gpx":
    import gpxpy

    with open(path, encoding="utf-8") as file:
        gpx = gpxpy.parse(file)
    points = [point for route in gpx.routes for point in route.points]
    names = [point.name for point in points if point.type == "visit"]
    print(f"{len(gpx.routes)} routes, {len(points)} points:", " | ".join(names[:2]))
elif kind == "kml":
    from fastkml import Folder, KML, Placemark
    from fastkml.utils import find_all

    kml = KML.parse(path)
    folders = list(find_all(kml, of_type=Folder))
    placemarks = list(find_all(kml, of_type=Placemark))
    names = [place.name for place in placemarks if place.name.startswith("1.")]
    print(f"{len(folders)} folders, {len(placemarks)} placemarks:", " | ".join(names))
else:
    from icalendar import Calendar

    with open(path, "rb") as file:
        calendar = Calendar.from_ical(file.read())
    events = calendar.walk("VEVENT")
    starts = [event.decoded("DTSTART") for event in events]
    zone = starts[0].strftime("%z")
    names = [str(event["SUMMARY"]) for event in events[:2]]
    ids = {str(event["UID"]) for event in events}
    print(f"{len(events)} events, {len(ids)} ids, {zone}:", *names[:1], "|", names[1], "|",
          starts[0].isoformat())
