/* The floor under a cold build: what the machine and the two parsers need at the least.
 *
 *   floor THREADS CONTENT [SITE FRESH]
 *
 * Reads every file below CONTENT, lets libyaml tell the events of every front matter, and libcmark
 * parse and render every body; then, with SITE, writes the files of that built site, with the same
 * folders and bytes, into FRESH, which must not exist. No step knows of another: nothing is typed,
 * checked, linked or put into a template. Prints one line of JSON with seconds of wall and processor
 * time for each step, and for parsing and writing as a build would do them, one after the other.
 */
#define _GNU_SOURCE
#include <cmark.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#ifdef HAVE_YAML
#include <yaml.h>
#endif

struct file {
  char *path; /* as found, from the folder's root on for a site */
  char *bytes;
  size_t size;
};

struct list {
  struct file *items;
  size_t count, room;
};

static struct list sources, outputs, folders, *filling;
static size_t root_length;
static int threads;

static void fail(const char *what, const char *path) {
  fprintf(stderr, "floor: %s: %s: %s\n", what, path, strerror(errno));
  exit(2);
}

static void add(struct list *list, const char *path, size_t size) {
  if (list->count == list->room) {
    list->room = list->room ? list->room * 2 : 1024;
    list->items = realloc(list->items, list->room * sizeof *list->items);
  }
  list->items[list->count++] = (struct file){strdup(path), NULL, size};
}

static int found(const char *path, const struct stat *status, int type, struct FTW *where) {
  (void)where;
  if (type == FTW_F) add(filling, path, (size_t)status->st_size);
  if (type == FTW_D && filling == &outputs && path[root_length]) add(&folders, path, 0);
  return 0;
}

static void list_files(const char *root, struct list *list) {
  filling = list;
  root_length = strlen(root);
  /* Folders come before what is in them. */
  if (nftw(root, found, 64, FTW_PHYS)) fail("cannot list", root);
}

static void read_file(struct file *file) {
  int fd = open(file->path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) fail("cannot open", file->path);
  free(file->bytes);
  file->bytes = malloc(file->size + 1);
  size_t done = 0;
  while (done < file->size) {
    ssize_t count = read(fd, file->bytes + done, file->size - done);
    if (count <= 0) fail("cannot read", file->path);
    done += (size_t)count;
  }
  file->bytes[file->size] = 0;
  close(fd);
}

/* Where the front matter ends and the body begins; 0 where there is none. */
static size_t body_start(const struct file *file) {
  if (file->size < 4 || memcmp(file->bytes, "---\n", 4)) return 0;
  char *end = strstr(file->bytes + 3, "\n---\n");
  return end ? (size_t)(end + 5 - file->bytes) : 0;
}

static void tell_events(struct file *file) {
#ifdef HAVE_YAML
  size_t end = body_start(file);
  if (!end) return;
  yaml_parser_t parser;
  yaml_event_t event;
  int done = 0;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_string(&parser, (unsigned char *)file->bytes + 4, end - 8);
  while (!done && yaml_parser_parse(&parser, &event)) {
    done = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  if (!done) fprintf(stderr, "floor: %s: libyaml stopped\n", file->path);
  yaml_parser_delete(&parser);
#else
  (void)file;
#endif
}

static _Atomic size_t rendered_bytes;

static void render(struct file *file) {
  size_t start = body_start(file);
  cmark_node *tree = cmark_parse_document(file->bytes + start, file->size - start, CMARK_OPT_DEFAULT);
  char *html = cmark_render_html(tree, CMARK_OPT_DEFAULT);
  rendered_bytes += strlen(html);
  free(html);
  cmark_node_free(tree);
}

static int fresh;

static void make_folder(struct file *folder) {
  if (mkdirat(fresh, folder->path, 0755)) fail("cannot make", folder->path);
}

static void write_file(struct file *file) {
  int fd = openat(fresh, file->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (fd < 0) fail("cannot create", file->path);
  if (write(fd, file->bytes, file->size) != (ssize_t)file->size) fail("cannot write", file->path);
  close(fd);
}

/* One kind of work on every file of a list, handed out to the threads eight files at a time. */
struct work {
  struct list *list;
  void (*step)(struct file *);
  _Atomic size_t next;
};

static void *worker(void *argument) {
  struct work *work = argument;
  for (;;) {
    size_t first = atomic_fetch_add(&work->next, 8);
    if (first >= work->list->count) return NULL;
    size_t end = first + 8 < work->list->count ? first + 8 : work->list->count;
    for (size_t index = first; index < end; index++) work->step(&work->list->items[index]);
  }
}

struct cost {
  double wall, cpu;
};

static struct cost now(void) {
  struct timespec clock;
  struct rusage usage;
  clock_gettime(CLOCK_MONOTONIC, &clock);
  getrusage(RUSAGE_SELF, &usage);
  return (struct cost){
      (double)clock.tv_sec + (double)clock.tv_nsec / 1e9,
      (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
          (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6};
}

static struct cost run(struct list *list, void (*step)(struct file *)) {
  struct work work = {list, step, 0};
  pthread_t *pool = calloc((size_t)threads, sizeof *pool);
  struct cost before = now();
  for (int index = 0; index < threads; index++) pthread_create(&pool[index], NULL, worker, &work);
  for (int index = 0; index < threads; index++) pthread_join(pool[index], NULL);
  struct cost after = now();
  free(pool);
  return (struct cost){after.wall - before.wall, after.cpu - before.cpu};
}

static struct cost total;

static void print(const char *name, struct cost cost) {
  total.wall += cost.wall;
  total.cpu += cost.cpu;
  printf("\"%s\": {\"wall\": %.4f, \"cpu\": %.4f}, ", name, cost.wall, cost.cpu);
}

int main(int count, char **arguments) {
  if (count != 3 && count != 5) {
    fprintf(stderr, "usage: floor THREADS CONTENT [SITE FRESH]\n");
    return 64;
  }
  threads = atoi(arguments[1]) > 0 ? atoi(arguments[1]) : 1;
  list_files(arguments[2], &sources);
  printf("{");
  print("read", run(&sources, read_file));
#ifdef HAVE_YAML
  print("yaml", run(&sources, tell_events));
#endif
  print("cmark", run(&sources, render));
  if (count == 5) {
    list_files(arguments[3], &outputs);
    run(&outputs, read_file);
    for (size_t index = 0; index < outputs.count; index++)
      outputs.items[index].path += root_length + 1;
    for (size_t index = 0; index < folders.count; index++)
      folders.items[index].path += root_length + 1;
    if (mkdir(arguments[4], 0755)) fail("cannot make", arguments[4]);
    fresh = open(arguments[4], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int all = threads;
    threads = 1; /* a folder before those in it */
    struct cost making = run(&folders, make_folder);
    threads = all;
    struct cost writing = run(&outputs, write_file);
    print("write", (struct cost){making.wall + writing.wall, making.cpu + writing.cpu});
  }
  size_t bytes = 0;
  for (size_t index = 0; index < outputs.count; index++) bytes += outputs.items[index].size;
  printf("\"total\": {\"wall\": %.4f, \"cpu\": %.4f}, \"threads\": %d, \"sources\": %zu, \"files\": %zu, \"bytes\": %zu}\n",
         total.wall, total.cpu, threads, sources.count, outputs.count, bytes);
  return 0;
}
