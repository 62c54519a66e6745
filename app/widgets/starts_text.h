// How the start of a process is told: who does what, what a stage means, times, memory. In the user's
// language; window thread only.
#pragma once

#include <string>

#include "core/lab/protocol.h"
#include "imgui.h"

namespace forkscope::app {

// The hue of a start method, the same wherever it is shown.
ImU32 method_colour(const std::string& method);

std::string microseconds_text(double us);  // "1.10 ms"; a dash for what was not seen
std::string kibibytes_text(int kib);       // "7.8 MiB"

std::string who_text(const std::string& who);  // "kernel" of a stage
// What a stage is for, by its name in the report; "" for one that is not known.
std::string stage_meaning(const std::string& name);

// "the parent", "the fork server": whose memory a child's could be shared with.
std::string parent_text(const lab::ChildEvidence& child);
// What a descriptor is, in one sentence with the parent's number.
std::string descriptor_text(const lab::OpenDescriptor& descriptor);
// What of a child could not be read: "memory after its target".
std::string field_text(const std::string& field);
std::string exit_text(const lab::ChildEvidence& child);

}  // namespace forkscope::app
