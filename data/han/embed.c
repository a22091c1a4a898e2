#include <HanTables.h>

static const unsigned char forms[] = {
#embed "forms.txt"
};
static const unsigned char readings[] = {
#embed "readings.txt"
};

han_table han_forms(void) { return (han_table){forms, sizeof forms}; }
han_table han_readings(void) { return (han_table){readings, sizeof readings}; }
