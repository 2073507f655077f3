#pragma once

#include <stddef.h>
#include <stdint.h>

// What a program knows of itself without /proc: it may be started by a loader of its own, in a root without one.

/// How many arguments the program was given, its own name first.
int program_argument_count(void);
/// One of them; a null pointer beyond the last.
const char *program_argument(int index);

/// Copies the linker's build id, which differs with every difference of the program, as far as there is room; gives
/// the number of bytes copied, 0 where the program was linked without one.
size_t program_build_id(uint8_t *bytes, size_t room);

/// From now on, large memory goes back to the system as soon as it is let go.
///
/// Left to itself the C library learns from the first large one to keep room for the next, and every thread keeps room of
/// its own. For whoever reads files that are larger than what is kept of them: all other work is faster without.
void program_give_back_large_memory(void);
