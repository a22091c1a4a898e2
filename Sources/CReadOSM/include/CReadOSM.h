// readosm, which reads the files of OpenStreetMap, XML and PBF. It is opened when it is needed.
//
// The structures and functions are declared here as the header of readosm 1.1.0 has them; they have not
// changed since 1.0.0, and by the name of its file, libreadosm.so.1, they cannot.
#include <stddef.h>

typedef struct {
  const char *key;
  const char *value;
} readosm_tag;

typedef struct {
  long long id;
  double latitude;
  double longitude;
  int version;
  long long changeset;
  const char *user;
  int uid;
  const char *timestamp;
  int tag_count;
  const readosm_tag *tags;
} readosm_node;

typedef struct {
  long long id;
  int version;
  long long changeset;
  const char *user;
  int uid;
  const char *timestamp;
  int node_ref_count;
  const long long *node_refs;
  int tag_count;
  const readosm_tag *tags;
} readosm_way;

// The functions that are called. A callback gives 0 to go on.
typedef struct {
  int (*readosm_open)(const char *path, const void **handle);
  int (*readosm_close)(const void *handle);
  int (*readosm_parse)(
    const void *handle, const void *user, int (*node)(const void *user, const readosm_node *node),
    int (*way)(const void *user, const readosm_way *way),
    int (*relation)(const void *user, const void *relation));
} readosm_functions;

// Fills the structure from the opened library; the name of the first function that it lacks, or NULL.
const char *readosm_find(void *library, readosm_functions *functions);
