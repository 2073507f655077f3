#include "CWorkbookWriter.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

static struct workbook_writer functions;
static __typeof__(workbook_new_opt) *new_workbook;
static int is_open;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static int find(void *library) {
  int whole = 1;
#define FIND(member, name) whole &= (*(void **)&(member) = dlsym(library, name)) != NULL
  FIND(new_workbook, "workbook_new_opt");
  FIND(functions.add_sheet, "workbook_add_worksheet");
  FIND(functions.add_format, "workbook_add_format");
  FIND(functions.close, "workbook_close");
  FIND(functions.set_number_format, "format_set_num_format");
  FIND(functions.set_font, "format_set_font_name");
  FIND(functions.set_bold, "format_set_bold");
  FIND(functions.set_line_below, "format_set_bottom");
  FIND(functions.set_line_above, "format_set_top");
  FIND(functions.set_alignment, "format_set_align");
  FIND(functions.set_wrapping, "format_set_text_wrap");
  FIND(functions.write_text, "worksheet_write_string");
  FIND(functions.write_number, "worksheet_write_number");
  FIND(functions.write_formula, "worksheet_write_formula_num");
  FIND(functions.set_column, "worksheet_set_column");
  FIND(functions.freeze, "worksheet_freeze_panes");
  FIND(functions.set_paper, "worksheet_set_paper");
  FIND(functions.set_landscape, "worksheet_set_landscape");
  FIND(functions.fit_to_pages, "worksheet_fit_to_pages");
  FIND(functions.repeat_rows, "worksheet_repeat_rows");
  FIND(functions.set_header, "worksheet_set_header");
  FIND(functions.set_footer, "worksheet_set_footer");
  FIND(functions.ignore_errors, "worksheet_ignore_errors");
#undef FIND
  return whole;
}

static void open_library(void) {
  // The one the program was built beside, else one of another release: numbers, texts and pointers are all that these
  // functions take, and that has not changed since the library has had numbers.
  void *library = dlopen("libxlsxwriter.so." LXW_SOVERSION, RTLD_NOW | RTLD_LOCAL);
  for (int number = 3; library == NULL && number <= 16; number++) {
    char name[32];
    snprintf(name, sizeof name, "libxlsxwriter.so.%d", number);
    library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  }
  is_open = library != NULL && find(library);
}

const struct workbook_writer *workbook_writer_open(void) {
  pthread_once(&once, open_library);
  return is_open ? &functions : NULL;
}

lxw_workbook *workbook_writer_begin(const char *path, const char *folder) {
  if (workbook_writer_open() == NULL) return NULL;
  // Later releases have members behind those known here: they read zero.
  union {
    lxw_workbook_options options;
    unsigned char room[256];
  } asked = {.room = {0}};
  asked.options.constant_memory = LXW_TRUE;
  asked.options.tmpdir = (char *)folder;
  asked.options.use_zip64 = LXW_FALSE;
  return new_workbook(path, &asked.options);
}

const char *workbook_writer_number(void) { return LXW_SOVERSION; }
