// Memory for libcmark's trees. A tree is some hundred nodes and texts that are freed together, so they are
// cut one behind the other from a piece of memory that the next tree is cut from again.
//
// libcmark tells its functions for memory nothing but sizes, so what they cut from is kept by thread:
// its own `cmark_get_arena_mem_allocator` is one for the whole process.
#ifndef GAZETTE_ARENA_H
#define GAZETTE_ARENA_H

#include <cmark.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

typedef struct gazette_piece {
  struct gazette_piece *before;
  size_t size, used;
} gazette_piece;

// The newest piece; an arena without any is empty.
typedef struct gazette_arena {
  gazette_piece *piece;
} gazette_arena;

// What has been cut so far.
typedef struct gazette_mark {
  gazette_piece *piece;
  size_t used;
} gazette_mark;

enum { gazette_unit = 16, gazette_least = 1 << 18, gazette_kept = 1 << 20 };

static inline gazette_arena **gazette_arena_in_use(void) {
  static _Thread_local gazette_arena *arena;
  return &arena;
}

static inline gazette_arena *gazette_arena_new(void) {
  gazette_arena *arena = calloc(1, sizeof *arena);
  if (!arena) abort();
  return arena;
}

static inline gazette_mark gazette_arena_mark(const gazette_arena *arena) {
  gazette_mark mark = {arena->piece, arena->piece ? arena->piece->used : 0};
  return mark;
}

// Takes back everything that was cut behind `mark`. The first piece stays for what comes.
static inline void gazette_arena_release(gazette_arena *arena, gazette_mark mark) {
  while (arena->piece != mark.piece) {
    gazette_piece *piece = arena->piece;
    if (!piece->before && piece->size <= gazette_kept) {
      piece->used = 0;
      return;
    }
    arena->piece = piece->before;
    free(piece);
  }
  if (arena->piece) arena->piece->used = mark.used;
}

static inline void gazette_arena_free(gazette_arena *arena) {
  gazette_mark nothing = {NULL, 0};
  gazette_arena_release(arena, nothing);
  free(arena->piece);
  free(arena);
}

// Each block is preceded by its size. As libcmark itself does, this ends the program when no memory is left.
static inline void *gazette_cut(size_t size) {
  gazette_arena *arena = *gazette_arena_in_use();
  size_t needed = (size + 2 * gazette_unit - 1) / gazette_unit * gazette_unit;
  gazette_piece *piece = arena->piece;
  if (!piece || piece->size - piece->used < needed) {
    size_t larger = piece ? 2 * piece->size : gazette_least;
    if (larger < needed) larger = needed;
    gazette_piece *fresh = malloc(sizeof(gazette_piece) + gazette_unit + larger);
    if (!fresh) abort();
    fresh->before = piece;
    fresh->size = larger;
    fresh->used = 0;
    arena->piece = piece = fresh;
  }
  char *block = (char *)piece + 2 * gazette_unit + piece->used;
  piece->used += needed;
  *(size_t *)block = needed - gazette_unit;
  return block + gazette_unit;
}

static inline void *gazette_arena_calloc(size_t count, size_t size) {
  if (size && count > (size_t)-1 / 2 / size) abort();
  return memset(gazette_cut(count * size), 0, count * size);
}

static inline void *gazette_arena_realloc(void *old, size_t size) {
  if (size > (size_t)-1 / 2) abort();
  size_t had = old ? *(size_t *)((char *)old - gazette_unit) : 0;
  if (old && size <= had) return old;
  gazette_piece *piece = (*gazette_arena_in_use())->piece;
  size_t added = (size - had + gazette_unit - 1) / gazette_unit * gazette_unit;
  // What was cut last grows where it is.
  if (old && (char *)old + had == (char *)piece + 2 * gazette_unit + piece->used &&
      piece->size - piece->used >= added) {
    piece->used += added;
    *(size_t *)((char *)old - gazette_unit) = had + added;
    return old;
  }
  void *fresh = gazette_cut(size);
  if (old) memcpy(fresh, old, had);
  return fresh;
}

static inline void gazette_arena_forget(void *block) { (void)block; }

// Parses; the tree is valid until the arena is released to a mark in front of it, and never freed by itself.
static inline cmark_node *gazette_parse(gazette_arena *arena, const char *text, size_t length) {
  static cmark_mem memory = {
      gazette_arena_calloc, gazette_arena_realloc, gazette_arena_forget};
  *gazette_arena_in_use() = arena;
  cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory);
  cmark_parser_feed(parser, text, length);
  cmark_node *document = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  *gazette_arena_in_use() = NULL;
  return document;
}

#endif
