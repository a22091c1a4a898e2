#include <CGEOS.h>
#include <dlfcn.h>

const char *geos_find(void *library, geos_functions *functions) {
#define F(result, name, arguments) if (!(functions->name = dlsym(library, #name))) return #name;
  FUNCTIONS(F)
#undef F
  return 0;
}
