// libxlsxwriter: writes .xlsx files.
#include <xlsxwriter.h>
