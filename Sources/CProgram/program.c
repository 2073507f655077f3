#define _GNU_SOURCE
#include "CProgram.h"

#include <elf.h>
#include <link.h>
#include <malloc.h>
#include <string.h>

static int argument_count;
static char **arguments;

// The loader hands each constructor what main is handed.
__attribute__((constructor)) static void keep_arguments(int count, char **values, char **environment) {
  (void)environment;
  argument_count = count;
  arguments = values;
}

int program_argument_count(void) { return argument_count; }

const char *program_argument(int index) {
  return index >= 0 && index < argument_count ? arguments[index] : NULL;
}

struct search {
  uint8_t *bytes;
  size_t room;
  size_t found;
};

/// Notes stand one after another, each part filled up to four bytes.
static size_t filled(size_t size) { return (size + 3) & ~(size_t)3; }

static int look(struct dl_phdr_info *object, size_t size, void *given) {
  (void)size;
  struct search *search = given;
  for (int index = 0; index < object->dlpi_phnum; index++) {
    const ElfW(Phdr) *part = &object->dlpi_phdr[index];
    if (part->p_type != PT_NOTE) continue;
    const uint8_t *next = (const uint8_t *)(object->dlpi_addr + part->p_vaddr);
    size_t left = part->p_memsz;
    while (left >= sizeof(ElfW(Nhdr))) {
      const ElfW(Nhdr) *note = (const ElfW(Nhdr) *)next;
      size_t whole = sizeof *note + filled(note->n_namesz) + filled(note->n_descsz);
      if (whole > left) break;
      const uint8_t *name = next + sizeof *note;
      if (note->n_type == NT_GNU_BUILD_ID && note->n_namesz == 4 && memcmp(name, "GNU", 4) == 0) {
        search->found = note->n_descsz < search->room ? note->n_descsz : search->room;
        memcpy(search->bytes, name + filled(note->n_namesz), search->found);
        return 1;
      }
      next += whole;
      left -= whole;
    }
  }
  // The program itself comes first; what comes after are its libraries.
  return 1;
}

size_t program_build_id(uint8_t *bytes, size_t room) {
  struct search search = {bytes, room, 0};
  dl_iterate_phdr(look, &search);
  return search.found;
}

void program_give_back_large_memory(void) {
  mallopt(M_ARENA_MAX, 2);
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
  mallopt(M_TRIM_THRESHOLD, 8 << 20);
}
