"""Opens the layers of a register or a GeoPackage in QGIS and draws them, without a screen.

usage: layers.py FILE PICTURE.png     to be run by the python3 of the system, which has qgis.core
prints for each layer its features, how it is drawn, whether it has labels, and its aliases
"""
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import (QgsApplication, QgsMapRendererParallelJob, QgsMapSettings,  # noqa: E402
                       QgsDataSourceUri, QgsProject, QgsVectorLayer)
from qgis.PyQt.QtCore import QSize  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402

path, picture = sys.argv[1:]
application = QgsApplication([], False)
application.initQgis()


def layer(name):
    """A layer as QGIS opens it, with the style that the file has for it."""
    if path.endswith(".gpkg"):
        found = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    else:
        uri = QgsDataSourceUri()
        uri.setDatabase(path)
        uri.setDataSource("", name, "geom", "", "id" if name == "relic" else "")
        found = QgsVectorLayer(uri.uri(), name, "spatialite")
    return found


names = ["relic", "zone", "township", "river", "outline"]
layers = [found for found in map(layer, names) if found.isValid()]
for found in layers:
    QgsProject.instance().addMapLayer(found)
    aliases = [field.alias() for field in found.fields() if field.alias()]
    print(found.name(), found.featureCount(), found.crs().authid(), found.renderer().type(),
          "labels" if found.labelsEnabled() else "no labels", len(aliases), "aliases")
assert any(found.name() == "relic" for found in layers), "there is no layer relic"

settings = QgsMapSettings()
settings.setLayers(layers)
settings.setDestinationCrs(layers[0].crs())
settings.setBackgroundColor(QColor("white"))
settings.setOutputSize(QSize(1400, 1100))
settings.setOutputDpi(110)
county = [found for found in layers if found.name() == "outline"]
extent = layers[0].extent()
if county:
    county[0].selectByExpression("\"kind\" = 'county'")
    extent = county[0].boundingBoxOfSelected()
    county[0].removeSelection()
extent.scale(1.08)
settings.setExtent(extent)
job = QgsMapRendererParallelJob(settings)
job.start()
job.waitForFinished()
assert not job.errors(), [error.message for error in job.errors()]
image = job.renderedImage()
image.save(picture)
colours = set()
for x in range(0, image.width(), 2):
    for y in range(0, image.height(), 2):
        colours.add(image.pixelColor(x, y).name())
for level, colour in [("national", "#a3331f"), ("county outline", "#f7f2e4")]:
    print(level, "is drawn" if colour in colours else "is missing")
os._exit(0)
