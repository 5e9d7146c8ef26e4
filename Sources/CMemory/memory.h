// Memory comes from tcmalloc on Linux (docs/decisions/0025). Swift's Glibc module does not offer its settings.
#ifndef GAZETTE_MEMORY_H
#define GAZETTE_MEMORY_H

#ifdef __linux__
#include <gperftools/malloc_extension_c.h>
#endif

// From now on what is freed goes back to the system as soon as a whole page of it is free.
static inline void gazette_return_free_memory(void) {
#ifdef __linux__
  MallocExtension_SetNumericProperty("tcmalloc.aggressive_memory_decommit", 1);
#endif
}

#endif
