#define _GNU_SOURCE
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <term.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

int terminal_columns(wchar_t scalar) { return wcwidth(scalar); }

size_t terminal_capability(const char *name, char *buffer, size_t size) {
  if (size == 0) return 0;
  buffer[0] = 0;
  const char *value = tigetstr(name);
  if (value == NULL || value == (const char *)-1) return 0;
  size_t count = 0;
  while (*value && count + 1 < size) {
    // Padding such as $<5> is meant for tputs and must not be sent as it stands.
    if (value[0] == '$' && value[1] == '<') {
      const char *end = strchr(value, '>');
      if (end) { value = end + 1; continue; }
    }
    buffer[count++] = *value++;
  }
  buffer[count] = 0;
  return count;
}

int terminal_memory_file(void) { return memfd_create("screen", MFD_CLOEXEC); }

bool terminal_redirect(int descriptor, int target) {
  int result;
  do result = dup3(target, descriptor, O_CLOEXEC);
  while (result < 0 && (errno == EINTR || errno == EBUSY));
  return result >= 0;
}

// MARK: - State, touched by handlers

static volatile sig_atomic_t armed;
static volatile sig_atomic_t resized, stop_asked, continued, terminate_asked, hung_up;
// When the request to terminate came that nobody has seen yet, in seconds.
static volatile time_t terminate_asked_at;
static int input_descriptor = -1, output_descriptor = -1;
static int wake_read = -1, wake_write = -1;
static int errors_before = -1;
static struct termios before;
static char farewell[512];
static size_t farewell_count;

static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGQUIT};
static const int told[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGINT, SIGHUP};
enum { fatal_count = sizeof fatal / sizeof *fatal, told_count = sizeof told / sizeof *told };
static struct sigaction before_fatal[fatal_count], before_told[told_count];
static bool guarding;

static void send_farewell(void) {
  size_t sent = 0;
  while (sent < farewell_count) {
    // A terminal that takes nothing any more must not keep a dying program alive.
    struct pollfd ready = {.fd = output_descriptor, .events = POLLOUT};
    if (poll(&ready, 1, 500) <= 0) return;
    ssize_t count = write(output_descriptor, farewell + sent, farewell_count - sent);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return;
    sent += (size_t)count;
  }
}

static void bring_back_errors(void) {
  if (errors_before < 0) return;
  dup2(errors_before, STDERR_FILENO);
  close(errors_before);
  errors_before = -1;
}

void terminal_guard_put_back(void) {
  int error = errno;
  if (armed) {
    armed = 0;
    // A program in the background is stopped for touching the terminal, unless it ignores the signal.
    struct sigaction ignore = {.sa_handler = SIG_IGN}, background;
    sigaction(SIGTTOU, &ignore, &background);
    tcflow(output_descriptor, TCOON);
    send_farewell();
    tcsetattr(input_descriptor, TCSANOW, &before);
    sigaction(SIGTTOU, &background, NULL);
  }
  bring_back_errors();
  errno = error;
}

// MARK: - Handlers

static void die_of(int number, const struct sigaction *action) {
  terminal_guard_put_back();
  sigaction(number, action, NULL);
  // Blocked until the handler returns, then delivered to whoever had it before us.
  raise(number);
}

static void on_fatal(int number) {
  for (int i = 0; i < fatal_count; i++)
    if (fatal[i] == number) die_of(number, &before_fatal[i]);
}

static void on_told(int number) {
  int error = errno;
  static const struct sigaction standard = {.sa_handler = SIG_DFL};
  switch (number) {
  case SIGWINCH: resized = 1; break;
  case SIGTSTP: stop_asked = 1; break;
  case SIGCONT: continued = 1; break;
  case SIGHUP: hung_up = 1; break;
  default:
    // Asked again seconds later and the first not even seen: the program hangs.
    if (terminate_asked && time(NULL) - terminate_asked_at >= 2) die_of(number, &standard);
    if (!terminate_asked) terminate_asked_at = time(NULL);
    terminate_asked = 1;
  }
  ssize_t ignored = write(wake_write, "", 1);
  (void)ignored;
  errno = error;
}

// MARK: - Begin and end

static void catch_told(int index) {
  struct sigaction action = {.sa_handler = on_told, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(told[index], &action, NULL);
}

static void catch_signals(void) {
  // A stack that has overflowed cannot carry the handler.
  static char stack[64 * 1024];
  stack_t current;
  if (sigaltstack(NULL, &current) == 0 && (current.ss_flags & SS_DISABLE)) {
    stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&own, NULL);
  }
  for (int i = 0; i < fatal_count; i++) {
    struct sigaction action = {.sa_handler = on_fatal, .sa_flags = SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    sigaction(fatal[i], &action, &before_fatal[i]);
  }
  for (int i = 0; i < told_count; i++) {
    sigaction(told[i], NULL, &before_told[i]);
    catch_told(i);
  }
}

int terminal_guard_begin(int input, int output) {
  if (guarding) return EBUSY;
  if (tcgetattr(input, &before) != 0) return errno;
  int ends[2];
  if (pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0) return errno;
  wake_read = ends[0];
  wake_write = ends[1];
  input_descriptor = input;
  output_descriptor = output;
  farewell_count = 0;
  resized = stop_asked = continued = terminate_asked = hung_up = 0;
  catch_signals();
  static bool registered;
  if (!registered) registered = atexit(terminal_guard_put_back) == 0;
  guarding = true;
  return 0;
}

void terminal_guard_set_farewell(const char *bytes, size_t count) {
  farewell_count = 0;
  if (count > sizeof farewell) count = sizeof farewell;
  memcpy(farewell, bytes, count);
  farewell_count = count;
}

int terminal_guard_divert_errors(const char *path) {
  if (errors_before >= 0) return 0;
  int file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY, 0600);
  // A bare root has no devices: what would be thrown away goes into memory, and with it.
  if (file < 0 && errno == ENOENT && strcmp(path, "/dev/null") == 0) file = memfd_create("errors", MFD_CLOEXEC);
  if (file < 0) return errno;
  int saved = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (saved < 0 || dup2(file, STDERR_FILENO) < 0) {
    int error = errno;
    if (saved >= 0) close(saved);
    close(file);
    return error;
  }
  close(file);
  errors_before = saved;
  return 0;
}

void terminal_guard_arm(void) { armed = 1; }

void terminal_guard_stop(void) {
  for (int i = 0; i < told_count; i++) {
    if (told[i] != SIGTSTP) continue;
    struct sigaction standard = {.sa_handler = SIG_DFL};
    sigaction(SIGTSTP, &standard, NULL);
    raise(SIGTSTP);
    catch_told(i);
  }
  stop_asked = continued = 0;
}

void terminal_guard_end(void) {
  if (!guarding) return;
  terminal_guard_put_back();
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &before_fatal[i], NULL);
  for (int i = 0; i < told_count; i++) sigaction(told[i], &before_told[i], NULL);
  close(wake_read);
  close(wake_write);
  wake_read = wake_write = -1;
  guarding = false;
}

int terminal_guard_wake_descriptor(void) { return wake_read; }

int terminal_guard_take_notices(void) {
  char drained[64];
  while (read(wake_read, drained, sizeof drained) > 0) {}
  // A signal that comes from here on is told now or writes to the pipe again: none is lost.
  int notices = 0;
  if (resized) { resized = 0; notices |= TERMINAL_RESIZED; }
  if (stop_asked) { stop_asked = 0; notices |= TERMINAL_STOP_ASKED; }
  if (continued) { continued = 0; notices |= TERMINAL_CONTINUED; }
  if (terminate_asked) { terminate_asked = 0; notices |= TERMINAL_TERMINATE_ASKED; }
  if (hung_up) { hung_up = 0; notices |= TERMINAL_HUNG_UP; }
  return notices;
}
