// SpatiaLite's connection life cycle, beside the SQLite it extends.
#include <sqlite3.h>
#include <spatialite.h>
