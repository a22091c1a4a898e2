"""Opens the collections of a running server in QGIS, without a screen.

usage: weblayers.py ADDRESS     to be run by the python3 of the system, which has qgis.core
prints for each collection its features, those of a filter and those of a box
"""
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import (QgsApplication, QgsDataSourceUri, QgsFeatureRequest, QgsRectangle,  # noqa: E402
                       QgsVectorLayer)

application = QgsApplication([], False)
application.initQgis()
for name in sys.argv[2:] or ["sites", "designations", "townships", "groups", "intangible"]:
    uri = QgsDataSourceUri()
    uri.setParam("url", sys.argv[1].rstrip("/"))
    uri.setParam("typename", name)
    layer = QgsVectorLayer(uri.uri(False), name, "OAPIF")
    if not layer.isValid():
        print(f"{name} is not opened: {layer.error().message()}")
        continue
    features = sum(1 for _ in layer.getFeatures())
    box = QgsFeatureRequest().setFilterRect(QgsRectangle(111.6, 29.6, 111.8, 29.8))
    national = QgsFeatureRequest().setFilterExpression("\"protection_level\" = 'national'")
    found = [sum(1 for _ in layer.getFeatures(request)) for request in (box, national)]
    print(f"{name} {features} features, {found[0]} in the box, {found[1]} national")
sys.stdout.flush()
# QGIS's own end may wait for threads of its provider.
os._exit(0)
