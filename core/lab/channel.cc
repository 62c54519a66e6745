#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "core/lab/protocol.h"

namespace forkscope::lab {

namespace {

constexpr std::size_t kLengthBytes = 4;
constexpr std::size_t kLongestMessage = 64u << 20;
constexpr std::size_t kMostDescriptors = 16;

std::string framed(const std::string& json) {
  const auto length = static_cast<std::uint32_t>(json.size());
  std::string frame;
  frame.reserve(kLengthBytes + json.size());
  for (int shift = 24; shift >= 0; shift -= 8) frame.push_back(static_cast<char>(length >> shift));
  return frame + json;
}

std::size_t length_at(const char* bytes) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < kLengthBytes; ++i) length = length << 8 | static_cast<unsigned char>(bytes[i]);
  return length;
}

struct ControlBuffer {
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * kMostDescriptors)> bytes{};
};

void attach(msghdr& header, ControlBuffer& control, int descriptor) {
  header.msg_control = control.bytes.data();
  header.msg_controllen = CMSG_SPACE(sizeof(int));
  cmsghdr* part = CMSG_FIRSTHDR(&header);
  part->cmsg_level = SOL_SOCKET;
  part->cmsg_type = SCM_RIGHTS;
  part->cmsg_len = CMSG_LEN(sizeof(int));
  std::memcpy(CMSG_DATA(part), &descriptor, sizeof(int));
}

void take_descriptors(msghdr& header, std::vector<int>& passed) {
  for (cmsghdr* part = CMSG_FIRSTHDR(&header); part != nullptr; part = CMSG_NXTHDR(&header, part)) {
    if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS) continue;
    const std::size_t count = (part->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    for (std::size_t i = 0; i < count; ++i) {
      int descriptor = -1;
      std::memcpy(&descriptor, CMSG_DATA(part) + i * sizeof(int), sizeof(int));
      passed.push_back(descriptor);
    }
  }
}

}  // namespace

Channel::~Channel() {
  if (fd_ >= 0) ::close(fd_);
}

Channel::Channel(Channel&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), incoming_(std::move(other.incoming_)) {}

Channel& Channel::operator=(Channel&& other) noexcept {
  std::swap(fd_, other.fd_);
  std::swap(incoming_, other.incoming_);
  return *this;
}

base::Status Channel::send(const std::string& json, int passed_descriptor) {
  if (json.size() > kLongestMessage)
    return base::Error{"A message of more than 64 MiB cannot be sent between the window and the lab."};
  const std::string frame = framed(json);
  std::size_t sent = 0;
  while (sent < frame.size()) {
    iovec piece{const_cast<char*>(frame.data()) + sent, frame.size() - sent};
    msghdr header{};
    header.msg_iov = &piece;
    header.msg_iovlen = 1;
    ControlBuffer control;
    if (passed_descriptor >= 0 && sent == 0) attach(header, control, passed_descriptor);
    const ssize_t count = ::sendmsg(fd_, &header, MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return base::system_error("Sending to the other end failed", errno);
    sent += static_cast<std::size_t>(count);
  }
  return base::Done{};
}

base::Result<std::vector<std::string>> Channel::receive(std::vector<int>& passed) {
  bool gone = false;
  std::array<char, 1 << 16> bytes;
  for (;;) {
    iovec piece{bytes.data(), bytes.size()};
    ControlBuffer control;
    msghdr header{};
    header.msg_iov = &piece;
    header.msg_iovlen = 1;
    header.msg_control = control.bytes.data();
    header.msg_controllen = control.bytes.size();
    const ssize_t count = ::recvmsg(fd_, &header, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) break;
    if (count <= 0) {
      gone = true;
      break;
    }
    take_descriptors(header, passed);
    incoming_.append(bytes.data(), static_cast<std::size_t>(count));
  }

  std::vector<std::string> messages;
  std::size_t taken = 0;
  while (incoming_.size() - taken >= kLengthBytes) {
    const std::size_t length = length_at(incoming_.data() + taken);
    if (length > kLongestMessage)
      return base::Error{"A message between the window and the lab is damaged: its length cannot be."};
    if (incoming_.size() - taken - kLengthBytes < length) break;
    messages.push_back(incoming_.substr(taken + kLengthBytes, length));
    taken += kLengthBytes + length;
  }
  incoming_.erase(0, taken);
  if (gone && messages.empty()) return base::Error{"The other end is gone."};
  return messages;
}

}  // namespace forkscope::lab
