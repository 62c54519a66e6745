#include "core/explore/object_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "core/explore/search.h"
#include "core/library/library_images.h"
#include "core/vm/library_texts.h"

namespace forkscope::explore {
namespace {

// "sem_acquire lock a" of every move that the search has found.
std::set<std::string> named_actions(const char* text) {
  vm::use_library_images(library::images());
  auto arena = trace::Arena::create();
  EXPECT_TRUE(arena.ok());
  arena.value().header().tracing = 0;
  SearchOptions options;
  options.program.is_text = true;
  options.program.text = text;
  options.every_request = true;
  const ObjectNames names(arena.value(), options.program);
  options.name_of = [&names](base::ObjectId object) { return names.name_of(object); };
  auto graph = Search(arena.value(), options).run();
  EXPECT_TRUE(graph.ok());
  std::set<std::string> found;
  for (const Action& action : graph.value().actions) {
    const auto kind = static_cast<trace::EventKind>(action.kind);
    if (!action.object.empty()) found.insert(std::string(trace::info(kind).name) + " " + action.object);
  }
  return found;
}

TEST(ObjectNames, LocksAndValues) {
  const std::set<std::string> found =
      named_actions(R"(from multiprocessing import Lock, Process, RawValue, Semaphore

def work(first, second, value):
    with first:
        second.acquire()
        value.value += 1

a = Lock()
places = Semaphore(2)
value = RawValue("i", 0)
p = Process(target=work, args=(a, places, value))
p.start()
with a:
    pass
value.value += 1
p.join()
)");
  for (const char* expected : {"sem_acquire lock a", "sem_release lock a", "sem_acquire semaphore places",
                               "memory_read a shared value", "memory_write a shared value"})
    EXPECT_TRUE(found.contains(expected)) << expected << " of " << testing::PrintToString(found);
}

TEST(ObjectNames, PartsOfAQueue) {
  const std::set<std::string> found = named_actions(R"(from multiprocessing import Queue

q = Queue()
q.put(1)
print(q.empty())
q.get()
)");
  for (const char* expected :
       {"sem_release the slots of q", "sem_acquire the reader lock of q", "sem_acquire the writer lock of q",
        "fd_write the pipe of q", "fd_read the pipe of q", "fd_poll the pipe of q"})
    EXPECT_TRUE(found.contains(expected)) << expected << " of " << testing::PrintToString(found);
}

}  // namespace
}  // namespace forkscope::explore
