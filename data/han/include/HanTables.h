// The character tables of the name search: forms.txt and readings.txt, embedded as they are.
#ifndef HAN_TABLES_H
#define HAN_TABLES_H

#include <stddef.h>

typedef struct {
  const unsigned char *start;
  size_t count;
} han_table;

han_table han_forms(void);
han_table han_readings(void);

#endif
