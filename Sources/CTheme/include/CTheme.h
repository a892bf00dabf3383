#ifndef CTHEME_H
#define CTHEME_H

#include <stddef.h>

/// One file of the built-in theme; `bytes` live as long as the program.
typedef struct {
  /// Its path below `Templates/`.
  const char *name;
  const unsigned char *bytes;
  size_t count;
} ThemeFile;

/// How many files the built-in theme has.
size_t theme_file_count(void);

/// The file at an index below the count; beyond it, a file without name or bytes.
ThemeFile theme_file(size_t index);

#endif
