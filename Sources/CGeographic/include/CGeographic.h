// Lines on the ellipsoid of WGS 84 and the transverse Mercator projection of CGCS2000, by C. F. F. Karney's
// GeographicLib. Angles are in degrees, lengths in metres; bearings run clockwise from north, -180 ... 180.
#ifndef CGEOGRAPHIC_H
#define CGEOGRAPHIC_H

#ifdef __cplusplus
extern "C" {
#endif

// The length of the shortest line between two positions.
double geographic_distance(
  double latitude1, double longitude1, double latitude2, double longitude2);

// The shortest line between two positions: its length, and its bearing at the start.
typedef struct {
  double metres;
  double bearing;
} geographic_way;
geographic_way geographic_inverse(
  double latitude1, double longitude1, double latitude2, double longitude2);

// A position, and the bearing of the line that leads to it.
typedef struct {
  double latitude;
  double longitude;
  double bearing;
} geographic_place;
geographic_place geographic_direct(
  double latitude, double longitude, double bearing, double metres);

// A line on which many places are asked for; it is made, asked and given back.
typedef struct geographic_line geographic_line;
geographic_line *geographic_line_make(double latitude, double longitude, double bearing);
geographic_place geographic_line_place(const geographic_line *line, double metres);
void geographic_line_free(geographic_line *line);

// The plane position of a position, with a scale of 1 on the central meridian, and back.
typedef struct {
  double east;
  double north;
} geographic_grid;
geographic_grid geographic_project(double meridian, double latitude, double longitude);
geographic_place geographic_unproject(double meridian, double east, double north);

// The area on the ellipsoid inside a ring of geodesics, the last corner joined to the first: square metres,
// positive where the ring runs counter-clockwise.
double geographic_area(int count, const double *latitudes, const double *longitudes);

#ifdef __cplusplus
}
#endif

#endif
