#include "core/lab/stepper.h"

#include <poll.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

#include "core/kernel/real/session_variables.h"
#include "core/trace/gate.h"
#include "core/trace/thread_label.h"

namespace forkscope::lab {

namespace {

using trace::EventKind;
using trace::MoveState;
namespace touch = trace::touch;

constexpr std::int64_t kTurnNs = 1'000'000;
constexpr int kTurnMs = 10;
constexpr std::chrono::seconds kLongestStart{20}, kLongestEnd{10}, kLongestWaitEnds{2};

// What has to change for a thread in this Request to be able to move.
std::uint32_t waits_on(EventKind kind) {
  switch (kind) {
    case EventKind::sem_acquire:
      return touch::kSemaphores;
    case EventKind::lock_acquire:
    case EventKind::condition_wait:
      return touch::kLocks;
    case EventKind::thread_join:
      return touch::kThreads;
    case EventKind::process_wait:
      return touch::kProcesses;
    case EventKind::signal_wait:
      return touch::kSignals;
    default:
      return trace::info(kind).may_block && kind != EventKind::sleep ? touch::kPipes : 0;
  }
}

}  // namespace

Stepper::Stepper(const trace::Arena& arena, Idle idle) : arena_(arena), idle_(std::move(idle)) {}

Stepper::~Stepper() {
  for (const auto& [id, process] : processes_) {
    if (process.handle >= 0) ::close(process.handle);
  }
}

std::int64_t Stepper::now_ns() const {
  return arena_.header().steps.now_ns.load();
}

Stepper::Process& Stepper::process_of(base::ProcessId id) {
  return processes_[id];
}

bool Stepper::has_died(Process& process) {
  if (process.is_dead) return true;
  if (process.handle < 0) return process.is_dead = ::kill(process.pid, 0) != 0;
  pollfd entry{.fd = process.handle, .events = POLLIN, .revents = 0};
  return process.is_dead = ::poll(&entry, 1, 0) > 0;
}

bool Stepper::sits(const Player& player) const {
  return player.seat->state.load(std::memory_order_acquire) == trace::SeatState::taken;
}

bool Stepper::is_gone(const Player& player) {
  const bool is_it = player.thread->state.load(std::memory_order_acquire) == trace::SlotState::live &&
                     player.thread->thread.load(std::memory_order_relaxed) == player.id;
  return !is_it || process_of(player.process).is_dead;
}

// "main"; Process-1; the threads of a process behind its name.
std::string Stepper::name_of(const trace::ThreadSlot& slot, const trace::Seat& seat) {
  const base::ProcessId id = slot.process.load();
  const auto known = processes_.find(id);
  const bool is_main = known == processes_.end();
  const bool is_first = names_.empty();
  const std::string own = trace::thread_label(trace::text_in(seat.name));
  std::string name;
  if (is_first) {
    name = "main";
  } else if (is_main) {
    name = own.empty() ? "Process" : own;
  } else {
    name = own.empty() ? "Thread" : own;
    if (known->second.name != "main") name = known->second.name + ":" + name;
  }
  const std::uint32_t count = ++names_given_[name];
  return count == 1 ? name : name + "#" + std::to_string(count);
}

void Stepper::add(std::uint32_t index) {
  const trace::ThreadSlot& slot = arena_.header().threads[index];
  trace::Seat& seat = arena_.header().seats[index];
  const base::ThreadId id = slot.thread.load();
  const base::ProcessId process = slot.process.load();
  if (names_.contains(id) || process == 0) return;
  const std::string name = name_of(slot, seat);
  if (!processes_.contains(process)) {
    Process& entry = processes_[process];
    entry.name = name;
    for (const trace::ProcessSlot& known : arena_.header().processes) {
      if (known.process.load() == process) entry.pid = std::abs(known.pid.load());
    }
    entry.handle = static_cast<int>(::syscall(SYS_pidfd_open, entry.pid, 0));
  }
  names_[id] = name;
  players_.push_back({index, id, process, &slot, &seat, 0});
}

// Those that have sat down for the first time, in the order of their ids.
void Stepper::discover() {
  // Ids are given from 1 on, some before their thread sits: who is not known yet may do so at any step.
  if (arena_.header().next_thread.load() == names_.size() + 1) return;
  std::vector<std::pair<base::ThreadId, std::uint32_t>> found;
  for (std::uint32_t index = 0; index < trace::kMaxThreadSlots; ++index) {
    const trace::ThreadSlot& slot = arena_.header().threads[index];
    if (slot.state.load(std::memory_order_acquire) != trace::SlotState::live) continue;
    if (arena_.header().seats[index].state.load(std::memory_order_acquire) == trace::SeatState::taken)
      found.emplace_back(slot.thread.load(), index);
  }
  std::sort(found.begin(), found.end());
  for (const auto& [id, index] : found) add(index);
}

// Those who wait inside the system: again and again, since one may be about to begin its wait.
void Stepper::end_waits() {
  trace::ArenaHeader& header = arena_.header();
  for (const trace::ThreadSlot& slot : header.threads) {
    if (slot.state.load(std::memory_order_acquire) != trace::SlotState::live) continue;
    if (slot.parked.load() != 0 || slot.waits_for.load() == 0) continue;
    const base::ProcessId id = slot.process.load();
    for (const trace::ProcessSlot& process : header.processes) {
      const bool is_it = process.process.load() == id && process.state.load() == trace::SlotState::live;
      if (is_it && process.pid.load() > 0)
        ::syscall(SYS_tgkill, process.pid.load(), slot.os_thread.load(), kernel::kGateSignal);
    }
  }
}

// All that live; somebody does. Not only waiting: one that has just been given what it waits for goes on to
// its next Request.
bool Stepper::all_sit() const {
  bool anybody = false;
  for (const trace::ThreadSlot& slot : arena_.header().threads) {
    if (slot.state.load(std::memory_order_acquire) != trace::SlotState::live || slot.process.load() == 0)
      continue;
    if (trace::seat_of(arena_, slot).state.load(std::memory_order_acquire) != trace::SeatState::taken)
      return false;
    anybody = true;
  }
  return anybody;
}

base::Status Stepper::settle() {
  const auto begin = std::chrono::steady_clock::now(), deadline = begin + kLongestStart;
  const std::atomic<std::uint32_t>& arrivals = arena_.header().steps.arrivals;
  for (;;) {
    const std::uint32_t seen = arrivals.load();
    const bool is_late = std::chrono::steady_clock::now() > begin + kLongestWaitEnds;
    const bool has_begun = arena_.header().next_thread.load() > 1;
    if (all_sit() || (is_late && has_begun && trace::all_parked(arena_))) break;
    end_waits();
    if (std::chrono::steady_clock::now() > deadline)
      return base::Error{"The program did not stop at the gate within 20 seconds."};
    trace::wait_while(arrivals, seen, kTurnNs);
    idle_();
  }
  // Only now, so that names do not depend on who sat down first.
  discover();
  if (players_.empty()) return base::Error{"No thread of the program came to the gate."};
  refresh();
  return base::Done{};
}

void Stepper::wait_for(const Player& player) {
  const std::atomic<std::uint32_t>& arrivals = arena_.header().steps.arrivals;
  for (;;) {
    const std::uint32_t seen = arrivals.load();
    if (sits(player) || is_gone(player)) return;
    trace::wait_while(arrivals, seen, kTurnNs);
    if (arrivals.load() != seen) continue;
    idle_();
    if (!sits(player) && has_died(process_of(player.process))) return;
  }
}

// It has said that it ends.
void Stepper::await_death(Process& process) {
  const auto deadline = std::chrono::steady_clock::now() + kLongestEnd;
  while (!has_died(process) && std::chrono::steady_clock::now() < deadline) {
    pollfd entry{.fd = process.handle, .events = POLLIN, .revents = 0};
    ::poll(&entry, 1, kTurnMs);
    idle_();
  }
}

void Stepper::read(Player& player) {
  const trace::Seat& seat = *player.seat;
  Move& move = moves_[player.move];
  move.kind = seat.kind;
  move.state = seat.move;
  move.handle = seat.handle;
  move.a = seat.a;
  move.b = seat.b;
  move.deadline_ns = seat.deadline_ns;
  move.object = seat.object;
  move.line = seat.line;
  move.size = seat.size;
  move.calls = seat.calls;
  move.depth = seat.depth;
  move.text = trace::text_in(seat.text);
  move.library_file = trace::text_in(seat.library_file);
  move.library_function = trace::text_in(seat.library_function);
  move.library_line = seat.library_line;
  move.mark = seat.mark;
}

// Whoever is gone is left out; everybody else is read.
void Stepper::refresh() {
  std::erase_if(players_, [this](const Player& player) { return is_gone(player); });
  moves_.resize(players_.size());
  for (std::size_t index = 0; index < players_.size(); ++index) {
    Player& player = players_[index];
    player.move = index;
    moves_[index].thread = names_[player.id];
    moves_[index].id = player.id;
    moves_[index].process = player.process;
    read(player);
  }
}

void Stepper::look(Player& player) {
  trace::give_order(*player.seat, trace::SeatOrder::look);
  wait_for(player);
  if (sits(player)) read(player);
}

void Stepper::ask_again(std::uint32_t touched, base::ObjectId object, base::ProcessId process) {
  const std::int64_t now = now_ns();
  for (Player& player : players_) {
    const Move& move = moves_[player.move];
    const std::uint32_t waits = waits_on(move.kind);
    const bool is_over = move.state == MoveState::blocked && move.deadline_ns >= 0 && move.deadline_ns <= now;
    bool concerns = (waits & touched) != 0;
    if (waits == touch::kSemaphores && touched != touch::kAll && object != 0)
      concerns = concerns && object == move.object;
    if ((waits & (touch::kLocks | touch::kThreads)) != 0 && touched != touch::kAll)
      concerns = concerns && process == player.process;
    if ((concerns || is_over) && sits(player)) look(player);
  }
}

void Stepper::look_again() {
  for (auto& [id, process] : processes_) static_cast<void>(has_died(process));
  refresh();
  ask_again(touch::kAll, 0, 0);
}

Stepper::Player* Stepper::player(std::string_view thread) {
  const auto found = std::find_if(players_.begin(), players_.end(),
                                  [&](const Player& each) { return moves_[each.move].thread == thread; });
  return found == players_.end() ? nullptr : &*found;
}

const Move* Stepper::find(std::string_view thread) const {
  const auto found =
      std::find_if(moves_.begin(), moves_.end(), [&](const Move& move) { return move.thread == thread; });
  return found == moves_.end() ? nullptr : &*found;
}

bool Stepper::anybody_can_move() const {
  return std::any_of(moves_.begin(), moves_.end(), [](const Move& move) { return move.can_move(); });
}

std::string Stepper::who_can_move() const {
  std::string names;
  for (const Move& move : moves_) {
    if (move.can_move()) names += (names.empty() ? "" : ", ") + move.thread;
  }
  if (time_can_pass()) names += names.empty() ? "time" : ", time";
  return names.empty() ? "nobody" : names;
}

bool Stepper::time_can_pass() const {
  return std::any_of(moves_.begin(), moves_.end(),
                     [](const Move& move) { return !move.can_move() && move.deadline_ns >= 0; });
}

base::Status Stepper::pass_time(std::string_view thread) {
  std::int64_t until = -1;
  for (const Move& move : moves_) {
    if (move.can_move() || move.deadline_ns < 0 || (!thread.empty() && move.thread != thread)) continue;
    until = until < 0 ? move.deadline_ns : std::min(until, move.deadline_ns);
  }
  if (until < 0) {
    const std::string who = thread.empty() ? std::string("Nobody waits for a time. These can move: ")
                                           : "The thread \"" + std::string(thread) +
                                                 "\" does not wait for a time. These can move: ";
    return base::Error{who + who_can_move() + "."};
  }
  std::atomic<std::int64_t>& now = arena_.header().steps.now_ns;
  now.store(std::max(now.load(), until));
  ask_again(0, 0, 0);
  return base::Done{};
}

base::Status Stepper::kill(std::string_view thread) {
  Player* const found = player(thread);
  if (found == nullptr)
    return base::Error{"There is no process \"" + std::string(thread) +
                       "\" to kill. These can move: " + who_can_move() + "."};
  const Player killed = *found;
  Process& process = process_of(killed.process);
  if (::kill(process.pid, SIGKILL) != 0 && !has_died(process))
    return base::system_error("The process could not be killed", errno);
  await_death(process);
  look_again();
  return base::Done{};
}

}  // namespace forkscope::lab
