// libxlsxwriter: writes .xlsx files. It is opened when it is needed.
#include <dlfcn.h>
#include <xlsxwriter.h>

#define FUNCTIONS(F) \
  F(format_set_align) F(format_set_bg_color) F(format_set_bold) F(format_set_font_color) \
  F(format_set_num_format) F(format_set_text_wrap) F(lxw_strerror) F(workbook_add_format) \
  F(workbook_add_worksheet) F(workbook_close) F(workbook_new_opt) F(workbook_set_properties) \
  F(worksheet_autofilter) F(worksheet_data_validation_range) F(worksheet_fit_to_pages) \
  F(worksheet_freeze_panes) F(worksheet_set_column) F(worksheet_set_landscape) \
  F(worksheet_set_paper) F(worksheet_set_row) F(worksheet_write_blank) F(worksheet_write_comment) \
  F(worksheet_write_number) F(worksheet_write_string)

// The functions that are called, with the types of libxlsxwriter's header.
typedef struct {
#define F(name) __typeof__(name) *name;
  FUNCTIONS(F)
#undef F
} xlsxwriter_functions;

// Fills the structure from the opened library; the name of the first function that it lacks, or NULL.
static inline const char *xlsxwriter_find(void *library, xlsxwriter_functions *functions) {
#define F(name) if (!(functions->name = dlsym(library, #name))) return #name;
  FUNCTIONS(F)
#undef F
  return 0;
}
#undef FUNCTIONS
