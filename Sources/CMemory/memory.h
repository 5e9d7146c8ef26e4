// Free memory goes back to the system when it is asked for: glibc keeps what a large piece of work
// has freed, and Swift's Glibc module does not offer malloc_trim.
#ifndef GAZETTE_MEMORY_H
#define GAZETTE_MEMORY_H

#ifdef __linux__
#include <malloc.h>
#endif

static inline void gazette_return_memory(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

#endif
