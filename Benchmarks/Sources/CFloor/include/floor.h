/* Radius and nearest queries on a register's file in plain C: SQLite, its R*Tree and GeographicLib. */
#ifndef FLOOR_H
#define FLOOR_H

typedef struct floor_db floor_db;

/* Opens a register for reading; NULL when that fails. */
floor_db *floor_open(const char *path);
void floor_close(floor_db *db);

/* The answer to a query: the number of rows and the distance of the last, in metres. */
typedef struct {
  int rows;
  double last_metres;
} floor_answer;

/* All sites within `metres`, nearest first, every column of them copied. */
floor_answer floor_radius(floor_db *db, double lon, double lat, double metres);

/* The `count` nearest sites, nearest first, every column of them copied. */
floor_answer floor_nearest(floor_db *db, double lon, double lat, int count);

/* All sites whose Chinese name is LIKE the pattern: how many, and the sum of the hashes of their codes. */
typedef struct {
  int rows;
  unsigned long long hash;
} floor_names;
floor_names floor_like(floor_db *db, const char *pattern);

#endif
