#pragma once

#include <stddef.h>

/// The table of the country's districts as its file has it; it is part of the program and stays where it is.
const unsigned char *districts_table(void);
/// How many bytes the table has.
size_t districts_size(void);
