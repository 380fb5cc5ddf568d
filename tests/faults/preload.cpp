// A library to be preloaded (LD_PRELOAD): counts the program's calls of each kind and makes those fail that the log names.
// The C library's own functions are found by dlsym, allocations by its second names, since dlsym allocates itself.
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <unistd.h>
#include <unwind.h>

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>

#include "faults/log.hpp"

// The signatures are the C library's; attributes of its headers are not repeated here.
#pragma GCC diagnostic ignored "-Wmissing-attributes"

extern "C" {
void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void* __libc_memalign(std::size_t, std::size_t);
}

namespace {

using faults::Call;

faults::Log* shared = nullptr;

__attribute__((constructor)) void open_log() {
  const char* path = std::getenv(faults::kVariable);
  if (path == nullptr) return;
  auto real_open = reinterpret_cast<int (*)(const char*, int, ...)>(::dlsym(RTLD_NEXT, "open"));
  const int file = real_open(path, O_RDWR | O_CLOEXEC);
  if (file < 0) return;
  void* at = ::mmap(nullptr, sizeof(faults::Log), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (at != MAP_FAILED) shared = static_cast<faults::Log*>(at);
}

/// A digest of the innermost callers, and how many are left to be seen.
struct Callers {
  std::uint32_t digest = 2166136261U;
  int left = 14;
};

_Unwind_Reason_Code see_caller(_Unwind_Context* context, void* into) {
  Callers& callers = *static_cast<Callers*>(into);
  const auto address = static_cast<std::uint64_t>(_Unwind_GetIP(context));
  for (int shift = 0; shift < 48; shift += 16) {
    callers.digest = (callers.digest ^ static_cast<std::uint32_t>(address >> shift & 0xFFFFU)) * 16777619U;
  }
  return --callers.left > 0 ? _URC_NO_REASON : _URC_END_OF_STACK;
}

thread_local bool looking = false;  // whoever looks at callers may allocate

void note_place(std::uint64_t number) {
  if (looking || number > faults::kPlaces) return;
  looking = true;
  Callers callers;
  _Unwind_Backtrace(see_caller, &callers);
  shared->place[number - 1] = callers.digest;
  looking = false;
}

/// Counts a call. Whether it is one that fails; errno is set then.
bool fails(Call call, bool* is_short = nullptr) {
  if (shared == nullptr) return false;
  const std::uint64_t number = ++shared->calls[static_cast<std::size_t>(call)];
  if (call == Call::allocate && shared->places != 0) note_place(number);
  if (shared->call != static_cast<std::int32_t>(call) || number < shared->first ||
      number - shared->first >= shared->count) {
    return false;
  }
  ++shared->injected;
  if (shared->error == faults::kShort) {
    if (is_short != nullptr) *is_short = true;
    return is_short == nullptr;
  }
  errno = shared->error;
  return true;
}

template <typename Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

/// What a stream's functions leave when the system refuses.
constexpr int kErrorSeen = 0x20;

}  // namespace

// Each function is found once; the name is that of the function around it.
#define REAL(function) static const auto next = real<decltype(&::function)>(#function)

extern "C" {

void* malloc(std::size_t size) { return fails(Call::allocate) ? nullptr : __libc_malloc(size); }
void* calloc(std::size_t count, std::size_t size) {
  return fails(Call::allocate) ? nullptr : __libc_calloc(count, size);
}
void* realloc(void* old, std::size_t size) { return fails(Call::allocate) ? nullptr : __libc_realloc(old, size); }
void* memalign(std::size_t alignment, std::size_t size) {
  return fails(Call::allocate) ? nullptr : __libc_memalign(alignment, size);
}
void* aligned_alloc(std::size_t alignment, std::size_t size) {
  return fails(Call::allocate) ? nullptr : __libc_memalign(alignment, size);
}
int posix_memalign(void** to, std::size_t alignment, std::size_t size) {
  if (fails(Call::allocate)) return ENOMEM;
  *to = __libc_memalign(alignment, size);
  return *to == nullptr ? ENOMEM : 0;
}

#define OPEN_LIKE(function)                                                   \
  int function(const char* path, int flags, ...) {                            \
    std::va_list more;                                                        \
    va_start(more, flags);                                                    \
    const mode_t mode = va_arg(more, mode_t);                                 \
    va_end(more);                                                             \
    static const auto next = real<int (*)(const char*, int, ...)>(#function); \
    return fails(Call::open) ? -1 : next(path, flags, mode);                  \
  }
OPEN_LIKE(open)
OPEN_LIKE(open64)

FILE* fopen(const char* path, const char* mode) {
  REAL(fopen);
  return fails(Call::open) ? nullptr : next(path, mode);
}
FILE* fopen64(const char* path, const char* mode) {
  static const auto next = real<FILE* (*)(const char*, const char*)>("fopen64");
  return fails(Call::open) ? nullptr : next(path, mode);
}
FILE* tmpfile() {
  REAL(tmpfile);
  return fails(Call::open) ? nullptr : next();
}
FILE* tmpfile64() {
  static const auto next = real<FILE* (*)()>("tmpfile64");
  return fails(Call::open) ? nullptr : next();
}
int mkstemp(char* pattern) {
  REAL(mkstemp);
  return fails(Call::open) ? -1 : next(pattern);
}
int mkostemp(char* pattern, int flags) {
  static const auto next = real<int (*)(char*, int)>("mkostemp");
  return fails(Call::open) ? -1 : next(pattern, flags);
}
int memfd_create(const char* name, unsigned flags) {
  static const auto next = real<int (*)(const char*, unsigned)>("memfd_create");
  return fails(Call::open) ? -1 : next(name, flags);
}

ssize_t read(int file, void* to, std::size_t size) {
  REAL(read);
  bool is_short = false;
  if (fails(Call::read, &is_short)) return -1;
  return next(file, to, is_short && size > 1 ? 1 : size);
}
ssize_t pread(int file, void* to, std::size_t size, off_t at) {
  REAL(pread);
  return fails(Call::read) ? -1 : next(file, to, size, at);
}
ssize_t pread64(int file, void* to, std::size_t size, off_t at) {
  static const auto next = real<ssize_t (*)(int, void*, std::size_t, off_t)>("pread64");
  return fails(Call::read) ? -1 : next(file, to, size, at);
}
ssize_t readv(int file, const iovec* parts, int count) {
  REAL(readv);
  return fails(Call::read) ? -1 : next(file, parts, count);
}
std::size_t fread(void* to, std::size_t size, std::size_t count, FILE* file) {
  REAL(fread);
  if (!fails(Call::read)) return next(to, size, count, file);
  file->_flags |= kErrorSeen;
  return 0;
}

// What the program says on stderr is left alone: its messages are looked at.
ssize_t write(int file, const void* from, std::size_t size) {
  REAL(write);
  bool is_short = false;
  if (file != STDERR_FILENO && fails(Call::write, &is_short)) return -1;
  return next(file, from, is_short && size > 1 ? 1 : size);
}
ssize_t pwrite(int file, const void* from, std::size_t size, off_t at) {
  REAL(pwrite);
  return fails(Call::write) ? -1 : next(file, from, size, at);
}
ssize_t pwrite64(int file, const void* from, std::size_t size, off_t at) {
  static const auto next = real<ssize_t (*)(int, const void*, std::size_t, off_t)>("pwrite64");
  return fails(Call::write) ? -1 : next(file, from, size, at);
}
ssize_t writev(int file, const iovec* parts, int count) {
  REAL(writev);
  return file != STDERR_FILENO && fails(Call::write) ? -1 : next(file, parts, count);
}
std::size_t fwrite(const void* from, std::size_t size, std::size_t count, FILE* file) {
  REAL(fwrite);
  if (file == stderr || !fails(Call::write)) return next(from, size, count, file);
  file->_flags |= kErrorSeen;
  return 0;
}
int fflush(FILE* file) {
  REAL(fflush);
  if (file == nullptr || file == stderr || !fails(Call::write)) return next(file);
  file->_flags |= kErrorSeen;
  return EOF;
}

// As Linux has it: the descriptor is gone whatever close says.
int close(int file) {
  REAL(close);
  const bool bad = fails(Call::close);
  const int error = errno;
  const int result = next(file);
  if (!bad) return result;
  errno = error;
  return -1;
}
int fclose(FILE* file) {
  REAL(fclose);
  const bool bad = fails(Call::close);
  const int error = errno;
  const int result = next(file);
  if (!bad) return result;
  errno = error;
  return EOF;
}

int rename(const char* from, const char* to) {
  REAL(rename);
  return fails(Call::rename) ? -1 : next(from, to);
}

pid_t fork() {
  REAL(fork);
  return fails(Call::start) ? -1 : next();
}
int pipe2(int* ends, int flags) {
  static const auto next = real<int (*)(int*, int)>("pipe2");
  return fails(Call::start) ? -1 : next(ends, flags);
}
int posix_spawn(pid_t* process, const char* path, const posix_spawn_file_actions_t* actions,
                const posix_spawnattr_t* attributes, char* const argv[], char* const envp[]) {
  REAL(posix_spawn);
  return fails(Call::start) ? EAGAIN : next(process, path, actions, attributes, argv, envp);
}
int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*run)(void*), void* argument) {
  REAL(pthread_create);
  return fails(Call::start) ? EAGAIN : next(thread, attributes, run, argument);
}

int fsync(int file) {
  REAL(fsync);
  return fails(Call::sync) ? -1 : next(file);
}
int fdatasync(int file) {
  REAL(fdatasync);
  return fails(Call::sync) ? -1 : next(file);
}
int ftruncate(int file, off_t size) {
  REAL(ftruncate);
  return fails(Call::sync) ? -1 : next(file, size);
}
int ftruncate64(int file, off_t size) {
  static const auto next = real<int (*)(int, off_t)>("ftruncate64");
  return fails(Call::sync) ? -1 : next(file, size);
}
off_t lseek(int file, off_t offset, int whence) {
  REAL(lseek);
  return fails(Call::sync) ? -1 : next(file, offset, whence);
}
off_t lseek64(int file, off_t offset, int whence) {
  static const auto next = real<off_t (*)(int, off_t, int)>("lseek64");
  return fails(Call::sync) ? -1 : next(file, offset, whence);
}
}
