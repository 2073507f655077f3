#pragma once

#include <errno.h>
#include <stddef.h>
#include <stdint.h>

// What the journal asks of the system, in a form Swift can call. Every function gives a negative errno when it
// fails; none retries EINTR, so that the one place that does can be tested.

/// The reasons of the system that the journal itself acts on.
enum cfiles_code {
  CFILES_NOT_PERMITTED = EPERM,
  CFILES_NOT_FOUND = ENOENT,
  CFILES_INTERRUPTED = EINTR,
  CFILES_INPUT_OUTPUT = EIO,
  CFILES_ACCESS_DENIED = EACCES,
  CFILES_EXISTS = EEXIST,
  CFILES_NOT_A_FOLDER = ENOTDIR,
  CFILES_READ_ONLY_FILE_SYSTEM = EROFS,
  CFILES_TOO_LARGE = EFBIG,
  CFILES_IS_LINK = ELOOP,
};

/// How a file is opened. No symbolic link is followed, no descriptor survives exec, only regular files open.
enum cfiles_open_mode {
  CFILES_READ = 0,
  CFILES_READ_WRITE = 1,
  /// For reading and writing; the file must not exist yet.
  CFILES_CREATE = 2,
};

enum cfiles_kind { CFILES_FILE = 0, CFILES_FOLDER = 1, CFILES_OTHER = 2 };

struct cfiles_status {
  int64_t size;
  uint64_t inode;
  /// When the file or the names in the folder last changed, in nanoseconds, by the file system's own clock.
  int64_t changed;
  int kind;
};

/// A descriptor. `permissions` hold for a created file whatever the umask says.
/// `refused` says of a new file that its file system keeps no permissions (vfat, exFAT, shares of a network).
int cfiles_open(const char *path, int mode, uint32_t permissions, int *refused);
int cfiles_close(int descriptor);

/// The number of bytes moved, which may be fewer than asked for.
int64_t cfiles_read_at(int descriptor, void *bytes, size_t count, int64_t offset);
int64_t cfiles_write_at(int descriptor, const void *bytes, size_t count, int64_t offset);
int cfiles_truncate(int descriptor, int64_t size);

/// Lets the disk begin with a part of the file without waiting; nothing is known of it before the next sync.
void cfiles_begin_writing(int descriptor, int64_t offset, int64_t count);
/// Waits until the content and size of the file are on the disk.
int cfiles_sync_data(int descriptor);
/// Waits until the names in the folder are on the disk.
int cfiles_sync_folder(const char *path);

/// Takes one byte of the file as an open-file-description lock, exclusively and without waiting: 1 when it is
/// ours, 0 when another open file has it.
int cfiles_try_lock(int descriptor, int64_t byte);
int cfiles_unlock(int descriptor, int64_t byte);

int cfiles_status(const char *path, struct cfiles_status *found);
int cfiles_status_of(int descriptor, struct cfiles_status *found);
/// The number by which statfs(2) names the kind of file system that a path lies on.
int64_t cfiles_file_system(const char *path);
int cfiles_rename(const char *from, const char *to);
int cfiles_remove(const char *path);
/// Makes one folder; `permissions` hold whatever the umask says.
int cfiles_make_folder(const char *path, uint32_t permissions);
/// Makes a folder that its user alone may enter, below `base`, or below TMPDIR where that is NULL; `name` begins its own.
/// Its path, to be freed, or NULL with the reason in errno.
char *cfiles_make_temporary_folder(const char *base, const char *name);
/// Removes whatever can be removed of a folder and what is in it; links are removed, not followed.
void cfiles_remove_all(const char *path);
int cfiles_set_permissions(const char *path, uint32_t permissions);

/// Calls `each` with every name in the folder but "." and "..".
int cfiles_list(const char *path, void *context, void (*each)(void *context, const char *name));

/// The length of the first line with its newline, or 0 where no newline stands in the bytes.
size_t cfiles_line_length(const void *bytes, size_t count);

/// Whether some bytes stand among others.
int cfiles_holds(const void *bytes, size_t count, const void *part, size_t part_count);

void cfiles_pause(unsigned milliseconds);
