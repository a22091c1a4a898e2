// librsvg, which draws SVG with cairo, and the fontconfig that finds its fonts. They are opened when they
// are needed.
//
// The headers of librsvg bring those of GLib, whose folders differ from machine to machine. So the
// functions that are called are declared here: their types have not changed since librsvg 2.46, cairo
// 1.16 and fontconfig 2.0, and by the names of their files they cannot.
#include <stddef.h>
#include <stdint.h>

// GError of GLib.
typedef struct {
  uint32_t domain;
  int code;
  char *message;
} rsvg_error;

// RsvgRectangle.
typedef struct {
  double x, y, width, height;
} rsvg_rectangle;

// FcFontSet of fontconfig.
typedef struct {
  int count, room;
  void **fonts;
} rsvg_fonts;

// The functions that are called. Objects are opaque: handles of librsvg, surfaces and contexts of cairo.
typedef struct {
  void *(*rsvg_handle_new_from_data)(const uint8_t *data, size_t length, rsvg_error **error);
  int (*rsvg_handle_render_document)(
    void *handle, void *context, const rsvg_rectangle *viewport, rsvg_error **error);
  void (*g_object_unref)(void *object);
  void (*g_error_free)(rsvg_error *error);
  void *(*cairo_image_surface_create)(int format, int width, int height);
  int (*cairo_surface_write_to_png)(void *surface, const char *path);
  int (*cairo_surface_write_to_png_stream)(
    void *surface, int (*write)(void *to, const uint8_t *bytes, unsigned count), void *to);
  void *(*cairo_pdf_surface_create)(const char *path, double width, double height);
  void (*cairo_pdf_surface_set_metadata)(void *surface, int key, const char *text);
  void *(*cairo_create)(void *surface);
  void (*cairo_show_page)(void *context);
  int (*cairo_status)(void *context);
  void (*cairo_destroy)(void *context);
  void (*cairo_surface_finish)(void *surface);
  int (*cairo_surface_status)(void *surface);
  void (*cairo_surface_destroy)(void *surface);
  const char *(*cairo_status_to_string)(int status);
  void *(*FcNameParse)(const char *name);
  void (*FcPatternDestroy)(void *pattern);
  void *(*FcObjectSetCreate)(void);
  void (*FcObjectSetDestroy)(void *objects);
  rsvg_fonts *(*FcFontList)(void *configuration, void *pattern, void *objects);
  void (*FcFontSetDestroy)(rsvg_fonts *fonts);
} rsvg_functions;

// Fills the structure from the opened library, which brings the others; the name of the first function
// that it lacks, or NULL.
const char *rsvg_find(void *library, rsvg_functions *functions);
