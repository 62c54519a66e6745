// Insides: what the insides of the processes of a program can be, each once, and how one becomes another:
// what a thread does with an answer depends on nothing else, so that it is run once, however often the search
// comes by. Between two Requests that are no choice an inside is not looked at closely: it has a number, but
// may be equal to another one, until identify() says. One thread; blocks nowhere.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/explore/machine.h"
#include "core/explore/saved_states.h"

namespace forkscope::explore {

using InsideId = std::uint32_t;
inline constexpr InsideId kNoInside = 0xffff'ffffu;  // of a process that has ended

class Insides {
 public:
  struct Started {
    base::ThreadId id = 0;
    std::string name;
  };
  // What a run leads to.
  struct Next {
    InsideId inside = kNoInside;
    kernel::SimSignals signals;
    std::vector<Started> started;
    std::string refusal;
    std::uint32_t places = 0;  // it was stopped behind so many places (Stops::switch_at); 0: it was not
    bool crosses = false;      // RunResult::crosses
    std::vector<Sharing::PlaceId> asked;  // RunResult::asked
  };

  // `sharing` says where threads are stopped between two Requests; null: at every place that there is.
  Insides(const trace::Arena& arena, kernel::SimNames& names, Sharing* sharing, trace::SwitchAt switch_at)
      : arena_(arena),
        names_(names),
        stops_{.sharing = sharing, .everywhere = sharing == nullptr, .switch_at = switch_at} {}
  // These places have become shared: the runs that asked for them are to be done anew.
  void forget(const std::vector<Sharing::PlaceId>& shared);

  // A fresh process that runs this.
  base::Result<InsideId> fresh(const vm::ProgramSpec& program, base::ThreadId main_thread);
  // The child that the thread `parent` of it makes by a fork.
  InsideId forked(InsideId inside, base::ThreadId parent, base::ThreadId child);
  // `thread` goes on with this answer.
  const Next& run(InsideId inside, base::ThreadId thread, const kernel::Answer& answer,
                  const kernel::SimSignals& signals);
  // A thread is gone.
  InsideId without(InsideId inside, base::ThreadId thread);
  // The same inside, with the number that all equal ones have.
  InsideId identify(InsideId inside);

  // What its threads are about to do, by their ids.
  const std::vector<Pending>& threads(InsideId inside) const { return insides_[inside].threads; }
  const Pending& thread(InsideId inside, base::ThreadId id) const;

  std::size_t size() const { return insides_.size(); }
  // About what they take of the memory, with the Vms that are kept.
  std::size_t bytes() const { return bytes_ + states_.bytes() + places_.size() * kBytesOfMachine; }
  // How often a Vm has run, was saved and was loaded.
  struct Work {
    std::uint64_t runs = 0, saves = 0, loads = 0;
  };
  const Work& work() const { return work_; }

 private:
  // Measured: what lesson programs need.
  static constexpr std::size_t kBytesOfMachine = 3 << 20;

  // How it came to be.
  struct Origin {
    enum class Kind : std::uint8_t { fresh, forked, ran, without };
    Kind kind = Kind::fresh;
    InsideId before = kNoInside;
    base::ThreadId thread = 0, child = 0;
    kernel::Answer answer = {};
    kernel::SimSignals signals = {};
    std::uint64_t stopped_before = 0;
  };
  struct Inside {
    Origin origin;
    std::vector<Pending> threads;
    std::optional<SavedStates::Number> state;  // none: not saved
    InsideId same_as = kNoInside;              // known: the number that all equal ones have
    std::unordered_map<std::string, Next> next;
    std::unordered_map<std::uint64_t, InsideId> others;  // forked() and without()
  };
  struct Place {
    std::unique_ptr<Machine> machine;
    InsideId inside = kNoInside;
    std::uint64_t used = 0;
    std::size_t imported = 0;  // in the state that it was loaded with, or saved as, last
  };

  // The number that all equal ones have, if it is known.
  InsideId newest(InsideId inside) const;
  InsideId add(Origin origin, const Machine& machine);
  Place& place_of(InsideId inside);
  std::size_t imported_in(InsideId inside) const;
  Place& free_place(InsideId inside);
  void bring(Place& place, InsideId inside);
  RunResult repeat(Machine& machine, const Origin& origin);
  void save(Place& place, InsideId inside);

  const trace::Arena& arena_;
  kernel::SimNames& names_;
  Stops stops_;
  std::deque<Inside> insides_;
  std::vector<Place> places_;
  std::unordered_map<std::string, InsideId> fresh_;
  SavedStates states_;
  // By a state's number: the number that all insides with it have; kNoInside: none.
  std::vector<InsideId> by_state_;
  std::uint64_t turns_ = 0;
  std::uint64_t wanted_ = 0;  // machines where another one had to go, since one was made
  std::size_t bytes_ = 0;
  Work work_;
};

}  // namespace forkscope::explore
