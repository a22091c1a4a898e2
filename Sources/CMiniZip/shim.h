// minizip, and the zlib below it: reads the entries of ZIP files. Their archives go into the program.
#include <minizip/unzip.h>
#include <zlib.h>
