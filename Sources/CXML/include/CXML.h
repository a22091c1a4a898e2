// The SAX interface of libxml2, which is opened when it is needed. Its headers lie beside this one, by a
// link: what SwiftPM takes from pkg-config would link the library too.
//
// They are read without those of the ICU that Debian's libxml2 decodes with: Foundation has another ICU,
// and their declarations do not agree.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/SAX2.h>

#define FUNCTIONS(F) \
  F(xmlCreateIOParserCtxt) F(xmlCtxtUseOptions) F(xmlFreeParserCtxt) F(xmlInitParser) \
  F(xmlParseDocument) F(xmlSAX2GetLineNumber) F(xmlStopParser)

// The functions that are called, with the types of libxml2's headers.
typedef struct {
#define F(name) __typeof__(name) *name;
  FUNCTIONS(F)
#undef F
} xml_functions;

// Fills the structure from the opened library; the name of the first function that it lacks, or NULL.
const char *xml_find(void *library, xml_functions *functions);
