#include "CTheme.h"

// The files of Templates/, put into the binary by the compiler. A new file needs its lines here and in
// the table below; a test compares the table with the folder.

static const unsigned char file_404_mustache[] = {
#embed "../../Templates/404.mustache"
};
static const unsigned char file__body_mustache[] = {
#embed "../../Templates/_body.mustache"
};
static const unsigned char file__breadcrumb_mustache[] = {
#embed "../../Templates/_breadcrumb.mustache"
};
static const unsigned char file__cite_mustache[] = {
#embed "../../Templates/_cite.mustache"
};
static const unsigned char file__closing_mustache[] = {
#embed "../../Templates/_closing.mustache"
};
static const unsigned char file__contents_mustache[] = {
#embed "../../Templates/_contents.mustache"
};
static const unsigned char file__edition_mustache[] = {
#embed "../../Templates/_edition.mustache"
};
static const unsigned char file__evidence_mustache[] = {
#embed "../../Templates/_evidence.mustache"
};
static const unsigned char file__footer_mustache[] = {
#embed "../../Templates/_footer.mustache"
};
static const unsigned char file__frame_mustache[] = {
#embed "../../Templates/_frame.mustache"
};
static const unsigned char file__head_mustache[] = {
#embed "../../Templates/_head.mustache"
};
static const unsigned char file__header_mustache[] = {
#embed "../../Templates/_header.mustache"
};
static const unsigned char file__notes_mustache[] = {
#embed "../../Templates/_notes.mustache"
};
static const unsigned char file__pager_mustache[] = {
#embed "../../Templates/_pager.mustache"
};
static const unsigned char file__search_mustache[] = {
#embed "../../Templates/_search.mustache"
};
static const unsigned char file__tags_mustache[] = {
#embed "../../Templates/_tags.mustache"
};
static const unsigned char file__title_mustache[] = {
#embed "../../Templates/_title.mustache"
};
static const unsigned char file_a_z_mustache[] = {
#embed "../../Templates/a-z.mustache"
};
static const unsigned char file_changes_mustache[] = {
#embed "../../Templates/changes.mustache"
};
static const unsigned char file_data_mustache[] = {
#embed "../../Templates/data.mustache"
};
static const unsigned char file_disagreements_mustache[] = {
#embed "../../Templates/disagreements.mustache"
};
static const unsigned char file_editions_mustache[] = {
#embed "../../Templates/editions.mustache"
};
static const unsigned char file_figure_mustache[] = {
#embed "../../Templates/figure.mustache"
};
static const unsigned char file_figures_mustache[] = {
#embed "../../Templates/figures.mustache"
};
static const unsigned char file_landing_mustache[] = {
#embed "../../Templates/landing.mustache"
};
static const unsigned char file_page_mustache[] = {
#embed "../../Templates/page.mustache"
};
static const unsigned char file_preview_png[] = {
#embed "../../Templates/preview.png"
};
static const unsigned char file_print_mustache[] = {
#embed "../../Templates/print.mustache"
};
static const unsigned char file_profile_mustache[] = {
#embed "../../Templates/profile.mustache"
};
static const unsigned char file_redirect_mustache[] = {
#embed "../../Templates/redirect.mustache"
};
static const unsigned char file_search_js[] = {
#embed "../../Templates/search.js"
};
static const unsigned char file_section_mustache[] = {
#embed "../../Templates/section.mustache"
};
static const unsigned char file_sources_mustache[] = {
#embed "../../Templates/sources.mustache"
};
static const unsigned char file_strings_yaml[] = {
#embed "../../Templates/strings.yaml"
};
static const unsigned char file_table_mustache[] = {
#embed "../../Templates/table.mustache"
};
static const unsigned char file_tag_mustache[] = {
#embed "../../Templates/tag.mustache"
};
static const unsigned char file_tags_mustache[] = {
#embed "../../Templates/tags.mustache"
};
static const unsigned char file_theme_css[] = {
#embed "../../Templates/theme.css"
};

#define FILE_OF(name, bytes) {name, bytes, sizeof bytes}

static const ThemeFile files[] = {
    FILE_OF("404.mustache", file_404_mustache),
    FILE_OF("_body.mustache", file__body_mustache),
    FILE_OF("_breadcrumb.mustache", file__breadcrumb_mustache),
    FILE_OF("_cite.mustache", file__cite_mustache),
    FILE_OF("_closing.mustache", file__closing_mustache),
    FILE_OF("_contents.mustache", file__contents_mustache),
    FILE_OF("_edition.mustache", file__edition_mustache),
    FILE_OF("_evidence.mustache", file__evidence_mustache),
    FILE_OF("_footer.mustache", file__footer_mustache),
    FILE_OF("_frame.mustache", file__frame_mustache),
    FILE_OF("_head.mustache", file__head_mustache),
    FILE_OF("_header.mustache", file__header_mustache),
    FILE_OF("_notes.mustache", file__notes_mustache),
    FILE_OF("_pager.mustache", file__pager_mustache),
    FILE_OF("_search.mustache", file__search_mustache),
    FILE_OF("_tags.mustache", file__tags_mustache),
    FILE_OF("_title.mustache", file__title_mustache),
    FILE_OF("a-z.mustache", file_a_z_mustache),
    FILE_OF("changes.mustache", file_changes_mustache),
    FILE_OF("data.mustache", file_data_mustache),
    FILE_OF("disagreements.mustache", file_disagreements_mustache),
    FILE_OF("editions.mustache", file_editions_mustache),
    FILE_OF("figure.mustache", file_figure_mustache),
    FILE_OF("figures.mustache", file_figures_mustache),
    FILE_OF("landing.mustache", file_landing_mustache),
    FILE_OF("page.mustache", file_page_mustache),
    FILE_OF("preview.png", file_preview_png),
    FILE_OF("print.mustache", file_print_mustache),
    FILE_OF("profile.mustache", file_profile_mustache),
    FILE_OF("redirect.mustache", file_redirect_mustache),
    FILE_OF("search.js", file_search_js),
    FILE_OF("section.mustache", file_section_mustache),
    FILE_OF("sources.mustache", file_sources_mustache),
    FILE_OF("strings.yaml", file_strings_yaml),
    FILE_OF("table.mustache", file_table_mustache),
    FILE_OF("tag.mustache", file_tag_mustache),
    FILE_OF("tags.mustache", file_tags_mustache),
    FILE_OF("theme.css", file_theme_css),
    {0, 0, 0},
};

size_t theme_file_count(void) { return sizeof files / sizeof files[0] - 1; }

ThemeFile theme_file(size_t index) {
  return index < theme_file_count() ? files[index] : (ThemeFile){0, 0, 0};
}
