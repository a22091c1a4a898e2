#include "floor.h"

#include <CGeographic.h>
#include <math.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#define COLUMNS 29
#define RADIANS (M_PI / 180)
/* a(1 - e^2): no path on the ellipsoid is shorter than this times the angle on the unit sphere. */
static const double SMALLEST_RADIUS = 6378137.0 * (1 - 1 / 298.257223563) * (1 - 1 / 298.257223563);

struct floor_db {
  sqlite3 *handle;
  sqlite3_stmt *radius[2], *nearest[2];
};

/* The columns of a site, copied, with its distance. */
typedef struct {
  double metres;
  char *columns[COLUMNS];
} site;

#define SELECT(p) \
  "SELECT s.code, s.name_zh, s.name_en, s.category, s.subcategory_zh, s.protection_level, " \
  "s.level_basis, s.period_zh, s.period_start, s.period_end, s.culture_zh, t.name_zh, " \
  p "village, " p "address, " p "geom, " p "coord_accuracy_m, " p "coord_method, " p "coord_source, " \
  p "coord_verbatim, " p "coord_system, s.disclosure, s.area_m2, s.found_year, s.excavated, " \
  "s.provenance, s.confidence, s.summary_zh, s.summary_en, s.notes"
#define JOIN " r CROSS JOIN site s LEFT JOIN township t ON t.id = s.township_id "
#define BOX "WHERE r.xmin <= ? AND r.xmax >= ? AND r.ymin <= ? AND r.ymax >= ?"
#define BOUND "WHERE r.pkid MATCH floor_bound(?, ?, ?, ?)"
#define REST " AND s.id = r.pkid AND s.provenance <> 'stand_in'"
/* The positions that everybody may see, then those that staff alone may see. */
#define VISIBLE(columns, where) \
  SELECT("s.") columns " FROM idx_site_geom" JOIN where REST \
  " AND r.pkid NOT IN (SELECT site_id FROM exact_position)"
#define SENSITIVE(columns, where) \
  SELECT("e.") columns " FROM idx_exact_position_geom" JOIN \
  "JOIN exact_position e ON e.site_id = s.id " where REST
#define CORNERS ", r.xmin, r.xmax, r.ymin, r.ymax"
static const char *RADIUS[2] = {VISIBLE("", BOX), SENSITIVE("", BOX)};
static const char *NEAREST[2] = {VISIBLE(CORNERS, BOUND), SENSITIVE(CORNERS, BOUND)};

/* sin(x) >= x - x^3/6: no more than the haversine of an angle. */
static double least_haversine(double angle) {
  double half = angle / 2, sine = angle < 0.1 ? half - half * half * half / 6 : sin(half);
  return sine * sine;
}

/* No more than the haversine of the angle to any place in the box; origin: lon, lat, cos, sin. */
static double bound(const double *origin, const sqlite3_rtree_dbl *box) {
  double along = least_haversine(fmax(0, fmax(box[2] - origin[1], origin[1] - box[3])) * RADIANS);
  double from_west = origin[0] - box[0], width = box[1] - box[0];
  if (from_west < 0) from_west += 360;
  if (from_west >= 360) from_west -= 360;
  if (from_west <= width) return along;
  double across = fmax(0, fmin(360 - from_west, from_west - width)) * RADIANS;
  double beyond = (fmax(fabs(box[2]), fabs(box[3])) - fabs(origin[1])) * RADIANS;
  double square = beyond * beyond / 2;
  double cosine = fabs(beyond) < 0.1
    ? fmax(0, origin[2] * (1 - square) - origin[3] * beyond * (beyond < 0 ? 1 - square / 3 : 1))
    : cos(asin(origin[3]) + beyond);
  return along + origin[2] * cosine * least_haversine(across);
}

/* The haversine that no box passes which holds a place within so many metres. */
static double reaching(double metres) {
  double angle = (metres * (1 + 1e-9) + 1e-6) / SMALLEST_RADIUS, half = sin(angle / 2);
  return angle < M_PI ? half * half : INFINITY;
}

static int score(sqlite3_rtree_query_info *info) {
  info->rScore = bound(info->aParam, info->aCoord);
  info->eWithin = PARTLY_WITHIN;
  return SQLITE_OK;
}

floor_db *floor_open(const char *path) {
  floor_db *db = calloc(1, sizeof *db);
  if (sqlite3_open_v2(path, &db->handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK) return NULL;
  sqlite3_exec(db->handle, "PRAGMA mmap_size = 1073741824", NULL, NULL, NULL);
  sqlite3_rtree_query_callback(db->handle, "floor_bound", score, NULL, NULL);
  for (int i = 0; i < 2; i++)
    if (sqlite3_prepare_v2(db->handle, RADIUS[i], -1, &db->radius[i], NULL) != SQLITE_OK ||
        sqlite3_prepare_v2(db->handle, NEAREST[i], -1, &db->nearest[i], NULL) != SQLITE_OK)
      return NULL;
  return db;
}

void floor_close(floor_db *db) {
  for (int i = 0; i < 2; i++) {
    sqlite3_finalize(db->radius[i]);
    sqlite3_finalize(db->nearest[i]);
  }
  sqlite3_close(db->handle);
  free(db);
}

static double distance(sqlite3_stmt *row, double lon, double lat) {
  const unsigned char *blob = sqlite3_column_blob(row, 14);
  double x, y;
  memcpy(&x, blob + 43, 8);
  memcpy(&y, blob + 51, 8);
  return geographic_distance(lat, lon, y, x);
}

static site copied(sqlite3_stmt *row, double metres) {
  site site = {.metres = metres};
  for (int i = 0; i < COLUMNS; i++) {
    int bytes = sqlite3_column_bytes(row, i);
    const void *text = i == 14 ? sqlite3_column_blob(row, i) : sqlite3_column_text(row, i);
    if (!text) continue;
    site.columns[i] = malloc((size_t)bytes + 1);
    memcpy(site.columns[i], text, (size_t)bytes);
    site.columns[i][bytes] = 0;
  }
  return site;
}

static void release(site *site) {
  for (int i = 0; i < COLUMNS; i++) free(site->columns[i]);
}

static int nearer(const void *a, const void *b) {
  const site *x = a, *y = b;
  if (x->metres != y->metres) return x->metres < y->metres ? -1 : 1;
  return strcmp(x->columns[0], y->columns[0]);
}

static floor_answer answer(site *sites, int rows) {
  floor_answer answer = {rows, rows ? sites[rows - 1].metres : 0};
  for (int i = 0; i < rows; i++) release(&sites[i]);
  free(sites);
  return answer;
}

floor_answer floor_radius(floor_db *db, double lon, double lat, double metres) {
  double angle = metres / SMALLEST_RADIUS, high = angle / RADIANS;
  double wide = asin(fmin(1, sin(angle) / cos(lat * RADIANS))) / RADIANS;
  int rows = 0, room = 256;
  site *sites = malloc((size_t)room * sizeof *sites);
  for (int i = 0; i < 2; i++) {
    sqlite3_stmt *row = db->radius[i];
    sqlite3_bind_double(row, 1, lon + wide);
    sqlite3_bind_double(row, 2, lon - wide);
    sqlite3_bind_double(row, 3, lat + high);
    sqlite3_bind_double(row, 4, lat - high);
    while (sqlite3_step(row) == SQLITE_ROW) {
      double d = distance(row, lon, lat);
      if (d > metres) continue;
      if (rows == room) sites = realloc(sites, (size_t)(room *= 2) * sizeof *sites);
      sites[rows++] = copied(row, d);
    }
    sqlite3_reset(row);
  }
  qsort(sites, (size_t)rows, sizeof *sites, nearer);
  return answer(sites, rows);
}

/* The bound of the next row of a tree, infinite at its end. */
static double advance(sqlite3_stmt *row, const double *origin) {
  if (sqlite3_step(row) != SQLITE_ROW) return INFINITY;
  sqlite3_rtree_dbl box[4];
  for (int j = 0; j < 4; j++) box[j] = sqlite3_column_double(row, COLUMNS + j);
  return bound(origin, box);
}

floor_answer floor_nearest(floor_db *db, double lon, double lat, int count) {
  int rows = 0;
  double next[2], reach = INFINITY;
  double origin[4] = {lon, lat, cos(lat * RADIANS), sin(fabs(lat) * RADIANS)};
  site *sites = malloc((size_t)(count + 1) * sizeof *sites);
  for (int i = 0; i < 2; i++) {
    for (int j = 0; j < 4; j++) sqlite3_bind_double(db->nearest[i], j + 1, origin[j]);
    next[i] = advance(db->nearest[i], origin);
  }
  for (;;) {
    int i = next[0] <= next[1] ? 0 : 1;
    if (isinf(next[i]) || next[i] > reach) break;
    sqlite3_stmt *row = db->nearest[i];
    double d = distance(row, lon, lat);
    if (rows < count || d <= sites[rows - 1].metres) {
      site found = copied(row, d);
      int at = rows;
      while (at > 0 && nearer(&found, &sites[at - 1]) < 0) at--;
      memmove(&sites[at + 1], &sites[at], (size_t)(rows - at) * sizeof *sites);
      sites[at] = found;
      if (rows == count) release(&sites[rows]);
      else rows++;
      if (rows == count) reach = reaching(sites[rows - 1].metres);
    }
    next[i] = advance(row, origin);
  }
  for (int i = 0; i < 2; i++) sqlite3_reset(db->nearest[i]);
  return answer(sites, rows);
}

/* FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo). */
static unsigned long long hash(const unsigned char *text) {
  unsigned long long sum = 14695981039346656037ull;
  for (; *text; text++) sum = (sum ^ *text) * 1099511628211ull;
  return sum;
}

floor_names floor_like(floor_db *db, const char *pattern) {
  floor_names answer = {0, 0};
  sqlite3_stmt *row;
  if (sqlite3_prepare_v2(db->handle, "SELECT code FROM site WHERE name_zh LIKE ?", -1, &row, NULL) != SQLITE_OK)
    return answer;
  sqlite3_bind_text(row, 1, pattern, -1, SQLITE_TRANSIENT);
  while (sqlite3_step(row) == SQLITE_ROW) {
    answer.rows++;
    answer.hash += hash(sqlite3_column_text(row, 0));
  }
  sqlite3_finalize(row);
  return answer;
}
