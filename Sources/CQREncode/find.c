#include <CQREncode.h>
#include <dlfcn.h>

#define FUNCTIONS(F) F(QRcode_encodeString) F(QRcode_free)

const char *qrencode_find(void *library, qrencode_functions *functions) {
#define F(name) if (!(functions->name = dlsym(library, #name))) return #name;
  FUNCTIONS(F)
#undef F
  return 0;
}
