/* A preload library that lets system calls fail as they do in bad hours. INJECTED_FAULT says how:

     write-full=N      write fails with ENOSPC once N bytes of regular files are written
     write-short       write takes at most 7 bytes
     fsync             fsync fails with EIO
     close             close fails with EIO (as NFS does when it is late with the news)
     rename            rename fails with EACCES
     rename-from=N     the Nth rename fails with EACCES, and all behind it
     rename-only=N     the Nth rename fails with EACCES, and no other
     rename-kill=N     the process is killed (SIGKILL) before its Nth rename
     rename-term=N     the process is asked to end (SIGTERM) before its Nth rename
     kill=N            the process is killed (SIGKILL) once N bytes of regular files are written
     term=N            the process is asked to end (SIGTERM) with each write once N bytes are written
     interrupted       every other read, pread and write fails with EINTR
     read-short        read and pread give at most 1000 bytes
     read-error=N      pread fails with EIO from offset N on
     shrink=N          pread finds the end of the file at offset N; its size stays as it was at opening
     touch=N           the time of its last change moves once offset N is read
     no-threads=N      only N more threads can be started
     no-memory=N       mmap of N bytes or more fails with ENOMEM
     no-pages          madvise refuses to provide pages, as kernels before Linux 5.14 do
     slow-pages        providing pages takes 2 ms; large ones that are asked for after that end the process (SIGABRT)

   Only regular files and pipes are meddled with, and only files whose descriptor is above 2 where that is said. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

static atomic_long written;
static atomic_long calls;
static atomic_long threads;
static atomic_long renames;

/* Whether the fault is on; `number` gets what stands behind the equals sign. */
static int fault(const char* name, long* number) {
  const char* set = getenv("INJECTED_FAULT");
  const size_t length = strlen(name);
  if (set == NULL || strncmp(set, name, length) != 0) return 0;
  if (set[length] != '\0' && set[length] != '=') return 0;
  if (number != NULL) *number = set[length] == '=' ? atol(set + length + 1) : 0;
  return 1;
}

static int is_regular(int descriptor) {
  struct stat status;
  return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

static int interrupts(void) {
  if (!fault("interrupted", NULL) || atomic_fetch_add(&calls, 1) % 2 != 0) return 0;
  errno = EINTR;
  return 1;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int descriptor, const void* bytes, size_t size) {
  long limit = 0;
  if (interrupts()) return -1;
  if (is_regular(descriptor)) {
    if (fault("write-full", &limit) && atomic_load(&written) + (long)size > limit) {
      errno = ENOSPC;
      return -1;
    }
    if (fault("kill", &limit) && atomic_load(&written) + (long)size > limit) {
      NEXT(write)(descriptor, bytes, (size_t)(limit - atomic_load(&written)));
      raise(SIGKILL);
    }
    if (fault("term", &limit) && atomic_load(&written) + (long)size > limit) raise(SIGTERM);
    atomic_fetch_add(&written, (long)size);
  }
  if (fault("write-short", NULL) && size > 7) size = 7;
  return NEXT(write)(descriptor, bytes, size);
}

ssize_t read(int descriptor, void* bytes, size_t size) {
  if (interrupts()) return -1;
  if (fault("read-short", NULL) && size > 1000) size = 1000;
  return NEXT(read)(descriptor, bytes, size);
}

static ssize_t meddled_pread(int descriptor, void* bytes, size_t size, off_t offset) {
  long limit = 0;
  if (interrupts()) return -1;
  if (fault("read-short", NULL) && size > 1000) size = 1000;
  if (fault("read-error", &limit) && offset + (off_t)size > limit) {
    errno = EIO;
    return -1;
  }
  if (fault("touch", &limit) && offset + (off_t)size > limit) {
    const struct timespec long_ago[2] = {{.tv_sec = 1}, {.tv_sec = 1}};
    futimens(descriptor, long_ago);
  }
  if (fault("shrink", &limit)) {
    if (offset >= limit) return 0;
    if (offset + (off_t)size > limit) size = (size_t)(limit - offset);
  }
  return NEXT(pread)(descriptor, bytes, size, offset);
}

ssize_t pread(int descriptor, void* bytes, size_t size, off_t offset) {
  return meddled_pread(descriptor, bytes, size, offset);
}

ssize_t pread64(int descriptor, void* bytes, size_t size, off64_t offset) {
  return meddled_pread(descriptor, bytes, size, (off_t)offset);
}

int fsync(int descriptor) {
  if (fault("fsync", NULL)) {
    errno = EIO;
    return -1;
  }
  return NEXT(fsync)(descriptor);
}

int close(int descriptor) {
  /* Only what was written to can fail late. */
  const int late = fault("close", NULL) && atomic_load(&written) > 0 && is_regular(descriptor);
  const int result = NEXT(close)(descriptor);
  if (!late) return result;
  errno = EIO;
  return -1;
}

static void work(long milliseconds) {
  struct timespec begin, now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &begin);
  do {
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  } while ((now.tv_sec - begin.tv_sec) * 1000 + (now.tv_nsec - begin.tv_nsec) / 1000000 < milliseconds);
}

int madvise(void* memory, size_t size, int advice) {
  enum { populate_write = 23, large_page = 2 << 20 };
  static atomic_int was_slow;
  if (advice == populate_write && fault("no-pages", NULL)) {
    errno = EINVAL;
    return -1;
  }
  if (fault("slow-pages", NULL)) {
    if (advice == MADV_HUGEPAGE && size == large_page && atomic_load(&was_slow)) abort();
    if (advice == populate_write) {
      work(2);
      atomic_store(&was_slow, 1);
    }
  }
  return NEXT(madvise)(memory, size, advice);
}

int rename(const char* from, const char* to) {
  long number = 0;
  const long this_one = atomic_fetch_add(&renames, 1) + 1;
  if (fault("rename-kill", &number) && this_one == number) raise(SIGKILL);
  if (fault("rename-term", &number) && this_one == number) raise(SIGTERM);
  if (fault("rename", NULL) || (fault("rename-from", &number) && this_one >= number) ||
      (fault("rename-only", &number) && this_one == number)) {
    errno = EACCES;
    return -1;
  }
  return NEXT(rename)(from, to);
}

int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*start)(void*), void* argument) {
  long limit = 0;
  if (fault("no-threads", &limit) && atomic_fetch_add(&threads, 1) >= limit) return EAGAIN;
  return NEXT(pthread_create)(thread, attributes, start, argument);
}

void* mmap(void* address, size_t size, int protection, int flags, int descriptor, off_t offset) {
  long limit = 0;
  if (fault("no-memory", &limit) && (long)size >= limit) {
    errno = ENOMEM;
    return MAP_FAILED;
  }
  return NEXT(mmap)(address, size, protection, flags, descriptor, offset);
}
