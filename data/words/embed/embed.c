#include <WordTables.h>

static const unsigned char sentences_en[] = {
#embed "../sentences.en.txt"
};
static const unsigned char sentences_zh[] = {
#embed "../sentences.zh.txt"
};
static const unsigned char help_en[] = {
#embed "../help.en.txt"
};
static const unsigned char help_zh[] = {
#embed "../help.zh.txt"
};

word_table words_sentences_en(void) { return (word_table){sentences_en, sizeof sentences_en}; }
word_table words_sentences_zh(void) { return (word_table){sentences_zh, sizeof sentences_zh}; }
word_table words_help_en(void) { return (word_table){help_en, sizeof help_en}; }
word_table words_help_zh(void) { return (word_table){help_zh, sizeof help_zh}; }
