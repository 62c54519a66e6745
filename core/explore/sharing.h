// Sharing: which variables, attributes and kinds of containers of a process several of its threads touch, at
// least one of them to change them. Only before those does it matter which thread has the GIL: what else a
// thread does between two Requests nobody can tell from doing it at once. (So argues CHESS, Musuvathi et al.,
// OSDI 2008: switches at synchronisation and at data races are enough. What a lock always guards is no race:
// Eraser, Savage et al., TOCS 1997.) A search fills it while it runs; where
// it has grown, the search has let threads change places too rarely and begins anew. One thread; blocks
// nowhere.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/base/ids.h"
#include "core/explore/thread_set.h"
#include "core/vm/touches.h"

namespace forkscope::explore {

class Sharing {
 public:
  using Locks = std::vector<base::ObjectId>;  // sorted

  struct Toucher {
    base::ProcessId process = 0;
    base::ThreadId thread = 0;
    Locks locks;  // that it holds
  };
  // A variable, an attribute, or what containers of a kind hold.
  using PlaceId = std::uint32_t;
  // `toucher` touches it, which matters if `others_reach` it (asked only where the answer matters). True: so
  // do others, no lock keeps them apart, and it is changed.
  // Where the file is said whose code it is, the answer may be true too often: containers have no names, and
  // all that the code of one file touches are taken for one.
  // The answer depends on the places that are added to `asked`.
  bool note(const Toucher& toucher, const vm::Touch& touch, const std::function<bool()>& others_reach,
            std::vector<PlaceId>& asked, std::string_view file = {});
  // `thread` copies the process, at whatever moment: the copy shows what others have changed until then.
  void note_copy(base::ProcessId process, base::ThreadId thread);
  // The program looks at a lock without a Request: what threads of the process do with locks can be told.
  bool looks_at_locks(base::ProcessId process) const { return look_at_locks_.contains(process); }
  // The places that have become shared since the last call.
  std::vector<PlaceId> take_growth() { return std::exchange(grown_, {}); }
  bool has_grown() const { return !grown_.empty(); }

 private:
  // Who touches a place. What does not matter between two of them is `aside`: two attributes of one object,
  // two Requests.
  struct Users {
    PlaceId id = 0;
    base::ProcessId process = 0;
    ThreadSet threads, aside;
    bool changed = false;
    std::optional<Locks> locks;  // that all of them held
    bool knows(const Toucher& toucher, bool writes, bool aside) const;
    bool is_shared() const {
      return (!locks || locks->empty()) && ((threads.several() && changed) || threads.differ(aside));
    }
  };
  // Where some of a place's objects are known to be reached by others: each, or any of them, is taken for
  // one.
  enum class Reach : std::uint8_t { of_each, of_any };
  bool note(const Toucher& toucher, bool writes, bool aside, Reach reach,
            const std::function<bool()>& others_reach, std::vector<PlaceId>& asked);
  Users& users_of_place(base::ProcessId process);
  static void copy(Users& users, base::ThreadId copier);
  void begin_again(base::ProcessId process);

  std::unordered_map<std::string, Users> users_;
  std::unordered_map<base::ProcessId, ThreadSet> copiers_;
  std::string place_;
  std::unordered_set<base::ProcessId> look_at_locks_;
  // Modules, by their processes and names, whose variables are also changed in their dict: each variable is
  // any of them.
  std::unordered_set<std::string> changed_as_dicts_;
  std::vector<PlaceId> grown_;
};

}  // namespace forkscope::explore
