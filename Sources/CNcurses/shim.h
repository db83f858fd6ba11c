/* What Swift needs of ncurses beyond what it can import: the globals and macros of curses.h. */
#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H

/* The wide-character interface, whatever flags the header is read with. */
#ifndef _DEFAULT_SOURCE
#define _DEFAULT_SOURCE 1
#endif
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <curses.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <term.h>
#include <wchar.h>

/* term.h defines short capability names as macros; none may leak into Swift's view of names. */
#undef lines
#undef columns

/* Globals: Swift refuses mutable C globals. */
static inline WINDOW *cn_screen(void) { return stdscr; }
static inline int cn_colors(void) { return COLORS; }
static inline int cn_color_pairs(void) { return COLOR_PAIRS; }

/* newterm, because initscr ends the program on an unknown TERM; without a file it reads stdin. */
static inline SCREEN *cn_newterm(FILE *keys) { return newterm(0, stdout, keys ? keys : stdin); }

/* The next doupdate draws everything anew. */
static inline void cn_repaint_all(void) { clearok(curscr, TRUE); }

/* tigetstr tells "no such string" by 0 or by (char *)-1; here by 0 alone. */
static inline const char *cn_capability(const char *name) {
  const char *text = tigetstr((char *)name);
  return text == (const char *)-1 ? 0 : text;
}

/* Attributes, which are macros with casts. */
enum : unsigned int {
  CN_BOLD = A_BOLD,
  CN_ITALIC = A_ITALIC,
  CN_UNDERLINE = A_UNDERLINE,
  CN_REVERSE = A_REVERSE,
  CN_DIM = A_DIM
};

/* A cell with attributes and an extended pair, which travels through the last argument. */
static inline cchar_t cn_cell(attr_t attributes, int pair) {
  cchar_t cell;
  const wchar_t blank[2] = {L' ', 0};
  setcchar(&cell, blank, attributes, (short)(pair > 32767 ? 0 : pair), &pair);
  return cell;
}

/* One character of the locale's encoding from its bytes, fed one by one; -2 asks for more. */
static inline long cn_decode(mbstate_t *state, char byte, wchar_t *character) {
  return (long)mbrtowc(character, &byte, 1, state);
}

/* Whether the locale's encoding has bytes for a character. */
static inline int cn_can_encode(wchar_t character) {
  char bytes[MB_LEN_MAX];
  mbstate_t state = {0};
  return wcrtomb(bytes, character, &state) != (size_t)-1;
}

#endif
