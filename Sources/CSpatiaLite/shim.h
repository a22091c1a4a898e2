// SQLite, which is linked, and SpatiaLite's connection life cycle, which is opened when it is needed.
#include <dlfcn.h>
#include <sqlite3.h>
#include <spatialite.h>

#define FUNCTIONS(F) \
  F(spatialite_alloc_connection) F(spatialite_init_ex) F(spatialite_set_silent_mode) \
  F(spatialite_cleanup_ex)

// The functions that are called, with the types of SpatiaLite's header.
typedef struct {
#define F(name) __typeof__(name) *name;
  FUNCTIONS(F)
#undef F
} spatialite_functions;

// Fills the structure from the opened library; the name of the first function that it lacks, or NULL.
static inline const char *spatialite_find(void *library, spatialite_functions *functions) {
#define F(name) if (!(functions->name = dlsym(library, #name))) return #name;
  FUNCTIONS(F)
#undef F
  return 0;
}
#undef FUNCTIONS
