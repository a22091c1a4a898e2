// The settings of the C library's allocator, which Swift's own module of that library leaves out.
#include <malloc.h>
