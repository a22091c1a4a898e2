// The SAX interface of libxml2.
#include <libxml/parser.h>
