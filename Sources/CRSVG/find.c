#include <CRSVG.h>
#include <dlfcn.h>

#define FUNCTIONS(F) \
  F(rsvg_handle_new_from_data) F(rsvg_handle_render_document) F(g_object_unref) F(g_error_free) \
  F(cairo_image_surface_create) F(cairo_surface_write_to_png) \
  F(cairo_surface_write_to_png_stream) F(cairo_show_page) F(cairo_pdf_surface_create) \
  F(cairo_pdf_surface_set_metadata) F(cairo_create) F(cairo_status) F(cairo_destroy) \
  F(cairo_surface_finish) F(cairo_surface_status) F(cairo_surface_destroy) \
  F(cairo_status_to_string) F(FcNameParse) F(FcPatternDestroy) F(FcObjectSetCreate) \
  F(FcObjectSetDestroy) F(FcFontList) F(FcFontSetDestroy)

const char *rsvg_find(void *library, rsvg_functions *functions) {
#define F(name) if (!(functions->name = dlsym(library, #name))) return #name;
  FUNCTIONS(F)
#undef F
  return 0;
}
