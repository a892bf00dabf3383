#include <string.h>
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

/* The numbers that the extensions' node types get when they are registered: exported by the library,
   declared in none of its installed headers. */
extern const cmark_node_type CMARK_NODE_TABLE;
extern const cmark_node_type CMARK_NODE_TABLE_ROW;
extern const cmark_node_type CMARK_NODE_TABLE_CELL;
extern const cmark_node_type CMARK_NODE_STRIKETHROUGH;
