// libqrencode, which makes QR codes. It is opened when it is needed.
//
// What is called is declared here, with the types that qrencode.h has had since version 2.0: the program
// is built without it.

// QRcode.
typedef struct {
  int version;
  int width;
  // A byte for each module, row by row: the lowest bit says dark.
  unsigned char *data;
} qr_code;

// The functions that are called.
typedef struct {
  // Level: 0 low, 1 medium, 2 quartile, 3 high. Mode: 2 is bytes. Version: 0 takes the smallest.
  qr_code *(*QRcode_encodeString)(
    const char *text, int version, int level, int mode, int case_sensitive);
  void (*QRcode_free)(qr_code *code);
} qrencode_functions;

// Fills the structure from the opened library; the name of the first function that it lacks, or NULL.
const char *qrencode_find(void *library, qrencode_functions *functions);
