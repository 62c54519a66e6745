// LeftMovers: Requests that a thread may as well do at once, along with what it did before: whatever others
// do in between would be the same behind it, so that no other order has to be looked at. (Left movers:
// Lipton, Reduction: a method of proving properties of parallel programs, CACM 1975.) Which these are depends
// on what others ever ask: to give a semaphore back is one as long as nobody else only tries to take it, or
// looks at its value. Nobody knows that beforehand. So a search takes for granted that nobody does, and notes
// who asks what; where that was wrong this has grown, and the search begins anew, as with Sharing. One
// thread; blocks nowhere.
#pragma once

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

#include "core/explore/thread_set.h"
#include "core/kernel/sim/sim_kernel.h"

namespace forkscope::explore {

class LeftMovers {
 public:
  // The thread is about to ask this, or waits for its answer.
  void note(const kernel::SimMove& move);
  // Whether its Request, which can be answered now, is one. Then it is taken for granted from now on.
  bool takes_for_granted(const kernel::SimMove& move);
  // Something had been taken for granted wrongly since the search began, or began again.
  bool has_grown() const { return has_grown_; }
  // Nothing is taken for granted; who asks what stays known.
  void begin_again();

 private:
  // What of an object others can see a change of.
  enum class Facet : std::uint8_t {
    semaphore_given,   // that it can be taken
    semaphore_taken,   // that it was
    reading_end,       // of a stream, that it is open
    writing_end,       // of a stream, that it is open
    printed,           // what stands on a standard stream
    descriptor,        // of a process, what it leads to
    free_descriptors,  // of a process, which numbers are
    used_descriptors,  // of a process, which numbers are
    lock_given,        // of a process
    lock_copied,       // in another process, by a fork; its users are processes
    condition,         // of a process, who waits
    memory_written,    // that it is, or that it goes
    buffered,          // of a process that is copied, what it prints
    what_is_left,      // of a process that is killed or ends before its thread goes on
  };
  using Key = std::tuple<Facet, base::ProcessId, std::int64_t>;
  struct Users {
    ThreadSet movers, onlookers;
    ThreadSet ended;  // whenever it was taken for granted: what they may have done does not matter
  };
  using Keys = std::vector<Key>;

  void look_on(const Key& key, base::ThreadId thread);
  void note_descriptors(const kernel::SimMove& move);
  void note_descriptor(const kernel::SimMove& move, std::int64_t number);
  void note_numbers(const kernel::SimMove& move);
  void note_locks(const kernel::SimMove& move);
  void note_kill(const kernel::SimMove& move);
  bool list_changes(const kernel::SimMove& move, Keys& keys) const;
  bool list_changes_of_descriptor(const kernel::SimMove& move, Keys& keys) const;
  static base::ThreadId mover_of(const kernel::SimMove& move, const Key& key);

  std::map<Key, Users> users_;
  std::uint32_t times_wrong_ = 0;
  bool signals_are_caught_ = false;
  bool has_grown_ = false;
};

}  // namespace forkscope::explore
