// What objects are called and what threads wait for, in the user's language.
#pragma once

#include <string>

#include "app/model/meaning.h"
#include "core/trace/event.h"

namespace forkscope::app {

// "the reader lock of q", "the pipe of q", "lock 'guard'", "a pipe".
std::string object_text(const trace::Store& store, const trace::World& world, base::ObjectId object);
// "waits for the reader lock of q, held by Process-2"; of a Request that may wait.
std::string waiting_text(const trace::Store& store, const trace::World& world, trace::EventKind kind,
                         base::ObjectId object);
// "held by Process-2", with what it means where that one was killed; `thread` 0 = "free".
std::string owner_text(const trace::Store& store, base::ThreadId thread, bool was_killed);

}  // namespace forkscope::app
