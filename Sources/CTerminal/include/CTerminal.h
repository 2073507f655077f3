#pragma once

// What Swift cannot take from ncurses by itself (macros, global variables under strict concurrency), and the
// part of the terminal's care that must be async-signal-safe.

#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <ncurses.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <wchar.h>

// MARK: - ncurses

static inline WINDOW *_Nullable terminal_window(void) { return stdscr; }

static inline attr_t terminal_bold(void) { return A_BOLD; }
static inline attr_t terminal_dim(void) { return A_DIM; }
static inline attr_t terminal_reverse(void) { return A_REVERSE; }
static inline attr_t terminal_underline(void) { return A_UNDERLINE; }

static inline short terminal_red(void) { return COLOR_RED; }
static inline short terminal_green(void) { return COLOR_GREEN; }
static inline short terminal_yellow(void) { return COLOR_YELLOW; }
static inline short terminal_cyan(void) { return COLOR_CYAN; }
static inline short terminal_blue(void) { return COLOR_BLUE; }
static inline short terminal_magenta(void) { return COLOR_MAGENTA; }

// How many colours the terminal has; known once colours have been started.
static inline int terminal_colours(void) { return COLORS; }

// Line drawing of ncurses by the directions in which the line leaves the cell: up 1, down 2, left 4, right 8.
static inline cchar_t terminal_line(uint8_t directions) {
  switch (directions & 15) {
  case 1: case 2: case 3: return *WACS_VLINE;
  case 4: case 8: case 12: return *WACS_HLINE;
  case 1 | 8: return *WACS_LLCORNER;
  case 1 | 4: return *WACS_LRCORNER;
  case 2 | 8: return *WACS_ULCORNER;
  case 2 | 4: return *WACS_URCORNER;
  case 1 | 2 | 8: return *WACS_LTEE;
  case 1 | 2 | 4: return *WACS_RTEE;
  case 4 | 8 | 1: return *WACS_BTEE;
  case 4 | 8 | 2: return *WACS_TTEE;
  default: return *WACS_PLUS;
  }
}

// The same cell with another character in it.
static inline cchar_t terminal_spelled(cchar_t cell, wchar_t scalar) {
  cell.chars[0] = scalar;
  return cell;
}

// Gives a cell of line drawing attributes and a colour pair besides its own.
static inline cchar_t terminal_dressed(cchar_t cell, attr_t attributes, short pair) {
  cell.attr |= attributes | (attr_t)COLOR_PAIR(pair);
  return cell;
}

// Forces everything to be sent again at the next refresh.
static inline void terminal_forget_screen(void) {
  if (curscr) clearok(curscr, TRUE);
}

// The C library's wcwidth, by which ncurses positions.
int terminal_columns(wchar_t scalar);

// A string capability of the terminal without padding, or nothing. The buffer is always terminated.
size_t terminal_capability(const char *_Nonnull name, char *_Nonnull buffer, size_t size);

// A file without a name, in memory; -1 where the system has none.
int terminal_memory_file(void);
// Makes a descriptor lead where another one does, and no further than this program.
bool terminal_redirect(int descriptor, int target);

// MARK: - Care for the terminal

// What signals have told since it was last asked.
enum terminal_notice {
  TERMINAL_RESIZED = 1,
  TERMINAL_STOP_ASKED = 2,
  TERMINAL_CONTINUED = 4,
  TERMINAL_TERMINATE_ASKED = 8,
  TERMINAL_HUNG_UP = 16,
};

// Remembers how the terminal is set and catches the signals; must come before ncurses starts, which leaves alone
// what is caught already. Returns 0 or an error number.
int terminal_guard_begin(int input, int output);
// The bytes that put the terminal back; at most 512 are kept.
void terminal_guard_set_farewell(const char *_Nonnull bytes, size_t count);
// Sends standard error into the file until the terminal is put back. Returns 0 or an error number.
int terminal_guard_divert_errors(const char *_Nonnull path);
// From now on the terminal is put back if the program ends in any way.
void terminal_guard_arm(void);
// Puts the terminal back as it was, at once, and standard error with it. Safe in a signal handler.
void terminal_guard_put_back(void);
// Stops the program as Ctrl-Z in a shell does and returns when it goes on.
void terminal_guard_stop(void);
// Gives the signals back to whoever had them.
void terminal_guard_end(void);

// The descriptor that becomes readable when there is a notice.
int terminal_guard_wake_descriptor(void);
// The notices since the last call, as a sum.
int terminal_guard_take_notices(void);
