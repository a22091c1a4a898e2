#include <CPixbuf.h>
#include <dlfcn.h>

#define FUNCTIONS(F) \
  F(g_memory_input_stream_new_from_data) F(gdk_pixbuf_new_from_stream_at_scale) \
  F(gdk_pixbuf_apply_embedded_orientation) F(gdk_pixbuf_save_to_bufferv) F(g_object_unref) \
  F(g_free) F(g_error_free)

const char *pixbuf_find(void *library, pixbuf_functions *functions) {
#define F(name) if (!(functions->name = dlsym(library, #name))) return #name;
  FUNCTIONS(F)
#undef F
  return 0;
}
