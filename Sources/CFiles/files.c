#define _GNU_SOURCE
#include "CFiles.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <time.h>
#include <unistd.h>

static int result(int value) { return value < 0 ? -errno : value; }

static int older_status(int descriptor, const char *path, int flags, struct cfiles_status *status) {
  struct stat found;
  if (fstatat(descriptor, path, &found, flags) != 0) return -errno;
  status->size = (int64_t)found.st_size;
  status->inode = found.st_ino;
  status->changed = (int64_t)((uint64_t)found.st_ctim.tv_sec * 1000000000 + found.st_ctim.tv_nsec);
  status->kind = S_ISREG(found.st_mode) ? CFILES_FILE : S_ISDIR(found.st_mode) ? CFILES_FOLDER : CFILES_OTHER;
  return 0;
}

static int status(int descriptor, const char *path, int flags, struct cfiles_status *status) {
  // A file system across a network answers from memory unless it is told to ask: another desk's line would be
  // missed for some seconds, and written over.
  struct statx found;
  int asked = flags | AT_NO_AUTOMOUNT | AT_STATX_FORCE_SYNC;
  if (statx(descriptor, path, asked, STATX_TYPE | STATX_SIZE | STATX_INO | STATX_CTIME, &found) != 0) {
    // Before Linux 4.11, and where a fence around the program does not know the call, there is no asking across a
    // network; the C library, which then works it out itself, calls the flag invalid.
    if (errno == ENOSYS || errno == EINVAL || errno == EPERM) return older_status(descriptor, path, flags, status);
    return -errno;
  }
  status->size = (int64_t)found.stx_size;
  status->inode = found.stx_ino;
  status->changed = (int64_t)((uint64_t)found.stx_ctime.tv_sec * 1000000000 + found.stx_ctime.tv_nsec);
  status->kind = S_ISREG(found.stx_mode) ? CFILES_FILE : S_ISDIR(found.stx_mode) ? CFILES_FOLDER : CFILES_OTHER;
  return 0;
}

// Sticks and shares that know no owners say one of these.
static int keeps_no_permissions(int failure) {
  return failure == EPERM || failure == EOPNOTSUPP || failure == ENOTSUP || failure == ENOSYS;
}

int cfiles_open(const char *path, int mode, uint32_t permissions, int *refused) {
  // O_NONBLOCK: a pipe laid where a file should be must not hold the program up.
  int flags = O_NOFOLLOW | O_CLOEXEC | O_NOCTTY | O_NONBLOCK;
  flags |= mode == CFILES_READ ? O_RDONLY : O_RDWR;
  if (mode == CFILES_CREATE) flags |= O_CREAT | O_EXCL;
  // Who reads what was just written would have the system note the time of it with every save. Only the file's owner
  // may ask for that: where a new file is another's, as on some sticks, it would be made and the call fail.
  int quiet = mode == CFILES_CREATE ? 0 : O_NOATIME;
  int descriptor = open(path, flags | quiet, (mode_t)permissions);
  if (descriptor < 0 && errno == EPERM && quiet != 0) descriptor = open(path, flags, (mode_t)permissions);
  if (descriptor < 0) return -errno;
  struct stat status;
  int failure = 0;
  if (fstat(descriptor, &status) != 0) {
    failure = errno;
  } else if (!S_ISREG(status.st_mode)) {
    failure = EINVAL;
  } else if (mode == CFILES_CREATE && fchmod(descriptor, (mode_t)permissions) != 0) {
    failure = errno;
    *refused = keeps_no_permissions(failure);
    if (*refused) failure = 0;
  }
  if (failure == 0) return descriptor;
  close(descriptor);
  return -failure;
}

int cfiles_close(int descriptor) { return result(close(descriptor)); }

int64_t cfiles_read_at(int descriptor, void *bytes, size_t count, int64_t offset) {
  ssize_t moved = pread(descriptor, bytes, count, offset);
  return moved < 0 ? -errno : moved;
}

int64_t cfiles_write_at(int descriptor, const void *bytes, size_t count, int64_t offset) {
  ssize_t moved = pwrite(descriptor, bytes, count, offset);
  return moved < 0 ? -errno : moved;
}

int cfiles_truncate(int descriptor, int64_t size) { return result(ftruncate(descriptor, size)); }

void cfiles_begin_writing(int descriptor, int64_t offset, int64_t count) {
  // Without waiting: a write that fails stays to be told by the sync.
  (void)sync_file_range(descriptor, offset, count, SYNC_FILE_RANGE_WRITE);
}

int cfiles_sync_data(int descriptor) { return result(fdatasync(descriptor)); }

int cfiles_sync_folder(const char *path) {
  int descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return -errno;
  int failure = fsync(descriptor) == 0 ? 0 : errno;
  close(descriptor);
  return -failure;
}

static int lock(int descriptor, int64_t byte, short type) {
  // l_pid must be 0 for locks of an open file description; they vanish only with the last descriptor of it,
  // not whenever any descriptor of the file is closed.
  struct flock range;
  memset(&range, 0, sizeof range);
  range.l_type = type;
  range.l_whence = SEEK_SET;
  range.l_start = byte;
  range.l_len = 1;
  return fcntl(descriptor, F_OFD_SETLK, &range);
}

int cfiles_try_lock(int descriptor, int64_t byte) {
  if (lock(descriptor, byte, F_WRLCK) == 0) return 1;
  return errno == EAGAIN || errno == EACCES ? 0 : -errno;
}

int cfiles_unlock(int descriptor, int64_t byte) { return result(lock(descriptor, byte, F_UNLCK)); }

int cfiles_status(const char *path, struct cfiles_status *found) {
  return status(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, found);
}

int cfiles_status_of(int descriptor, struct cfiles_status *found) {
  return status(descriptor, "", AT_EMPTY_PATH, found);
}

int64_t cfiles_file_system(const char *path) {
  struct statfs found;
  // Some kinds have the highest bit set, which is no sign.
  return statfs(path, &found) == 0 ? (int64_t)(uint32_t)found.f_type : -errno;
}

int cfiles_rename(const char *from, const char *to) { return result(rename(from, to)); }

int cfiles_remove(const char *path) { return result(unlink(path)); }

int cfiles_make_folder(const char *path, uint32_t permissions) {
  if (mkdir(path, 0700) != 0) return -errno;
  // Made with 0700 it is nobody else's, where the file system keeps that.
  return chmod(path, (mode_t)permissions) == 0 || keeps_no_permissions(errno) ? 0 : -errno;
}

char *cfiles_make_temporary_folder(const char *base, const char *name) {
  if (base == NULL) base = getenv("TMPDIR");
  char *path = NULL;
  if (asprintf(&path, "%s/%s-XXXXXX", base == NULL ? "/tmp" : base, name) < 0) return NULL;
  if (mkdtemp(path) != NULL) return path;
  free(path);
  return NULL;
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)status, (void)kind, (void)place;
  (void)remove(path);
  return 0;
}

void cfiles_remove_all(const char *path) { (void)nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS); }

int cfiles_set_permissions(const char *path, uint32_t permissions) {
  return result(chmod(path, (mode_t)permissions));
}

int cfiles_list(const char *path, void *context, void (*each)(void *context, const char *name)) {
  DIR *folder = opendir(path);
  if (folder == NULL) return -errno;
  errno = 0;
  for (struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
    if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) each(context, entry->d_name);
    errno = 0;
  }
  int failure = errno;
  closedir(folder);
  return -failure;
}

size_t cfiles_line_length(const void *bytes, size_t count) {
  const char *newline = count == 0 ? NULL : memchr(bytes, '\n', count);
  return newline == NULL ? 0 : (size_t)(newline - (const char *)bytes) + 1;
}

int cfiles_holds(const void *bytes, size_t count, const void *part, size_t part_count) {
  return part_count != 0 && count >= part_count && memmem(bytes, count, part, part_count) != NULL;
}

void cfiles_pause(unsigned milliseconds) {
  struct timespec time = {milliseconds / 1000, (long)(milliseconds % 1000) * 1000000};
  nanosleep(&time, NULL);
}
