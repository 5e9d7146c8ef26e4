// Two things for which POSIX has no call, while Linux and macOS each have their own, and Swift's Glibc
// module offers none of them: two names in one folder are exchanged in one step, and everything that
// was written on a file system is brought onto the disk.
#ifndef GAZETTE_EXCHANGE_H
#define GAZETTE_EXCHANGE_H

#ifdef __APPLE__
#include <fcntl.h>
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

/// Returns when all that was written below an open folder, and its file system's own books, are on
/// the disk; -1 with `errno` set where that failed.
///
/// Linux writes the whole file system out in one call. macOS empties what the drive holds back, after
/// files have been handed to it one by one with `fsync`.
static inline int gazette_flush(int folder) {
#ifdef __APPLE__
  return fcntl(folder, F_FULLFSYNC);
#else
  return (int)syscall(SYS_syncfs, folder);
#endif
}

#endif
