// PROJ's geodesic routines (Karney 2013) and its coordinate transformations.
#include <geodesic.h>
