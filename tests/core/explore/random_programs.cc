#include "tests/core/explore/random_programs.h"

#include <random>
#include <span>
#include <string_view>

namespace forkscope::explore {

namespace {

constexpr std::string_view kBegin = R"(import _thread, os, signal, threading, time
from multiprocessing import BoundedSemaphore, Lock, Pipe, RawValue, Semaphore
a, b, c = Semaphore(1), Lock(), BoundedSemaphore(1)
r, w = os.pipe()
receiver, sender = Pipe(False)
value = RawValue('i')
lock = threading.Lock()
condition = threading.Condition()
done = threading.Lock()
done.acquire()
seen = []

def do(results, act):
    try:
        results.append(act())
    except (ArithmeticError, AssertionError, EOFError, OSError, RuntimeError, ValueError) as error:
        results.append(type(error).__name__)

def store(number):
    value.value = number

def wait(limit):
    with condition:
        return condition.wait(limit)

def notify():
    with condition:
        condition.notify()

def act(name):
    results = []
)";

// Of processes, and of threads, too.
constexpr std::string_view kShared[] = {
    "a.acquire()",
    "a.acquire()",
    "a.release()",
    "a.release()",
    "a.acquire(False)",
    "a.acquire(True, 1)",
    "a.get_value()",
    "b.acquire()",
    "b.release()",
    "b.release()",
    "b.acquire(False)",
    "c.acquire()",
    "c.release()",
    "c.acquire(False)",
    "os.write(w, b'x')",
    "os.read(r, 1)",
    "os.close(w)",
    "os.close(r)",
    "os.close(w)",
    "receiver.poll()",
    "receiver.recv()",
    "receiver.close()",
    "sender.send(name)",
    "sender.close()",
    "print(name, flush=True)",
    "time.sleep(1)",
    "os.write(2, b'x')",
    "os.getpid() > 0",
    "value.value",
    "value.value",
    "store(1)",
    "store(len(name))",
};

// Of the threads of one process.
constexpr std::string_view kInside[] = {
    "lock.acquire()",
    "lock.release()",
    "lock.acquire(False)",
    "lock.acquire(True, 1)",
    "lock.locked()",
    "wait(None)",
    "wait(1)",
    "notify()",
    "notify()",
    "os.pipe()",
    "os.dup(r)",
    "seen.append(name)",
    "len(seen)",
    "os.getpid() > 0",
    "lock.acquire()",
    "lock.release()",
};

class Writer {
 public:
  explicit Writer(std::uint32_t seed) : random_(seed) {}

  std::string write() {
    const std::uint32_t children = draw(3);
    const bool has_thread = children == 0 || draw(2) == 0;
    std::string text(kBegin);
    const char* const names[] = {"main", "child", "other", "thread", "late"};
    for (const char* name : names) text += operations(name, has_thread);
    text += "    print(name, results, flush=True)\n\n";
    if (has_thread) text += "def run():\n    act('thread')\n    done.release()\n\n";
    const bool is_first = draw(2) == 0;
    if (has_thread && is_first) text += "_thread.start_new_thread(run, ())\n";
    for (std::uint32_t child = 0; child < children; ++child) {
      const std::string variable = child == 0 ? "first" : "second";
      text += variable + " = os.fork()\nif " + variable + " == 0:\n    act('" + names[child + 1] +
              "')\n    os._exit(0)\n";
    }
    if (has_thread && !is_first) text += "_thread.start_new_thread(run, ())\n";
    text += "act('main')\n";
    if (children > 0 && draw(3) == 0) text += "os.kill(first, signal.SIGTERM)\n";
    if (has_thread && draw(3) != 0) text += "done.acquire()\n";
    if (children > 0 && draw(2) == 0) {
      text += "print(os.waitpid(first, 0)[1], flush=True)\n";
      if (children > 1) text += "os.waitpid(second, 0)\n";
      if (draw(2) == 0) text += "act('late')\n";
    }
    return text + "os._exit(0)\n";
  }

 private:
  std::uint32_t draw(std::uint32_t end) { return static_cast<std::uint32_t>(random_() % end); }
  std::string_view one_of(std::span<const std::string_view> all) {
    return all[draw(static_cast<std::uint32_t>(all.size()))];
  }
  std::string operations(const std::string& name, bool has_thread) {
    std::string text = "    if name == '" + name + "':\n";
    const bool may_be_inside = has_thread && name != "child" && name != "other";
    for (std::uint32_t left = 1 + draw(3); left > 0; --left) {
      const bool is_inside = may_be_inside && draw(2) == 0;
      text +=
          "        do(results, lambda: " + std::string(is_inside ? one_of(kInside) : one_of(kShared)) + ")\n";
    }
    return text;
  }

  std::mt19937 random_;
};

}  // namespace

std::string random_program(std::uint32_t seed) {
  return Writer(seed).write();
}

}  // namespace forkscope::explore
