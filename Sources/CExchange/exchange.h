// Two names in one folder, exchanged in one step: POSIX has no call for it, Linux and macOS each
// have their own, and Swift's Glibc module offers neither renameat2 nor syscall.
#ifndef GAZETTE_EXCHANGE_H
#define GAZETTE_EXCHANGE_H

#ifdef __APPLE__
#include <stdio.h>
#else
#include <sys/syscall.h>
#include <unistd.h>
#endif

/// 0 when both names have changed places; -1 with `errno` set when nothing has happened.
static inline int gazette_exchange(int folder, const char *left, const char *right) {
#ifdef __APPLE__
  return renameatx_np(folder, left, folder, right, RENAME_SWAP);
#else
  const unsigned int rename_exchange = 2;  // RENAME_EXCHANGE in linux/fs.h
  return (int)syscall(SYS_renameat2, folder, left, folder, right, rename_exchange);
#endif
}

#endif
