// Pipes, the standard streams, and what all descriptors have in common.
#include <algorithm>
#include <cerrno>

#include "core/kernel/sim/sim_kernel.h"

namespace forkscope::kernel {

namespace {

using Kind = SimDescriptor::Kind;

base::ObjectId object_of(const SimDescriptor& descriptor) {
  return descriptor.read != 0 ? descriptor.read : descriptor.written;
}

bool leads_to(const SimWorld& world, base::ObjectId id, base::ObjectId SimDescriptor::*end) {
  world.looked_around = true;
  const auto does = [&](const SimDescriptor& descriptor) {
    const bool streams = descriptor.kind == Kind::pipe || descriptor.kind == Kind::socket;
    return streams && descriptor.*end == id;
  };
  for (const auto& [process_id, process] : world.processes) {
    for (const auto& [number, descriptor] : process.descriptors) {
      if (does(descriptor)) return true;
    }
  }
  // On their way: not accepted yet, or passed and not received.
  for (const auto& [listener_id, listener] : world.listeners) {
    if (std::any_of(listener.waiting.begin(), listener.waiting.end(), does)) return true;
  }
  for (const auto& [stream_id, stream] : world.streams.all()) {
    for (const SimStream::Piece& piece : stream.pieces) {
      if (std::any_of(piece.passed.begin(), piece.passed.end(), does)) return true;
    }
  }
  return false;
}

}  // namespace

bool SimKernel::has_writer(const SimWorld& world, base::ObjectId stream) {
  return leads_to(world, stream, &SimDescriptor::written);
}

bool SimKernel::has_reader(const SimWorld& world, base::ObjectId stream) {
  return leads_to(world, stream, &SimDescriptor::read);
}

bool SimKernel::can_read(const SimWorld& world, const SimDescriptor& descriptor) {
  switch (descriptor.kind) {
    case Kind::pipe:
    case Kind::socket: {
      const auto stream = world.streams.find(descriptor.read);
      const bool has_bytes = stream != world.streams.end() && !stream->second.empty();
      return descriptor.read != 0 && (has_bytes || !has_writer(world, descriptor.read));
    }
    case Kind::listener:
      return !world.listeners.at(descriptor.read).waiting.empty();
    case Kind::process: {
      world.looked_around = true;
      const auto process = world.processes.find(process_of_pid(descriptor.pid));
      return process == world.processes.end() || !process->second.runs();
    }
    default:
      return true;
  }
}

bool SimKernel::is_ready_descriptor(const SimMove& move) {
  const SimRequest& request = move.request;
  const SimDescriptor* const descriptor = move.process.descriptor(request.handle);
  switch (request.kind) {
    case EventKind::fd_read:
    case EventKind::socket_accept:
    case EventKind::fd_receive:
      return descriptor == nullptr || can_read(move.world, *descriptor);
    case EventKind::fd_write:
    case EventKind::fd_send: {
      if (descriptor == nullptr || descriptor->written == 0) return true;
      const auto stream = move.world.streams.find(descriptor->written);
      return stream == move.world.streams.end() ||
             stream->second.has_room(std::string_view(request.text).substr(move.thread.written)) ||
             !has_reader(move.world, descriptor->written);
    }
    case EventKind::socket_connect:
      for (const auto& [id, listener] : move.world.listeners) {
        if (listener.address == request.text)
          return static_cast<std::int64_t>(listener.waiting.size()) <= listener.room;
      }
      return true;
    case EventKind::fd_poll:
      return std::any_of(request.descriptors.begin(), request.descriptors.end(), [&](int number) {
        const SimDescriptor* const each = move.process.descriptor(number);
        return each == nullptr || can_read(move.world, *each);
      });
    default:
      return true;
  }
}

SimStep SimKernel::descriptor(const SimMove& move) {
  const SimRequest& request = move.request;
  switch (request.kind) {
    case EventKind::pipe_create:
      return make_pipe(move);
    case EventKind::fd_read:
      return read(move);
    case EventKind::fd_write:
      return write(move);
    case EventKind::stream_write: {
      SimStep step{.answer = {.value = static_cast<std::int64_t>(request.text.size())}};
      const SimDescriptor* const stream = move.process.descriptor(request.handle);
      if (stream == nullptr) return {.answer = {.error = EBADF}};
      if (stream->kind != Kind::standard) return write(move);
      step.printed = request.text;
      step.printed_to = static_cast<int>(stream->pid);
      return step;
    }
    case EventKind::stream_read:
      return refuse(request, "input from the keyboard is not explored.");
    case EventKind::file_open:
      return refuse(request, "files are not explored: " + request.text);
    case EventKind::fd_poll:
      return poll(move);
    case EventKind::fd_close:
      return close(move);
    case EventKind::fd_duplicate: {
      const SimDescriptor* const original = move.process.descriptor(request.handle);
      if (original == nullptr) return {.answer = {.error = EBADF}};
      const SimDescriptor copy = *original;
      return {.answer = {.value = new_descriptor(move.process, copy), .object = object_of(copy)}};
    }
    default:
      return socket(move);
  }
}

SimStep SimKernel::make_pipe(const SimMove& move) {
  const base::ObjectId id = new_object(move);
  move.world.streams[id];
  const int read_end = new_descriptor(move.process, {.kind = Kind::pipe, .read = id});
  const int write_end = new_descriptor(move.process, {.kind = Kind::pipe, .written = id});
  return {.answer = {.value = read_end, .second = write_end, .object = id}};
}

SimStep SimKernel::read(const SimMove& move) {
  const SimDescriptor* const from = move.process.descriptor(move.request.handle);
  if (from == nullptr) return {.answer = {.error = EBADF}};
  if (move.request.a < 0) return {.answer = {.error = EINVAL}};
  if (from->kind == Kind::standard) return refuse(move.request, "input from the keyboard is not explored.");
  if (from->read == 0 || from->kind == Kind::listener || from->kind == Kind::memory)
    return {.answer = {.error = EBADF}};
  Answer answer{.object = from->read};
  const auto stream = move.world.streams.find(from->read);
  if (stream != move.world.streams.end())
    answer.bytes = stream->second.read(static_cast<std::size_t>(move.request.a));
  answer.value = static_cast<std::int64_t>(answer.bytes.size());
  return {.answer = std::move(answer)};
}

// As much as there is room for; the rest waits.
SimStep SimKernel::write(const SimMove& move) {
  const SimDescriptor* const to = move.process.descriptor(move.request.handle);
  if (to == nullptr) return {.answer = {.error = EBADF}};
  const std::string_view text = move.request.text;
  if (to->kind == Kind::standard) {
    SimStep step{.answer = {.value = static_cast<std::int64_t>(text.size())}};
    step.printed = text;
    step.printed_to = static_cast<int>(to->pid);
    return step;
  }
  if (to->written == 0) return {.answer = {.error = EBADF}};
  std::uint64_t& written = move.thread.written;
  const Answer answer{.object = to->written};
  if (!has_reader(move.world, to->written)) {
    if (written == 0) return {.answer = {.error = EPIPE, .object = to->written}};
  } else {
    written += move.world.streams[to->written].write(text.substr(written));
    if (written < text.size()) return {.then = SimStep::Then::waits, .answer = answer};
  }
  return {.answer = {.value = static_cast<std::int64_t>(written), .object = to->written}};
}

SimStep SimKernel::poll(const SimMove& move) {
  Answer answer;
  for (const int number : move.request.descriptors) {
    const SimDescriptor* const each = move.process.descriptor(number);
    if (each == nullptr || can_read(move.world, *each)) answer.ready.push_back(number);
    if (answer.object == 0 && each != nullptr) answer.object = object_of(*each);
  }
  answer.value = static_cast<std::int64_t>(answer.ready.size());
  return {.answer = std::move(answer)};
}

SimStep SimKernel::close(const SimMove& move) {
  const auto found = move.process.descriptors.find(static_cast<int>(move.request.handle));
  if (found == move.process.descriptors.end()) return {.answer = {.error = EBADF}};
  const base::ObjectId object = object_of(found->second);
  move.process.descriptors.erase(found);
  drop_unreachable(move.world);
  return {.answer = {.object = object}};
}

}  // namespace forkscope::kernel
