#include <CReadOSM.h>
#include <dlfcn.h>

#define FUNCTIONS(F) F(readosm_open) F(readosm_close) F(readosm_parse)

const char *readosm_find(void *library, readosm_functions *functions) {
#define F(name) if (!(functions->name = dlsym(library, #name))) return #name;
  FUNCTIONS(F)
#undef F
  return 0;
}
