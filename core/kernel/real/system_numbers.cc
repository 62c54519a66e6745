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
  static constexpr NamedNumber kNumbers[] = {NUMBER(EPERM),
                                             NUMBER(ENOENT),
                                             NUMBER(ESRCH),
                                             NUMBER(EINTR),
                                             NUMBER(EIO),
                                             NUMBER(ENXIO),
                                             NUMBER(E2BIG),
                                             NUMBER(ENOEXEC),
                                             NUMBER(EBADF),
                                             NUMBER(ECHILD),
                                             NUMBER(EWOULDBLOCK),
                                             NUMBER(EAGAIN),
                                             NUMBER(ENOMEM),
                                             NUMBER(EACCES),
                                             NUMBER(EFAULT),
                                             NUMBER(ENOTBLK),
                                             NUMBER(EBUSY),
                                             NUMBER(EEXIST),
                                             NUMBER(EXDEV),
                                             NUMBER(ENODEV),
                                             NUMBER(ENOTDIR),
                                             NUMBER(EISDIR),
                                             NUMBER(EINVAL),
                                             NUMBER(ENFILE),
                                             NUMBER(EMFILE),
                                             NUMBER(ENOTTY),
                                             NUMBER(ETXTBSY),
                                             NUMBER(EFBIG),
                                             NUMBER(ENOSPC),
                                             NUMBER(ESPIPE),
                                             NUMBER(EROFS),
                                             NUMBER(EMLINK),
                                             NUMBER(EPIPE),
                                             NUMBER(EDOM),
                                             NUMBER(ERANGE),
                                             NUMBER(EDEADLK),
                                             NUMBER(EDEADLOCK),
                                             NUMBER(ENAMETOOLONG),
                                             NUMBER(ENOLCK),
                                             NUMBER(ENOSYS),
                                             NUMBER(ENOTEMPTY),
                                             NUMBER(ELOOP),
                                             NUMBER(ENOMSG),
                                             NUMBER(EIDRM),
                                             NUMBER(ECHRNG),
                                             NUMBER(EL2NSYNC),
                                             NUMBER(EL3HLT),
                                             NUMBER(EL3RST),
                                             NUMBER(ELNRNG),
                                             NUMBER(EUNATCH),
                                             NUMBER(ENOCSI),
                                             NUMBER(EL2HLT),
                                             NUMBER(EBADE),
                                             NUMBER(EBADR),
                                             NUMBER(EXFULL),
                                             NUMBER(ENOANO),
                                             NUMBER(EBADRQC),
                                             NUMBER(EBADSLT),
                                             NUMBER(EBFONT),
                                             NUMBER(ENOSTR),
                                             NUMBER(ENODATA),
                                             NUMBER(ETIME),
                                             NUMBER(ENOSR),
                                             NUMBER(ENONET),
                                             NUMBER(ENOPKG),
                                             NUMBER(EREMOTE),
                                             NUMBER(ENOLINK),
                                             NUMBER(EADV),
                                             NUMBER(ESRMNT),
                                             NUMBER(ECOMM),
                                             NUMBER(EPROTO),
                                             NUMBER(EMULTIHOP),
                                             NUMBER(EDOTDOT),
                                             NUMBER(EBADMSG),
                                             NUMBER(EOVERFLOW),
                                             NUMBER(ENOTUNIQ),
                                             NUMBER(EBADFD),
                                             NUMBER(EREMCHG),
                                             NUMBER(ELIBACC),
                                             NUMBER(ELIBBAD),
                                             NUMBER(ELIBSCN),
                                             NUMBER(ELIBMAX),
                                             NUMBER(ELIBEXEC),
                                             NUMBER(EILSEQ),
                                             NUMBER(ERESTART),
                                             NUMBER(ESTRPIPE),
                                             NUMBER(EUSERS),
                                             NUMBER(ENOTSOCK),
                                             NUMBER(EDESTADDRREQ),
                                             NUMBER(EMSGSIZE),
                                             NUMBER(EPROTOTYPE),
                                             NUMBER(ENOPROTOOPT),
                                             NUMBER(EPROTONOSUPPORT),
                                             NUMBER(ESOCKTNOSUPPORT),
                                             NUMBER(EOPNOTSUPP),
                                             NUMBER(ENOTSUP),
                                             NUMBER(EPFNOSUPPORT),
                                             NUMBER(EAFNOSUPPORT),
                                             NUMBER(EADDRINUSE),
                                             NUMBER(EADDRNOTAVAIL),
                                             NUMBER(ENETDOWN),
                                             NUMBER(ENETUNREACH),
                                             NUMBER(ENETRESET),
                                             NUMBER(ECONNABORTED),
                                             NUMBER(ECONNRESET),
                                             NUMBER(ENOBUFS),
                                             NUMBER(EISCONN),
                                             NUMBER(ENOTCONN),
                                             NUMBER(ESHUTDOWN),
                                             NUMBER(ETOOMANYREFS),
                                             NUMBER(ETIMEDOUT),
                                             NUMBER(ECONNREFUSED),
                                             NUMBER(EHOSTDOWN),
                                             NUMBER(EHOSTUNREACH),
                                             NUMBER(EALREADY),
                                             NUMBER(EINPROGRESS),
                                             NUMBER(ESTALE),
                                             NUMBER(EUCLEAN),
                                             NUMBER(ENOTNAM),
                                             NUMBER(ENAVAIL),
                                             NUMBER(EISNAM),
                                             NUMBER(EREMOTEIO),
                                             NUMBER(EDQUOT),
                                             NUMBER(ENOMEDIUM),
                                             NUMBER(EMEDIUMTYPE),
                                             NUMBER(ECANCELED),
                                             NUMBER(ENOKEY),
                                             NUMBER(EKEYEXPIRED),
                                             NUMBER(EKEYREVOKED),
                                             NUMBER(EKEYREJECTED),
                                             NUMBER(EOWNERDEAD),
                                             NUMBER(ENOTRECOVERABLE),
                                             NUMBER(ERFKILL)};
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
