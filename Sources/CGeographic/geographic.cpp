#include "CGeographic.h"

#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/GeodesicLine.hpp>
#include <GeographicLib/PolygonArea.hpp>
#include <GeographicLib/TransverseMercator.hpp>

using GeographicLib::Geodesic;
using GeographicLib::GeodesicLine;
using GeographicLib::TransverseMercator;

struct geographic_line {
  GeodesicLine line;
};

// Made by the first call: the program's start pays for neither.
static const Geodesic &wgs84() {
  static const Geodesic geodesic(6378137, 1 / 298.257223563);
  return geodesic;
}

static const TransverseMercator &cgcs2000() {
  static const TransverseMercator projection(6378137, 1 / 298.257222101, 1);
  return projection;
}

double geographic_distance(
  double latitude1, double longitude1, double latitude2, double longitude2
) {
  double metres;
  wgs84().Inverse(latitude1, longitude1, latitude2, longitude2, metres);
  return metres;
}

geographic_way geographic_inverse(
  double latitude1, double longitude1, double latitude2, double longitude2
) {
  double metres, bearing, arrival;
  wgs84().Inverse(latitude1, longitude1, latitude2, longitude2, metres, bearing, arrival);
  return {metres, bearing};
}

geographic_place geographic_direct(
  double latitude, double longitude, double bearing, double metres
) {
  geographic_place place;
  wgs84().Direct(
    latitude, longitude, bearing, metres, place.latitude, place.longitude, place.bearing);
  return place;
}

geographic_line *geographic_line_make(double latitude, double longitude, double bearing) {
  return new geographic_line{wgs84().Line(
    latitude, longitude, bearing,
    Geodesic::LATITUDE | Geodesic::LONGITUDE | Geodesic::AZIMUTH | Geodesic::DISTANCE_IN)};
}

geographic_place geographic_line_place(const geographic_line *line, double metres) {
  geographic_place place;
  line->line.Position(metres, place.latitude, place.longitude, place.bearing);
  return place;
}

void geographic_line_free(geographic_line *line) { delete line; }

geographic_grid geographic_project(double meridian, double latitude, double longitude) {
  geographic_grid grid;
  cgcs2000().Forward(meridian, latitude, longitude, grid.east, grid.north);
  return grid;
}

geographic_place geographic_unproject(double meridian, double east, double north) {
  geographic_place place;
  cgcs2000().Reverse(meridian, east, north, place.latitude, place.longitude);
  place.bearing = 0;
  return place;
}

double geographic_area(int count, const double *latitudes, const double *longitudes) {
  GeographicLib::PolygonArea ring(wgs84());
  for (int i = 0; i < count; i++) ring.AddPoint(latitudes[i], longitudes[i]);
  double perimeter, area;
  ring.Compute(false, true, perimeter, area);
  return area;
}
