// The tables of sentences and of help, embedded as they are: as arrays of Swift they take a minute to compile.
#ifndef WORD_TABLES_H
#define WORD_TABLES_H

#include <stddef.h>

typedef struct {
  const unsigned char *start;
  size_t count;
} word_table;

word_table words_sentences_en(void);
word_table words_sentences_zh(void);
word_table words_help_en(void);
word_table words_help_zh(void);

#endif
