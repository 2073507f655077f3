#include "CDistricts.h"

// As an array in Swift the compiler takes twenty seconds for it.
#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char table[] = {
#embed "districts.tsv"
};

const unsigned char *districts_table(void) { return table; }

size_t districts_size(void) { return sizeof table; }
