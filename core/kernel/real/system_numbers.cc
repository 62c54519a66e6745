#include <fcntl.h>
#include <signal.h>
#include <string.h>

#include <cerrno>
#include <system_error>

#include "core/kernel/host.h"

namespace forkscope::kernel {

#define NUMBER(name) \
  NamedNumber {      \
#name, name      \
  }

std::span<const NamedNumber> error_numbers() {
  static constexpr NamedNumber kNumbers[] = {
      NUMBER(EPERM),      NUMBER(ENOENT),      NUMBER(ESRCH),        NUMBER(EINTR),      NUMBER(EIO),
      NUMBER(EBADF),      NUMBER(ECHILD),      NUMBER(EAGAIN),       NUMBER(ENOMEM),     NUMBER(EACCES),
      NUMBER(EEXIST),     NUMBER(ENOTDIR),     NUMBER(EISDIR),       NUMBER(EINVAL),     NUMBER(EMFILE),
      NUMBER(ENFILE),     NUMBER(ENOSPC),      NUMBER(EPIPE),        NUMBER(EDOM),       NUMBER(ERANGE),
      NUMBER(ENOSYS),     NUMBER(ENOTEMPTY),   NUMBER(ECONNREFUSED), NUMBER(ECONNRESET), NUMBER(ETIMEDOUT),
      NUMBER(EALREADY),   NUMBER(EINPROGRESS), NUMBER(ECONNABORTED), NUMBER(EROFS),      NUMBER(ENAMETOOLONG),
      NUMBER(EWOULDBLOCK)};
  return kNumbers;
}

std::span<const NamedNumber> signal_numbers() {
  static constexpr NamedNumber kNumbers[] = {
      NUMBER(SIGHUP),    NUMBER(SIGINT),  NUMBER(SIGQUIT),  NUMBER(SIGILL),  NUMBER(SIGTRAP),
      NUMBER(SIGABRT),   NUMBER(SIGBUS),  NUMBER(SIGFPE),   NUMBER(SIGKILL), NUMBER(SIGUSR1),
      NUMBER(SIGSEGV),   NUMBER(SIGUSR2), NUMBER(SIGPIPE),  NUMBER(SIGALRM), NUMBER(SIGTERM),
      NUMBER(SIGSTKFLT), NUMBER(SIGCHLD), NUMBER(SIGCONT),  NUMBER(SIGSTOP), NUMBER(SIGTSTP),
      NUMBER(SIGTTIN),   NUMBER(SIGTTOU), NUMBER(SIGURG),   NUMBER(SIGXCPU), NUMBER(SIGXFSZ),
      NUMBER(SIGVTALRM), NUMBER(SIGPROF), NUMBER(SIGWINCH), NUMBER(SIGIO),   NUMBER(SIGPWR),
      NUMBER(SIGSYS)};
  return kNumbers;
}

std::span<const NamedNumber> open_flags() {
  static constexpr NamedNumber kNumbers[] = {NUMBER(O_RDONLY), NUMBER(O_WRONLY),   NUMBER(O_RDWR),
                                             NUMBER(O_CREAT),  NUMBER(O_EXCL),     NUMBER(O_TRUNC),
                                             NUMBER(O_APPEND), NUMBER(O_NONBLOCK), NUMBER(O_CLOEXEC)};
  return kNumbers;
}

#undef NUMBER

std::string signal_text(int signal) {
  const char* text = ::sigdescr_np(signal);
  return text == nullptr ? std::string() : text;
}

std::string error_text(int error) {
  return std::generic_category().message(error);
}

}  // namespace forkscope::kernel
