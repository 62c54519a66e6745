// SharedParts: what the processes of a program can share, each once, with a number: a row of the numbers of
// its objects (pipes, semaphores, memory) and of the rest. So what a move does to a few objects is said
// without the others, and done again wherever these are as they were. One thread.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "core/explore/interner.h"
#include "core/explore/number_rows.h"
#include "core/kernel/sim/world.h"

namespace forkscope::explore {

class SharedParts {
 public:
  using Number = Interner::Id;
  struct Object {
    std::uint32_t place = 0;  // state_bytes.h
    Number number = 0;
  };
  using Objects = std::vector<Object>;
  // From one to another that has the same rest as the first one of the two had.
  struct Change {
    Number rest = 0;
    bool has_same = true;             // there are the same objects
    std::vector<std::uint32_t> from;  // if not: of each its place before, or kMade
    Objects others;                   // that are not what they were
  };
  static constexpr std::uint32_t kMade = 0xffff'ffffu;

  // `before`: what it was, but for the objects that were touched since; if anything is known of it.
  Number add(const kernel::SimWorld& world, std::optional<Number> before);
  // Puts it into the world, which holds `now`, if anything.
  void load(Number number, kernel::SimWorld& world, std::optional<Number> now) const;
  Number rest_of(Number number) const { return rows_[number].front(); }
  // Those that were looked for in the world, and what they were in `before`.
  Objects touched(const kernel::SimWorld& world, Number before) const;
  bool has(Number number, const Objects& objects) const;
  Change change(Number before, Number after) const;
  Number changed(Number before, const Change& change);

  // About what they take of the memory.
  std::size_t bytes() const { return rests_.bytes() + objects_.bytes() + rows_.bytes(); }

 private:
  std::optional<Number> untouched(const kernel::SimWorld& world, base::ObjectId id, Number before) const;

  Interner rests_, objects_;
  std::deque<std::vector<base::ObjectId>> ids_;  // which objects there are, by the number of the rest
  NumberRows rows_;
  std::vector<std::uint32_t> row_;  // that is being made
};

}  // namespace forkscope::explore
