#include "app/widgets/object_text.h"

#include "app/model/names.h"
#include "app/widgets/format.h"

namespace forkscope::app {

namespace {

using trace::EventKind;

// `named` has a {0} for the program's name; both are translated.
std::string with_name(const ObjectMeaning& meaning, const char* named, const char* nameless) {
  return meaning.name.empty() ? std::string(nameless) : tr_format(named, meaning.name);
}

std::string queue_part(const trace::Store& store, const ObjectMeaning& meaning, const char* text) {
  return tr_format(text, queue_name(store, meaning.part_of, tr("queue")));
}

std::string waits_at_pipe(EventKind kind, ObjectRole role) {
  if (kind == EventKind::fd_write) return tr("waits for room in the pipe");
  if (role == ObjectRole::queue_pipe) return tr("waits for an item in the pipe");
  if (role == ObjectRole::pool_tasks) return tr("waits for a task");
  return role == ObjectRole::pool_results ? tr("waits for a result") : tr("waits for something to read");
}

// Requests that wait without an object, or for what has no name.
const char* waits_in(EventKind kind) {
  switch (kind) {
    case EventKind::thread_join:
      return tr("waits for a thread to end");
    case EventKind::process_wait:
      return tr("waits for a process to end");
    case EventKind::sleep:
      return tr("sleeps");
    case EventKind::stream_read:
      return tr("waits for a line from the keyboard");
    case EventKind::signal_wait:
      return tr("waits for a signal");
    case EventKind::condition_wait:
      return tr("waits to be notified");
    case EventKind::socket_connect:
    case EventKind::socket_accept:
      return tr("waits for a connection");
    case EventKind::fd_read:
    case EventKind::fd_poll:
    case EventKind::fd_receive:
      return tr("waits for something to read");
    case EventKind::fd_write:
    case EventKind::fd_send:
    case EventKind::stream_write:
      return tr("waits for room to write");
    default:
      return tr("waits");
  }
}

std::string waits_for(const std::string& what, const trace::Store& store, const trace::World& world,
                      base::ObjectId object) {
  const base::ThreadId owner = owner_of(world, object);
  if (owner == 0) return tr_format("waits for {0}", what);
  return tr_format("waits for {0}, {1}", what, owner_text(store, owner, was_killed(world, owner)));
}

}  // namespace

std::string object_text(const trace::Store& store, const trace::World& world, base::ObjectId object) {
  const ObjectMeaning meaning = meaning_of(store, world, object);
  switch (meaning.role) {
    case ObjectRole::queue:
      return queue_part(store, meaning, "{0}");
    case ObjectRole::queue_pipe:
      return queue_part(store, meaning, tr("the pipe of {0}"));
    case ObjectRole::queue_slots:
      return queue_part(store, meaning, tr("the slots of {0}"));
    case ObjectRole::queue_reader_lock:
      return queue_part(store, meaning, tr("the reader lock of {0}"));
    case ObjectRole::queue_writer_lock:
      return queue_part(store, meaning, tr("the writer lock of {0}"));
    case ObjectRole::pool:
      return tr("the pool");
    case ObjectRole::pool_tasks:
      return tr("the pool's pipe for tasks");
    case ObjectRole::pool_results:
      return tr("the pool's pipe for results");
    case ObjectRole::lock:
      return with_name(meaning, tr("lock {0}"), tr("a lock between processes"));
    case ObjectRole::semaphore:
      return with_name(meaning, tr("semaphore {0}"), tr("a semaphore"));
    case ObjectRole::thread_lock:
      return tr("a lock inside the process");
    case ObjectRole::condition:
      return tr("a condition");
    case ObjectRole::pipe:
      return with_name(meaning, tr("pipe {0}"), tr("a pipe"));
    case ObjectRole::shared_value:
      return with_name(meaning, tr("shared value {0}"), tr("a shared value"));
    case ObjectRole::unknown:
      return with_name(meaning, "{0}", tr("an object of the system"));
  }
  return {};
}

std::string waiting_text(const trace::Store& store, const trace::World& world, EventKind kind,
                         base::ObjectId object) {
  const ObjectMeaning meaning = meaning_of(store, world, object);
  switch (meaning.role) {
    case ObjectRole::queue_slots:
      return queue_part(store, meaning, tr("waits for a free slot: {0} is full"));
    case ObjectRole::queue_pipe:
    case ObjectRole::pool_tasks:
    case ObjectRole::pool_results:
    case ObjectRole::pipe:
      return waits_at_pipe(kind, meaning.role);
    case ObjectRole::queue_reader_lock:
    case ObjectRole::queue_writer_lock:
    case ObjectRole::lock:
    case ObjectRole::semaphore:
    case ObjectRole::thread_lock:
      return waits_for(object_text(store, world, object), store, world, object);
    default:
      return waits_in(kind);
  }
}

std::string owner_text(const trace::Store& store, base::ThreadId thread, bool is_killed) {
  if (thread == 0) return tr("free");
  const std::string name = full_thread_name(store, thread);
  return is_killed ? tr_format("held by {0} (killed: never given back)", name)
                   : tr_format("held by {0}", name);
}

}  // namespace forkscope::app
