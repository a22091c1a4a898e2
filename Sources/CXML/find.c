#include <CXML.h>
#include <dlfcn.h>

const char *xml_find(void *library, xml_functions *functions) {
#define F(name) if (!(functions->name = dlsym(library, #name))) return #name;
  FUNCTIONS(F)
#undef F
  return 0;
}
