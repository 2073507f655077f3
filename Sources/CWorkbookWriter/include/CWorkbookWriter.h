#pragma once

#include <xlsxwriter.h>

// The functions of libxlsxwriter that the program calls. The library is opened when a workbook is first written, so
// that a computer without it does everything else.

struct workbook_writer {
  __typeof__(workbook_add_worksheet) *add_sheet;
  __typeof__(workbook_add_format) *add_format;
  __typeof__(workbook_close) *close;
  __typeof__(format_set_num_format) *set_number_format;
  __typeof__(format_set_font_name) *set_font;
  __typeof__(format_set_bold) *set_bold;
  __typeof__(format_set_bottom) *set_line_below;
  __typeof__(format_set_top) *set_line_above;
  __typeof__(format_set_align) *set_alignment;
  __typeof__(format_set_text_wrap) *set_wrapping;
  __typeof__(worksheet_write_string) *write_text;
  __typeof__(worksheet_write_number) *write_number;
  __typeof__(worksheet_write_formula_num) *write_formula;
  __typeof__(worksheet_set_column) *set_column;
  __typeof__(worksheet_freeze_panes) *freeze;
  __typeof__(worksheet_set_paper) *set_paper;
  __typeof__(worksheet_set_landscape) *set_landscape;
  __typeof__(worksheet_fit_to_pages) *fit_to_pages;
  __typeof__(worksheet_repeat_rows) *repeat_rows;
  __typeof__(worksheet_set_header) *set_header;
  __typeof__(worksheet_set_footer) *set_footer;
  __typeof__(worksheet_ignore_errors) *ignore_errors;
};

/// The library's functions; NULL where it is not installed, or lacks one of them.
const struct workbook_writer *workbook_writer_open(void);

/// A new workbook that keeps no row in memory; what is written of a sheet lies in `folder` until the workbook is closed.
lxw_workbook *workbook_writer_begin(const char *path, const char *folder);

/// The library's number as packages name it (`libxlsxwriter4`), of the one that the program was built beside.
const char *workbook_writer_number(void);
