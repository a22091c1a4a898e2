// Templates, styles and scripts of the pages, embedded as they are.
#ifndef WEB_FILES_H
#define WEB_FILES_H

#include <stddef.h>

typedef struct {
  const char *name;
  const unsigned char *start;
  size_t count;
} web_file;

/// The files, in no order.
const web_file *web_files(void);
/// How many there are.
size_t web_file_count(void);

#endif
