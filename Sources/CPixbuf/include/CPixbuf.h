// gdk-pixbuf, which reads pictures and writes them smaller. It is opened when it is needed, and brings the
// GIO and GLib whose functions are called too.
//
// As with librsvg, the functions are declared here: their types have not changed since gdk-pixbuf 2.14, and
// by the names of their files they cannot.
#include <stddef.h>
#include <stdint.h>

// GError of GLib.
typedef struct {
  uint32_t domain;
  int code;
  char *message;
} pixbuf_error;

// The functions that are called. Objects are opaque: GdkPixbuf, GInputStream.
typedef struct {
  void *(*g_memory_input_stream_new_from_data)(
    const void *data, ptrdiff_t length, void (*destroy)(void *));
  void *(*gdk_pixbuf_new_from_stream_at_scale)(
    void *stream, int width, int height, int keeps_proportions, void *cancellable,
    pixbuf_error **error);
  void *(*gdk_pixbuf_apply_embedded_orientation)(void *pixbuf);
  int (*gdk_pixbuf_save_to_bufferv)(
    void *pixbuf, char **bytes, size_t *count, const char *type, char **keys, char **values,
    pixbuf_error **error);
  void (*g_object_unref)(void *object);
  void (*g_free)(void *memory);
  void (*g_error_free)(pixbuf_error *error);
} pixbuf_functions;

// Fills the structure from the opened library; the name of the first function that it lacks, or NULL.
const char *pixbuf_find(void *library, pixbuf_functions *functions);
