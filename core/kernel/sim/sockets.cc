// Sockets: two streams between two descriptors, and how they are made.
#include <algorithm>
#include <cerrno>

#include "core/kernel/sim/sim_kernel.h"

namespace forkscope::kernel {

namespace {

using Kind = SimDescriptor::Kind;

constexpr std::int64_t kInternet = 1;  // Request::a

SimStep error(int number) {
  return {.answer = {.error = number}};
}

void add_sockets(SimWorld& world, base::ObjectId one, base::ObjectId other) {
  for (const base::ObjectId id : {one, other}) world.streams[id].is_socket = true;
}

}  // namespace

SimStep SimKernel::socket(const SimMove& move) {
  switch (move.request.kind) {
    case EventKind::socket_pair:
      return make_socket_pair(move);
    case EventKind::socket_listen:
      return listen(move);
    case EventKind::socket_connect:
      return connect(move);
    case EventKind::socket_accept:
      return accept(move);
    case EventKind::fd_send:
      return pass_descriptors(move);
    case EventKind::fd_receive:
      return receive_descriptors(move);
    default:
      return error(ENOSYS);
  }
}

SimStep SimKernel::make_socket_pair(const SimMove& move) {
  const base::ObjectId one = new_object(move), other = new_object(move);
  add_sockets(move.world, one, other);
  const int first = new_descriptor(move.process, {.kind = Kind::socket, .read = one, .written = other});
  const int second = new_descriptor(move.process, {.kind = Kind::socket, .read = other, .written = one});
  return {.answer = {.value = first, .second = second, .object = one}};
}

SimStep SimKernel::listen(const SimMove& move) {
  const SimRequest& request = move.request;
  if (request.a == kInternet) return refuse(request, "the network is not explored.");
  for (const auto& [id, listener] : move.world.listeners) {
    if (listener.address == request.text) return error(EADDRINUSE);
  }
  const base::ObjectId id = new_object(move);
  move.world.listeners[id] = {.address = request.text, .room = request.b, .waiting = {}};
  const int number = new_descriptor(move.process, {.kind = Kind::listener, .read = id});
  return {.answer = {.value = number, .object = id, .bytes = request.text}};
}

SimStep SimKernel::connect(const SimMove& move) {
  if (move.request.a == kInternet) return refuse(move.request, "the network is not explored.");
  for (auto& [id, listener] : move.world.listeners) {
    if (listener.address != move.request.text) continue;
    const base::ObjectId one = new_object(move), other = new_object(move);
    add_sockets(move.world, one, other);
    listener.waiting.push_back({.kind = Kind::socket, .read = other, .written = one});
    const int number = new_descriptor(move.process, {.kind = Kind::socket, .read = one, .written = other});
    return {.answer = {.value = number, .second = other, .object = one}};
  }
  return error(ENOENT);
}

SimStep SimKernel::accept(const SimMove& move) {
  const auto found = move.process.descriptors.find(static_cast<int>(move.request.handle));
  if (found == move.process.descriptors.end()) return error(EBADF);
  if (found->second.kind != Kind::listener) return error(EINVAL);
  SimListener& listener = move.world.listeners.at(found->second.read);
  const SimDescriptor end = listener.waiting.front();
  listener.waiting.erase(listener.waiting.begin());
  const int number = new_descriptor(move.process, end);
  return {.answer = {.value = number, .second = end.written, .object = end.read}};
}

SimStep SimKernel::pass_descriptors(const SimMove& move) {
  const auto found = move.process.descriptors.find(static_cast<int>(move.request.handle));
  if (found == move.process.descriptors.end()) return error(EBADF);
  const base::ObjectId written = found->second.written;
  if (!has_reader(move.world, written)) return error(EPIPE);
  std::vector<SimDescriptor> passed;
  for (const int number : move.request.descriptors) {
    const auto each = move.process.descriptors.find(number);
    if (each == move.process.descriptors.end()) return error(EBADF);
    passed.push_back(each->second);
  }
  const std::size_t count = move.world.streams[written].write(move.request.text, std::move(passed));
  return {.answer = {.value = static_cast<std::int64_t>(count), .object = written}};
}

SimStep SimKernel::receive_descriptors(const SimMove& move) {
  const auto found = move.process.descriptors.find(static_cast<int>(move.request.handle));
  if (found == move.process.descriptors.end()) return error(EBADF);
  if (move.request.a <= 0 || move.request.b < 0) return error(EINVAL);
  Answer answer{.object = found->second.read};
  std::vector<SimDescriptor> passed;
  const auto stream = move.world.streams.find(found->second.read);
  if (stream != move.world.streams.end())
    answer.bytes = stream->second.read(static_cast<std::size_t>(move.request.a), &passed);
  answer.value = static_cast<std::int64_t>(answer.bytes.size());
  for (const SimDescriptor& each : passed) {
    if (static_cast<std::int64_t>(answer.ready.size()) < move.request.b)
      answer.ready.push_back(new_descriptor(move.process, each));
  }
  return {.answer = std::move(answer)};
}

}  // namespace forkscope::kernel
