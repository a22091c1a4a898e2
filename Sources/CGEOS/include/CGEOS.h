// GEOS, which lays one area over another. It is opened when it is needed; SpatiaLite brings it.
//
// The functions are declared here, so that nothing of the library is needed to build: their types are
// those of its C interface, which has kept them since version 3.5.
#include <stddef.h>

typedef struct geos_context geos_context;
typedef struct geos_shape geos_shape;
typedef struct geos_points geos_points;
typedef struct geos_prepared geos_prepared;

#define FUNCTIONS(F) \
  F(geos_context *, GEOS_init_r, (void)) \
  F(void, GEOS_finish_r, (geos_context *)) \
  F(geos_points *, GEOSCoordSeq_create_r, (geos_context *, unsigned int, unsigned int)) \
  F(int, GEOSCoordSeq_setX_r, (geos_context *, geos_points *, unsigned int, double)) \
  F(int, GEOSCoordSeq_setY_r, (geos_context *, geos_points *, unsigned int, double)) \
  F(int, GEOSCoordSeq_getX_r, (geos_context *, const geos_points *, unsigned int, double *)) \
  F(int, GEOSCoordSeq_getY_r, (geos_context *, const geos_points *, unsigned int, double *)) \
  F(int, GEOSCoordSeq_getSize_r, (geos_context *, const geos_points *, unsigned int *)) \
  F(geos_shape *, GEOSGeom_createLinearRing_r, (geos_context *, geos_points *)) \
  F(geos_shape *, GEOSGeom_createPolygon_r, \
    (geos_context *, geos_shape *, geos_shape **, unsigned int)) \
  F(geos_shape *, GEOSGeom_createCollection_r, (geos_context *, int, geos_shape **, unsigned int)) \
  F(void, GEOSGeom_destroy_r, (geos_context *, geos_shape *)) \
  F(geos_shape *, GEOSIntersection_r, (geos_context *, const geos_shape *, const geos_shape *)) \
  F(geos_shape *, GEOSDifference_r, (geos_context *, const geos_shape *, const geos_shape *)) \
  F(geos_shape *, GEOSUnaryUnion_r, (geos_context *, const geos_shape *)) \
  F(geos_shape *, GEOSBuffer_r, (geos_context *, const geos_shape *, double, int)) \
  F(int, GEOSArea_r, (geos_context *, const geos_shape *, double *)) \
  F(int, GEOSDistance_r, (geos_context *, const geos_shape *, const geos_shape *, double *)) \
  F(char, GEOSIntersects_r, (geos_context *, const geos_shape *, const geos_shape *)) \
  F(geos_shape *, GEOSGeomFromWKB_buf_r, (geos_context *, const unsigned char *, size_t)) \
  F(char, GEOSContains_r, (geos_context *, const geos_shape *, const geos_shape *)) \
  F(char, GEOSCrosses_r, (geos_context *, const geos_shape *, const geos_shape *)) \
  F(char, GEOSEquals_r, (geos_context *, const geos_shape *, const geos_shape *)) \
  F(char, GEOSOverlaps_r, (geos_context *, const geos_shape *, const geos_shape *)) \
  F(char, GEOSTouches_r, (geos_context *, const geos_shape *, const geos_shape *)) \
  F(const geos_prepared *, GEOSPrepare_r, (geos_context *, const geos_shape *)) \
  F(void, GEOSPreparedGeom_destroy_r, (geos_context *, const geos_prepared *)) \
  F(char, GEOSPreparedContains_r, (geos_context *, const geos_prepared *, const geos_shape *)) \
  F(char, GEOSPreparedIntersects_r, (geos_context *, const geos_prepared *, const geos_shape *)) \
  F(char, GEOSRelatePattern_r, \
    (geos_context *, const geos_shape *, const geos_shape *, const char *)) \
  F(char, GEOSisValid_r, (geos_context *, const geos_shape *)) \
  F(char *, GEOSisValidReason_r, (geos_context *, const geos_shape *)) \
  F(void, GEOSFree_r, (geos_context *, void *)) \
  F(int, GEOSGeomTypeId_r, (geos_context *, const geos_shape *)) \
  F(int, GEOSGetNumGeometries_r, (geos_context *, const geos_shape *)) \
  F(const geos_shape *, GEOSGetGeometryN_r, (geos_context *, const geos_shape *, int)) \
  F(const geos_shape *, GEOSGetExteriorRing_r, (geos_context *, const geos_shape *)) \
  F(int, GEOSGetNumInteriorRings_r, (geos_context *, const geos_shape *)) \
  F(const geos_shape *, GEOSGetInteriorRingN_r, (geos_context *, const geos_shape *, int)) \
  F(const geos_points *, GEOSGeom_getCoordSeq_r, (geos_context *, const geos_shape *))

// The functions that are called.
typedef struct {
#define F(result, name, arguments) result (*name) arguments;
  FUNCTIONS(F)
#undef F
} geos_functions;

// Fills the structure from the opened library; the name of the first function that it lacks, or NULL.
const char *geos_find(void *library, geos_functions *functions);
