#include "core/lab/streams.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace forkscope::lab {

namespace {

constexpr std::size_t kErrorsKept = 64u << 10;

void close_descriptor(int& descriptor) {
  if (descriptor >= 0) ::close(descriptor);
  descriptor = -1;
}

// Appends what can be read now; false at the end of file.
bool drain(int descriptor, std::string& text) {
  std::array<char, 1 << 16> bytes;
  for (;;) {
    const ssize_t count = ::read(descriptor, bytes.data(), bytes.size());
    if (count > 0)
      text.append(bytes.data(), static_cast<std::size_t>(count));
    else if (count == 0)
      return false;
    else if (errno != EINTR)
      return errno == EAGAIN;
    if (text.size() > 2 * kErrorsKept) text.erase(0, text.size() - kErrorsKept);
  }
}

}  // namespace

base::Result<Streams> Streams::make_pipes() {
  Streams streams;
  for (std::size_t stream = 0; stream < 3; ++stream) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return base::system_error("No pipe for the program", errno);
    const bool is_input = stream == 0;
    streams.ours_[stream] = ends[is_input ? 1 : 0];
    streams.programs_[stream] = ends[is_input ? 0 : 1];
    ::fcntl(streams.ours_[stream], F_SETFL, O_NONBLOCK);
  }
  return streams;
}

Streams::~Streams() {
  for (int& descriptor : ours_) close_descriptor(descriptor);
  close_program_ends();
}

Streams::Streams(Streams&& other) noexcept {
  *this = std::move(other);
}

Streams& Streams::operator=(Streams&& other) noexcept {
  std::swap(ours_, other.ours_);
  std::swap(programs_, other.programs_);
  std::swap(input_, other.input_);
  std::swap(errors_, other.errors_);
  return *this;
}

void Streams::become_standard() const {
  for (std::size_t stream = 0; stream < 3; ++stream) {
    if (programs_[stream] >= 0) ::dup2(programs_[stream], static_cast<int>(stream));
  }
}

void Streams::close_program_ends() {
  for (int& descriptor : programs_) close_descriptor(descriptor);
}

void Streams::close_input() {
  close_descriptor(ours_[0]);
}

void Streams::add_descriptors(std::vector<pollfd>& descriptors) const {
  if (ours_[0] >= 0 && !input_.empty()) descriptors.push_back({ours_[0], POLLOUT, 0});
  for (const int output : {ours_[1], ours_[2]}) {
    if (output >= 0) descriptors.push_back({output, POLLIN, 0});
  }
}

void Streams::turn() {
  if (ours_[0] >= 0 && !input_.empty()) {
    const ssize_t count = ::write(ours_[0], input_.data(), input_.size());
    if (count > 0) input_.erase(0, static_cast<std::size_t>(count));
    if (count < 0 && errno == EPIPE) close_descriptor(ours_[0]);
  }
  std::string printed;
  if (ours_[1] >= 0 && !drain(ours_[1], printed)) close_descriptor(ours_[1]);
  if (ours_[2] >= 0 && !drain(ours_[2], errors_)) close_descriptor(ours_[2]);
  if (errors_.size() > kErrorsKept) errors_.erase(0, errors_.size() - kErrorsKept);
}

}  // namespace forkscope::lab
