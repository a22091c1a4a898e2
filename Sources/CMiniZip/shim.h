// minizip, and the zlib below it: reads the entries of ZIP files.
#include <unzip.h>
#include <zlib.h>
