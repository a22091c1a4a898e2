"""Asks a running server what other people's programs ask it. usage: features.py CHECK ADDRESS

CHECK is owslib, openapi, schemas, geojson or cases; prints what was seen, and fails where a program objects.
"""
import json
import subprocess
import sys
import tempfile
import urllib.request

check, address = sys.argv[1], sys.argv[2].rstrip("/")


def get(path):
    """A document of the server as it is sent to a program that takes anything."""
    with urllib.request.urlopen(path if path.startswith("http") else address + path) as answer:
        return json.load(answer)


def names():
    return [collection["id"] for collection in get("/collections")["collections"]]


def pages(path):
    """All pages of a collection, by their next links."""
    while path:
        page = get(path)
        yield page
        path = next((link["href"] for link in page["links"] if link["rel"] == "next"), None)


def owslib():
    """OWSLib finds every collection, its queryables, and its features by limit, bbox and filter."""
    from owslib.ogcapi.features import Features

    client = Features(address)
    assert client.feature_collections() == names(), client.feature_collections()
    assert any(name.endswith("features-1/1.0/conf/core") for name in client.conformance()["conformsTo"])
    assert client.api()["openapi"].startswith("3.0")
    for name in names():
        items = client.collection_items(name, limit=3)
        assert len(items["features"]) == min(3, items["numberMatched"]), name
        assert client.collection_queryables(name)["properties"], name
        for item in items["features"]:
            assert client.collection_item(name, item["id"])["properties"] == item["properties"], name
    sites = client.collection_items("sites", bbox=[111.6, 29.6, 111.8, 29.8], limit=100)
    assert sites["features"] and sites["numberMatched"] == len(sites["features"])
    national = client.collection_items("sites", protection_level="national")
    filtered = client.collection_items("sites", filter="protection_level = 'national'")
    assert national["numberMatched"] == filtered["numberMatched"] > 0
    print("owslib", len(names()), "collections,", national["numberMatched"], "national")


def openapi():
    """The description is OpenAPI 3.0."""
    from openapi_spec_validator import OpenAPIV30SpecValidator

    document = get("/api")
    faults = [fault.message for fault in OpenAPIV30SpecValidator(document).iter_errors()]
    assert not faults, faults
    print("openapi", len(document["paths"]), "paths")


def schemas():
    """Queryables, schemas and sortables are JSON Schema, and each feature is what its schema says."""
    from jsonschema import Draft202012Validator

    count = 0
    for name in names():
        kinds = ["queryables", "schema"] + (["sortables"] if name == "sites" else [])
        for kind in kinds:
            document = get(f"/collections/{name}/{kind}")
            Draft202012Validator.check_schema(document)
            assert document["$id"] == f"{address}/collections/{name}/{kind}", document["$id"]
        properties = {key: value for key, value in get(f"/collections/{name}/schema")["properties"].items()
                      if not value.get("format", "").startswith("geometry-")}
        validator = Draft202012Validator({"type": "object", "properties": properties,
                                          "additionalProperties": False})
        for page in pages(f"/collections/{name}/items?limit=1000"):
            for feature in page["features"]:
                # A property without a value is null in GeoJSON; its schema says what a value is.
                values = {key: value for key, value in feature["properties"].items() if value is not None}
                faults = [f"{feature['id']} {list(fault.path)}: {fault.message}"
                          for fault in validator.iter_errors(values)]
                assert not faults, faults
                count += 1
    print("schemas", count, "features")


def geojson():
    """Every page of every collection is GeoJSON (RFC 7946)."""
    import geojson_validator

    count = 0
    for name in names():
        for page in pages(f"/collections/{name}/items?limit=20"):
            faults = geojson_validator.validate_structure(page)
            assert not faults, (name, faults)
            placed = dict(page, features=[item for item in page["features"] if item["geometry"]])
            faults = geojson_validator.validate_geometries(placed)["invalid"]
            assert not faults, (name, faults)
            count += len(page["features"])
    print("geojson", count, "features")


def cases():
    """Schemathesis asks what the description allows and what it forbids, always the same."""
    document = get("/api")
    for path in document["paths"].values():
        for parameter in path["get"]["parameters"]:
            # A limit above the greatest is answered with the greatest, as the standard wants it.
            if parameter["name"] == "limit":
                del parameter["schema"]["maximum"]
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(document, file)
        file.flush()
        # What no schema says, such as the grammar of a filter, makes an allowed request a wrong one.
        run = subprocess.run(
            [sys.executable, "-m", "schemathesis.cli", "run", file.name, "--url", address, "--no-color",
             "--generation-deterministic", "--max-examples", "3", "--phases", "coverage,fuzzing",
             "--exclude-checks", "positive_data_acceptance", "--max-failures", "40"],
            capture_output=True, text=True, cwd=tempfile.gettempdir())
    assert run.returncode == 0, run.stdout[-6000:] + run.stderr[-2000:]
    print("cases", len(document["paths"]), "paths")


{"owslib": owslib, "openapi": openapi, "schemas": schemas, "geojson": geojson, "cases": cases}[check]()
