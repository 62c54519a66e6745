#include "app/widgets/move_words.h"

#include <algorithm>

namespace forkscope::app {

namespace {

using trace::EventKind;
using Role = ObjectRole;

// Marks a text for xgettext; it is translated where it is shown.
constexpr const char* tr_mark(const char* english) {
  return english;
}

constexpr MoveWords kWords[] = {
    {EventKind::none, Role::unknown, tr_mark("computes"),
     tr_mark("It runs Python code that asks nothing of the system. Other processes notice nothing of it.")},
    {EventKind::thread_begins, Role::unknown, tr_mark("begins"),
     tr_mark("A new thread. It runs its first line once it has the GIL, the lock that a thread needs to run "
             "Python code.")},

    // Semaphores.
    {EventKind::sem_create, Role::unknown, tr_mark("makes a semaphore"),
     tr_mark("A semaphore is a counter that processes share. Whoever takes from it while it is zero has to "
             "wait. A lock between processes is a semaphore that begins with one.")},
    {EventKind::sem_open, Role::unknown, tr_mark("opens a semaphore by its name"),
     tr_mark("A process that was not forked has not inherited it. It finds it in the system by its name.")},
    {EventKind::sem_unlink, Role::unknown, tr_mark("removes a semaphore's name"),
     tr_mark("Whoever has it open goes on using it. The name goes now, so that nothing is left behind at the "
             "end.")},
    {EventKind::sem_acquire, Role::queue_slots, tr_mark("takes one of {0}"),
     tr_mark(
         "put() begins like this. The slots limit how many items a queue holds, and qsize() is how many of "
         "them are taken, wherever the items are.")},
    {EventKind::sem_acquire, Role::queue_reader_lock, tr_mark("takes {0}"),
     tr_mark(
         "Only one may read from the pipe at a time. get() keeps this lock until it has the whole item.")},
    {EventKind::sem_acquire, Role::queue_writer_lock, tr_mark("takes {0}"),
     tr_mark("Only one may write to the pipe at a time, so that the bytes of two items do not mix.")},
    {EventKind::sem_acquire, Role::lock, tr_mark("takes {0}"),
     tr_mark("Whoever else wants it waits until it is given back.")},
    {EventKind::sem_acquire, Role::unknown, tr_mark("takes one from {0}"),
     tr_mark("Its value goes down by one. At zero, whoever wants one waits until somebody gives one back.")},
    {EventKind::sem_release, Role::queue_slots, tr_mark("gives back one of {0}"),
     tr_mark("get() has its item, so there is room for another. qsize() is one less.")},
    {EventKind::sem_release, Role::queue_reader_lock, tr_mark("gives back {0}"),
     tr_mark("From now on another get() may read.")},
    {EventKind::sem_release, Role::queue_writer_lock, tr_mark("gives back {0}"),
     tr_mark("From now on the feeder of another process may write.")},
    {EventKind::sem_release, Role::lock, tr_mark("gives back {0}"),
     tr_mark("One of those who wait for it may take it now.")},
    {EventKind::sem_release, Role::unknown, tr_mark("gives one back to {0}"),
     tr_mark("Its value goes up by one. Somebody who waits for it may go on.")},
    {EventKind::sem_value, Role::queue_slots, tr_mark("asks how many of {0} are free"),
     tr_mark(
         "qsize() is the slots that are taken. It counts items in buffers too, which empty() cannot see.")},
    {EventKind::sem_value, Role::unknown, tr_mark("reads the value of {0}"),
     tr_mark("It only looks. The value may be another one by the time the answer is used.")},
    {EventKind::sem_close, Role::unknown, tr_mark("closes a semaphore"),
     tr_mark("This process uses it no more. Others still can.")},

    // Pipes.
    {EventKind::pipe_create, Role::unknown, tr_mark("makes a pipe"),
     tr_mark("What one process writes at one end, another reads at the other. A pipe holds 64 KiB.")},
    {EventKind::fd_read, Role::queue_pipe, tr_mark("reads from {0}"),
     tr_mark(
         "get() reads 4 bytes that tell the length, then the item. While the pipe is empty it waits, even "
         "if items are in a buffer.")},
    {EventKind::fd_read, Role::pool_tasks, tr_mark("reads a task of the pool"),
     tr_mark("A worker takes whatever task comes next. Nobody decides which worker gets which task.")},
    {EventKind::fd_read, Role::pool_results, tr_mark("reads a result of the pool"),
     tr_mark("A thread of the parent collects the results and hands each to the call that waits for it.")},
    {EventKind::fd_read, Role::unknown, tr_mark("reads bytes"),
     tr_mark("It waits until there is something to read, or until nobody is left who could write.")},
    {EventKind::fd_write, Role::queue_pipe, tr_mark("writes to {0}"),
     tr_mark("The feeder writes what put() left in the buffer. Only what is in the pipe can be seen by other "
             "processes.")},
    {EventKind::fd_write, Role::pool_tasks, tr_mark("writes a task for the pool's workers"),
     tr_mark("All workers read from this one pipe. Whoever is free first gets the task.")},
    {EventKind::fd_write, Role::pool_results, tr_mark("writes a result for the pool"),
     tr_mark("The worker sends what the function returned back to the parent.")},
    {EventKind::fd_write, Role::unknown, tr_mark("writes bytes"),
     tr_mark("A pipe holds 64 KiB. When it is full, the writer waits until somebody reads.")},
    {EventKind::fd_poll, Role::queue_pipe, tr_mark("looks whether {0} has something"),
     tr_mark("empty() asks nothing else. An item in a buffer or in a feeder's hand is not in the pipe, so it "
             "does not count.")},
    {EventKind::fd_poll, Role::unknown, tr_mark("looks whether there is something to read"),
     tr_mark("It only looks. The bytes stay where they are.")},
    {EventKind::fd_close, Role::unknown, tr_mark("closes a descriptor"),
     tr_mark(
         "A descriptor is a process' number for one end of a pipe or for an open file. Once nobody has the "
         "writing end, readers are told that nothing more will come.")},
    {EventKind::fd_duplicate, Role::unknown, tr_mark("copies a descriptor"),
     tr_mark("A descriptor is a process' number for an open pipe or file. Now there are two numbers for the "
             "same one, and each is closed by itself.")},
    {EventKind::socket_pair, Role::unknown, tr_mark("makes a two-way pipe"),
     tr_mark("Both ends can write and read. That is what Pipe() returns.")},
    {EventKind::socket_listen, Role::unknown, tr_mark("listens at an address"),
     tr_mark(
         "From now on other processes may connect to it, as they do to a manager or to the fork server.")},
    {EventKind::socket_connect, Role::unknown, tr_mark("connects to an address"),
     tr_mark("Somebody listens there: a manager or the fork server. The connection is a two-way pipe.")},
    {EventKind::socket_accept, Role::unknown, tr_mark("waits for somebody to connect"),
     tr_mark("Each process that connects gets a two-way pipe of its own to this one.")},
    {EventKind::fd_send, Role::unknown, tr_mark("hands open pipes or files to another process"),
     tr_mark("The other process gets numbers of its own for the same pipes and files.")},
    {EventKind::fd_receive, Role::unknown, tr_mark("takes open pipes or files from another process"),
     tr_mark("It gets numbers of its own for pipes and files that the other process has open.")},

    // Files and streams.
    {EventKind::file_open, Role::unknown, tr_mark("opens a file"),
     tr_mark("The system gives a number for it, a descriptor, to read and write with.")},
    {EventKind::stream_write, Role::unknown, tr_mark("prints"),
     tr_mark(
         "All processes print to the same place. Their lines come in the order in which they are written.")},
    {EventKind::stream_read, Role::unknown, tr_mark("reads a line from the keyboard"),
     tr_mark("It waits until you have typed one.")},

    // Shared memory.
    {EventKind::memory_create, Role::unknown, tr_mark("makes shared memory"),
     tr_mark("Several processes see it at once: what one stores, all read. Value and Array lie in it.")},
    {EventKind::memory_open, Role::unknown, tr_mark("opens shared memory of another process"),
     tr_mark("From now on both see the same bytes.")},
    {EventKind::memory_read, Role::unknown, tr_mark("reads {0}"),
     tr_mark("What it read is its own copy. Another process may store a new value before this one stores its "
             "result.")},
    {EventKind::memory_write, Role::unknown, tr_mark("stores into {0}"),
     tr_mark(
         "What another process has stored since this one last read it is overwritten: that update is lost.")},
    {EventKind::memory_unlink, Role::unknown, tr_mark("removes the name of shared memory"),
     tr_mark("Whoever has it open goes on using it. Nobody new can find it.")},
    {EventKind::memory_close, Role::unknown, tr_mark("gives up shared memory"),
     tr_mark("This process uses it no more. Others still can.")},

    // Inside one process.
    {EventKind::lock_create, Role::unknown, tr_mark("makes a lock between threads"),
     tr_mark("It is for the threads of one process. Other processes know nothing of it.")},
    {EventKind::lock_acquire, Role::unknown, tr_mark("takes a lock between threads"),
     tr_mark("Only one thread of the process has it at a time. put() takes such a lock before it touches the "
             "buffer, since the feeder uses the buffer too.")},
    {EventKind::lock_release, Role::unknown, tr_mark("gives back a lock between threads"),
     tr_mark("Another thread of this process may take it now.")},
    {EventKind::condition_create, Role::unknown, tr_mark("makes a condition"),
     tr_mark("Threads wait on a condition until another thread notifies them. A feeder waits like this while "
             "its buffer is empty.")},
    {EventKind::condition_wait, Role::unknown, tr_mark("gives its lock back and waits to be notified"),
     tr_mark("A feeder waits like this until a put() tells it that the buffer has an item.")},
    {EventKind::condition_notify, Role::unknown, tr_mark("wakes who waits on a condition"),
     tr_mark(
         "put() wakes the feeder like this. The feeder moves when its turn comes: put() does not wait for "
         "it.")},
    {EventKind::thread_start, Role::unknown, tr_mark("starts a thread"),
     tr_mark("It shares all memory with its process. The first put() of a process starts its feeder thread "
             "like this.")},
    {EventKind::thread_join, Role::unknown, tr_mark("waits for a thread to end"),
     tr_mark(
         "At its end a process waits like this for its feeders, so that nothing stays behind in a buffer.")},
    {EventKind::thread_exit, Role::unknown, tr_mark("ends this thread"),
     tr_mark("The other threads of the process go on.")},

    // Processes.
    {EventKind::process_fork, Role::unknown, tr_mark("forks: the child is a copy of this process"),
     tr_mark("The child has a copy of all memory, but of the threads only the one that forked. What either "
             "changes later, the other does not see.")},
    {EventKind::process_spawn, Role::unknown, tr_mark("starts a fresh interpreter"),
     tr_mark("It knows nothing of this process. It is sent what it needs as a pickle, which is an object "
             "written as bytes, and runs the main file once more.")},
    {EventKind::process_wait, Role::unknown, tr_mark("waits for a process to end"),
     tr_mark("join() does this. The system keeps the exit code until somebody has asked for it.")},
    {EventKind::process_kill, Role::unknown, tr_mark("sends a signal to a process"),
     tr_mark("A process that is killed ends at once: it gives no lock back and writes nothing any more.")},
    {EventKind::process_exit, Role::unknown, tr_mark("ends this process"),
     tr_mark("Its memory goes, and with it what its buffers still hold. Locks that it holds are never given "
             "back.")},
    {EventKind::process_watch, Role::unknown, tr_mark("asks to be told when a process ends"),
     tr_mark("So it can wait for several processes, or for a process and a pipe, at once.")},
    {EventKind::process_identity, Role::unknown, tr_mark("asks for a process id"),
     tr_mark("Each process has a number, its pid. By it the library notices that it runs in a child.")},
    {EventKind::signal_wait, Role::unknown, tr_mark("waits for a signal"),
     tr_mark("A signal is a short message from the system or from another process, such as Ctrl C.")},

    // Time.
    {EventKind::clock_read, Role::unknown, tr_mark("reads the clock"),
     tr_mark("For measuring, and for time limits such as that of get(timeout=1).")},
    {EventKind::sleep, Role::unknown, tr_mark("sleeps"),
     tr_mark("The others may move meanwhile. Here time stands still until you let it pass.")},
};

}  // namespace

std::span<const MoveWords> move_words() {
  return kWords;
}

const MoveWords* find_words(EventKind kind, ObjectRole role) {
  const auto found = std::find_if(std::begin(kWords), std::end(kWords), [&](const MoveWords& words) {
    return words.kind == kind && (words.role == role || words.role == Role::unknown);
  });
  return found == std::end(kWords) ? nullptr : found;
}

}  // namespace forkscope::app
