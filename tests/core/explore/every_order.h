// EveryOrder: a program done in every order, one schedule after the other, a Request a move. States are not
// compared and nothing is done along: what Search finds has to be the same.
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
  // Threads of one process change places where they touch the same, or at every call and backward jump.
  enum class Places { shared, all };
  explicit EveryOrder(const trace::Arena& arena, Places places = Places::shared)
      : insides_(arena, kernel_.names(), places == Places::all ? nullptr : &sharing_) {}

  // How many schedules end how: "ok main=0 \"text\"".
  std::map<std::string, boost::multiprecision::cpp_int> run(const vm::ProgramSpec& program);

 private:
  struct State {
    kernel::SimWorld world;
    std::map<base::ProcessId, InsideId> insides;
    std::string output;
  };
  kernel::SimMove move_of(State& state, base::ProcessId process, base::ThreadId thread);
  void take(State& state, base::ProcessId process, base::ThreadId thread);
  void go_on(const State& state);

  kernel::SimKernel kernel_;
  Sharing sharing_;
  Insides insides_;
  std::map<std::string, boost::multiprecision::cpp_int> found_;
};

std::string text_of_end(const End& end, const std::string& output);

}  // namespace forkscope::explore
