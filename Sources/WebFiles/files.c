#include <WebFiles.h>

static const unsigned char layout[] = {
#embed "templates/layout.mustache"
};
static const unsigned char home[] = {
#embed "templates/home.mustache"
};
static const unsigned char search[] = {
#embed "templates/search.mustache"
};
static const unsigned char relic[] = {
#embed "templates/relic.mustache"
};
static const unsigned char data[] = {
#embed "templates/data.mustache"
};
static const unsigned char document[] = {
#embed "templates/document.mustache"
};
static const unsigned char problem[] = {
#embed "templates/problem.mustache"
};
static const unsigned char browse[] = {
#embed "templates/browse.mustache"
};
static const unsigned char prose[] = {
#embed "templates/prose.mustache"
};
static const unsigned char stats[] = {
#embed "templates/stats.mustache"
};
static const unsigned char tour[] = {
#embed "templates/tour.mustache"
};
static const unsigned char check[] = {
#embed "templates/check.mustache"
};
static const unsigned char print[] = {
#embed "templates/print.mustache"
};
static const unsigned char register_css[] = {
#embed "static/register.css"
};
static const unsigned char search_js[] = {
#embed "static/search.js"
};
static const unsigned char staff[] = {
#embed "templates/staff.mustache"
};
static const unsigned char edit[] = {
#embed "templates/edit.mustache"
};
static const unsigned char survey[] = {
#embed "templates/survey.mustache"
};
static const unsigned char offline[] = {
#embed "templates/offline.mustache"
};
static const unsigned char sw_js[] = {
#embed "static/sw.js"
};
static const unsigned char offline_js[] = {
#embed "static/offline.js"
};
static const unsigned char map[] = {
#embed "templates/map.mustache"
};
static const unsigned char map_js[] = {
#embed "static/map.js"
};
static const unsigned char places_js[] = {
#embed "static/places.js"
};
static const unsigned char outline_js[] = {
#embed "static/outline.js"
};
static const unsigned char tour_js[] = {
#embed "static/tour.js"
};
static const unsigned char leaflet_js[] = {
#embed "vendor/leaflet.js"
};
static const unsigned char leaflet_css[] = {
#embed "vendor/leaflet.css"
};
static const unsigned char icon_svg[] = {
#embed "static/icon.svg"
};

#define ENTRY(name, bytes) {name, bytes, sizeof bytes}
static const web_file files[] = {
    ENTRY("layout.mustache", layout),     ENTRY("home.mustache", home),
    ENTRY("search.mustache", search),     ENTRY("relic.mustache", relic),
    ENTRY("data.mustache", data),         ENTRY("document.mustache", document),
    ENTRY("problem.mustache", problem),   ENTRY("browse.mustache", browse),
    ENTRY("prose.mustache", prose),       ENTRY("register.css", register_css),
    ENTRY("search.js", search_js),        ENTRY("stats.mustache", stats),
    ENTRY("tour.mustache", tour),         ENTRY("check.mustache", check),
    ENTRY("print.mustache", print),       ENTRY("icon.svg", icon_svg),
    ENTRY("staff.mustache", staff),       ENTRY("edit.mustache", edit),
    ENTRY("survey.mustache", survey),
    ENTRY("offline.mustache", offline),   ENTRY("sw.js", sw_js),
    ENTRY("offline.js", offline_js),      ENTRY("map.mustache", map),           ENTRY("map.js", map_js),
    ENTRY("places.js", places_js),        ENTRY("outline.js", outline_js),
    ENTRY("tour.js", tour_js),
    ENTRY("leaflet.js", leaflet_js),      ENTRY("leaflet.css", leaflet_css),
};

const web_file *web_files(void) { return files; }
size_t web_file_count(void) { return sizeof files / sizeof files[0]; }
