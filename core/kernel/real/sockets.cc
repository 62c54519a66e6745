#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <memory>
#include <utility>

#include "core/kernel/real/interrupt.h"
#include "core/kernel/real/real_kernel.h"

namespace forkscope::kernel {

namespace {

constexpr std::int64_t kInternet = 1;  // Request::a
// What Linux takes in one message.
constexpr std::size_t kMostDescriptors = 253;

// An address in the form the system wants; size 0: there is none such, see `error`.
struct Address {
  sockaddr_storage storage{};
  socklen_t size = 0;
  int error = 0;

  sockaddr* any() { return reinterpret_cast<sockaddr*>(&storage); }
};

Address path_address(std::string_view path) {
  Address address;
  auto& place = reinterpret_cast<sockaddr_un&>(address.storage);
  if (path.size() >= sizeof place.sun_path) return {.error = ENAMETOOLONG};
  place.sun_family = AF_UNIX;
  std::copy(path.begin(), path.end(), place.sun_path);
  // An abstract name, which begins with a zero byte, ends where its length says.
  const bool is_abstract = path.starts_with('\0');
  address.size =
      static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size() + (is_abstract ? 0 : 1));
  return address;
}

Address internet_address(const std::string& text, bool to_listen) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos) return {.error = EINVAL};
  const std::string host = text.substr(0, colon);
  addrinfo hints{};
  hints.ai_family = AF_INET;
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_NUMERICSERV | (to_listen ? AI_PASSIVE : 0);
  addrinfo* found = nullptr;
  const int failure =
      ::getaddrinfo(host.empty() ? nullptr : host.c_str(), text.c_str() + colon + 1, &hints, &found);
  if (failure != 0) return {.error = failure == EAI_SYSTEM ? errno : EADDRNOTAVAIL};
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(found, ::freeaddrinfo);
  Address address{.size = found->ai_addrlen};
  std::memcpy(&address.storage, found->ai_addr, found->ai_addrlen);
  return address;
}

Address address_of(const Request& request, bool to_listen) {
  return request.a == kInternet ? internet_address(std::string(request.text), to_listen)
                                : path_address(request.text);
}

std::string text_of(const Address& address) {
  if (address.storage.ss_family == AF_UNIX) {
    const auto& place = reinterpret_cast<const sockaddr_un&>(address.storage);
    constexpr std::size_t kPathBegins = offsetof(sockaddr_un, sun_path);
    if (address.size <= kPathBegins) return "";
    std::string path(place.sun_path, address.size - kPathBegins);
    if (!path.starts_with('\0')) path.resize(std::strlen(path.c_str()));
    return path;
  }
  char host[NI_MAXHOST];
  char port[NI_MAXSERV];
  const int failure = ::getnameinfo(reinterpret_cast<const sockaddr*>(&address.storage), address.size, host,
                                    sizeof host, port, sizeof port, NI_NUMERICHOST | NI_NUMERICSERV);
  return failure != 0 ? "" : std::string(host) + ":" + port;
}

// A descriptor that is closed unless it is given away.
class Owned {
 public:
  explicit Owned(int descriptor) : descriptor_(descriptor) {}
  ~Owned() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
  int get() const { return descriptor_; }
  int give() { return std::exchange(descriptor_, -1); }

 private:
  int descriptor_;
};

// 0, or an errno.
int finish_connecting(int descriptor, bool in_progress, Address& address) {
  if (!in_progress) {
    // Everybody's places at the listening end are taken; there is nothing to poll for.
    ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) & ~O_NONBLOCK);
    return retry_interrupted([&] { return ::connect(descriptor, address.any(), address.size); }) == 0 ? 0
                                                                                                      : errno;
  }
  pollfd entry{.fd = descriptor, .events = POLLOUT, .revents = 0};
  if (retry_interrupted([&] { return ::poll(&entry, 1, -1); }) < 0) return errno;
  int error = 0;
  socklen_t size = sizeof error;
  return ::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno;
}

// Room for the descriptors beside a message, and the message's header that points there.
class DescriptorMessage {
 public:
  DescriptorMessage(char* bytes, std::size_t size, std::size_t count)
      : part_{.iov_base = bytes, .iov_len = size}, control_(CMSG_SPACE(sizeof(int) * count)) {
    header_.msg_iov = &part_;
    header_.msg_iovlen = 1;
    if (count == 0) return;
    header_.msg_control = control_.data();
    header_.msg_controllen = control_.size();
  }
  DescriptorMessage(const DescriptorMessage&) = delete;
  DescriptorMessage& operator=(const DescriptorMessage&) = delete;

  msghdr* header() { return &header_; }
  void put(std::span<const int> descriptors) {
    if (descriptors.empty()) return;
    cmsghdr* control = CMSG_FIRSTHDR(&header_);
    control->cmsg_level = SOL_SOCKET;
    control->cmsg_type = SCM_RIGHTS;
    control->cmsg_len = CMSG_LEN(descriptors.size_bytes());
    std::memcpy(CMSG_DATA(control), descriptors.data(), descriptors.size_bytes());
  }
  std::vector<int> take() {
    std::vector<int> descriptors;
    for (cmsghdr* control = CMSG_FIRSTHDR(&header_); control != nullptr;
         control = CMSG_NXTHDR(&header_, control)) {
      if (control->cmsg_level != SOL_SOCKET || control->cmsg_type != SCM_RIGHTS) continue;
      const std::size_t before = descriptors.size();
      descriptors.resize(before + (control->cmsg_len - CMSG_LEN(0)) / sizeof(int));
      std::memcpy(descriptors.data() + before, CMSG_DATA(control), control->cmsg_len - CMSG_LEN(0));
    }
    return descriptors;
  }

 private:
  iovec part_;
  std::vector<char> control_;
  msghdr header_{};
};

}  // namespace

Answer RealKernel::answer_socket(Thread& thread, const Request& request) {
  switch (request.kind) {
    case EventKind::socket_pair:
      return make_socket_pair();
    case EventKind::socket_listen:
      return listen_at(request);
    case EventKind::socket_connect:
      return connect_to(thread, request);
    case EventKind::socket_accept:
      return accept_connection(thread, request);
    case EventKind::fd_send:
      return send_descriptors(thread, request);
    case EventKind::fd_receive:
      return receive_descriptors(thread, request);
    default:
      return {.error = ENOSYS};
  }
}

Answer RealKernel::make_socket_pair() {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return {.error = errno};
  const base::ObjectId object = new_object_ids(2);
  set_descriptor_objects(ends[0], {.read = object, .written = object + 1});
  set_descriptor_objects(ends[1], {.read = object + 1, .written = object});
  return {.value = ends[0], .second = ends[1], .object = object};
}

Answer RealKernel::listen_at(const Request& request) {
  Address address = address_of(request, true);
  if (address.size == 0) return {.error = address.error};
  Owned socket(::socket(address.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (socket.get() < 0) return {.error = errno};
  const int again = 1;
  if (request.a == kInternet) ::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &again, sizeof again);
  if (::bind(socket.get(), address.any(), address.size) != 0 ||
      ::listen(socket.get(), static_cast<int>(request.b)) != 0) {
    return {.error = errno};
  }
  address.size = sizeof address.storage;
  if (::getsockname(socket.get(), address.any(), &address.size) != 0) return {.error = errno};
  const base::ObjectId object = new_object_id();
  set_descriptor_objects(socket.get(), {.read = object});
  return {.value = socket.give(), .object = object, .bytes = text_of(address)};
}

// The name a connecting socket takes, so that whoever accepts it knows which objects flow through it.
std::string RealKernel::name_of_connection(base::ObjectId object) const {
  std::string name("\0forkscope-", 11);
  name += arena_->session_prefix();
  if (object != 0) name += "-" + std::to_string(object);
  return name;
}

Answer RealKernel::connected(int descriptor, base::ObjectId read, base::ObjectId written) {
  set_descriptor_objects(descriptor, {.read = read, .written = written});
  return {.value = descriptor, .second = static_cast<std::int64_t>(written), .object = read};
}

Answer RealKernel::connect_to(Thread& thread, const Request& request) {
  const base::ObjectId object = new_object_ids(2);
  Answer answer{.object = object};
  WaitSection section(*this, thread, request, answer);
  // Within the section: a name server may be asked.
  Address address = address_of(request, false);
  answer.error = address.error;
  if (address.size == 0) return answer;
  Owned socket(::socket(address.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  answer.error = socket.get() < 0 ? errno : 0;
  if (answer.error != 0) return answer;
  if (request.a != kInternet) {
    Address own = path_address(name_of_connection(object));
    ::bind(socket.get(), own.any(), own.size);
  }
  int error = ::connect(socket.get(), address.any(), address.size) == 0 ? 0 : errno;
  if (error == EAGAIN || error == EINPROGRESS) {
    section.waits();
    error = finish_connecting(socket.get(), error == EINPROGRESS, address);
  }
  answer.error = error;
  if (error != 0) return answer;
  ::fcntl(socket.get(), F_SETFL, ::fcntl(socket.get(), F_GETFL) & ~O_NONBLOCK);
  return answer = connected(socket.give(), object, object + 1);
}

Answer RealKernel::accept_connection(Thread& thread, const Request& request) {
  const int listening = static_cast<int>(request.handle);
  Address peer{.size = sizeof peer.storage};
  Answer answer{.object = object_of(request)};
  WaitSection section(*this, thread, request, answer);
  pollfd entry{.fd = listening, .events = POLLIN, .revents = 0};
  if (::poll(&entry, 1, 0) == 0) section.waits();
  Owned socket(retry_interrupted([&] {
    peer.size = sizeof peer.storage;
    return ::accept4(listening, peer.any(), &peer.size, SOCK_CLOEXEC);
  }));
  if (socket.get() < 0) {
    answer.error = errno;
    return answer;
  }
  std::string name = text_of(peer);
  const std::string ours = name_of_connection(0) + "-";
  std::uint32_t object = 0;
  if (name.starts_with(ours)) {
    std::from_chars(name.data() + ours.size(), name.data() + name.size(), object);
    // A program that asks for the address gets what it would get without us.
    name.clear();
  }
  if (object == 0) object = new_object_ids(2);
  answer = connected(socket.give(), object + 1, object);
  answer.bytes = std::move(name);
  return answer;
}

Answer RealKernel::send_descriptors(Thread& thread, const Request& request) {
  Answer answer{.object = object_of(request)};
  if (request.descriptors.size() > kMostDescriptors) return {.error = EINVAL, .object = answer.object};
  DescriptorMessage message(const_cast<char*>(request.text.data()), request.text.size(),
                            request.descriptors.size());
  message.put(request.descriptors);
  const int socket = static_cast<int>(request.handle);
  WaitSection section(*this, thread, request, answer);
  ssize_t count = ::sendmsg(socket, message.header(), MSG_NOSIGNAL | MSG_DONTWAIT);
  if (count < 0 && errno == EAGAIN) {
    section.waits();
    count = retry_interrupted([&] { return ::sendmsg(socket, message.header(), MSG_NOSIGNAL); });
  }
  answer.error = count < 0 ? errno : 0;
  answer.value = std::max<std::int64_t>(count, 0);
  return answer;
}

Answer RealKernel::receive_descriptors(Thread& thread, const Request& request) {
  Answer answer{.object = object_of(request)};
  if (request.a <= 0 || request.b < 0) return {.error = EINVAL, .object = answer.object};
  std::string bytes(static_cast<std::size_t>(request.a), '\0');
  const auto most = std::min(static_cast<std::size_t>(request.b), kMostDescriptors);
  DescriptorMessage message(bytes.data(), bytes.size(), most);
  const int socket = static_cast<int>(request.handle);
  WaitSection section(*this, thread, request, answer);
  ssize_t count = ::recvmsg(socket, message.header(), MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
  if (count < 0 && errno == EAGAIN) {
    section.waits();
    count = retry_interrupted([&] { return ::recvmsg(socket, message.header(), MSG_CMSG_CLOEXEC); });
  }
  if (count < 0) {
    answer.error = errno;
    return answer;
  }
  bytes.resize(static_cast<std::size_t>(count));
  answer.value = count;
  answer.bytes = std::move(bytes);
  answer.ready = message.take();
  for (const int descriptor : answer.ready) set_descriptor_objects(descriptor, {});
  return answer;
}

}  // namespace forkscope::kernel
