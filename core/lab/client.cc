#include "core/lab/client.h"

#include <poll.h>
#include <unistd.h>

#include <cstddef>
#include <utility>

#include "core/lab/launch.h"

namespace forkscope::lab {

namespace {
constexpr int kPatienceMs = 2000;
}

struct Client::Impl {
  LaunchedLab lab;
  bool alive = true;
  std::vector<int>
      passed;  // descriptors that have come, in order, and belong to `started` messages yet to be read

  void take_arena(FromLab& message) {
    auto* started = std::get_if<Started>(&message);
    if (started == nullptr || passed.empty()) return;
    started->arena = passed.front();
    passed.erase(passed.begin());
  }
};

Client::Client() : impl_(std::make_unique<Impl>()) {}

base::Result<std::unique_ptr<Client>> Client::launch(const std::string& lab_program) {
  auto lab = launch_lab(lab_program);
  if (!lab.ok()) return lab.error();
  std::unique_ptr<Client> client(new Client());
  client->impl_->lab = std::move(lab.value());
  return client;
}

Client::~Client() {
  send(Shutdown{});
  for (const int descriptor : impl_->passed) ::close(descriptor);
  impl_->lab.channel = Channel();  // its end tells the lab as well, should the message not have arrived
  wait_for_lab(impl_->lab.pid, kPatienceMs);
}

bool Client::alive() const {
  return impl_->alive;
}

int Client::descriptor() const {
  return impl_->lab.channel.fd();
}

void Client::send(const ToLab& message) {
  if (!impl_->alive) return;
  if (!impl_->lab.channel.send(encode(message)).ok()) impl_->alive = false;
}

void Client::wait(int milliseconds) const {
  pollfd readable{impl_->lab.channel.fd(), POLLIN, 0};
  if (impl_->alive) ::poll(&readable, 1, milliseconds);
}

std::vector<FromLab> Client::receive() {
  std::vector<FromLab> messages;
  if (!impl_->alive) return messages;
  auto texts = impl_->lab.channel.receive(impl_->passed);
  if (!texts.ok()) {
    impl_->alive = false;
    return messages;
  }
  for (const std::string& text : texts.value()) {
    auto message = decode_from_lab(text);
    if (!message.ok()) {
      messages.push_back(Trouble{message.error().message});
      continue;
    }
    impl_->take_arena(message.value());
    messages.push_back(std::move(message.value()));
  }
  return messages;
}

}  // namespace forkscope::lab
