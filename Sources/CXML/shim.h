// The SAX interface of libxml2, without the headers of the ICU that Debian's libxml2 decodes with:
// Foundation has another ICU, and their declarations do not agree.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/SAX2.h>
