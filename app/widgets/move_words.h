// The words of each kind of Request: a table. Internal to move_text.cc.
#pragma once

#include <span>

#include "app/model/meaning.h"
#include "core/trace/event.h"

namespace forkscope::app {

struct MoveWords {
  trace::EventKind kind;
  ObjectRole role;   // `unknown`: whatever its object is
  const char* what;  // English, translated where it is shown; {0} = the object
  const char* why;
};

// Those with a role stand before the one of their kind without.
std::span<const MoveWords> move_words();
// The best for a kind and a role; null = no kind of Request.
const MoveWords* find_words(trace::EventKind kind, ObjectRole role);

}  // namespace forkscope::app
