// EveryOrder: a program done in every order, one schedule after the other, a Request a move. Nothing is done
// along, and states are compared only where that is asked for: what Search finds has to be the same.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <map>
#include <string>

#include "core/explore/graph.h"
#include "core/explore/insides.h"
#include "core/kernel/sim/sim_kernel.h"
#include "core/trace/arena.h"

namespace forkscope::explore {

class EveryOrder {
 public:
  // Threads of one process change places where they touch the same, or at every place that there is.
  enum class Places { shared, all };
  // Where there are more orders than can be done: what is done from equal states on is done once.
  enum class Equal { each_time, once };
  explicit EveryOrder(const trace::Arena& arena, Places places = Places::shared,
                      trace::SwitchAt switch_at = trace::SwitchAt::calls_and_jumps,
                      Equal equal = Equal::each_time)
      : insides_(arena, kernel_.names(), places == Places::all ? nullptr : &sharing_, switch_at),
        equal_(equal) {}

  // How many schedules end how: "ok main=0 \"text\"".
  using Counts = std::map<std::string, boost::multiprecision::cpp_int>;
  Counts run(const vm::ProgramSpec& program);

 private:
  struct State {
    kernel::SimWorld world;
    std::map<base::ProcessId, InsideId> insides;
    std::string output;
  };
  kernel::SimMove move_of(State& state, base::ProcessId process, base::ThreadId thread);
  void take(State& state, base::ProcessId process, base::ThreadId thread);
  std::string key_of(const State& state);
  Counts go_on(const State& state);
  Counts do_all(const State& state);

  kernel::SimKernel kernel_;
  Sharing sharing_;
  Insides insides_;
  Equal equal_;
  std::map<std::string, Counts> known_;
};

std::string text_of_end(const End& end, const std::string& output);

}  // namespace forkscope::explore
