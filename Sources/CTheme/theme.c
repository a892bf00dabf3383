#include "CTheme.h"

// The files of Templates/, put into the binary by the compiler. A new file needs its lines here and in
// the table below; a test compares the table with the folder.

static const ThemeFile files[] = {
    {0, 0, 0},
};

size_t theme_file_count(void) { return sizeof files / sizeof files[0] - 1; }

ThemeFile theme_file(size_t index) {
  return index < theme_file_count() ? files[index] : (ThemeFile){0, 0, 0};
}
