// A source text with line numbers, colours and marks for who is at which line: what the program's code and
// the library's are shown with. Drawn into the current region. Window thread only.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "app/model/highlight.h"
#include "imgui.h"

namespace forkscope::app {

struct SourceMarker {
  std::uint32_t thread = 0;
  ImU32 colour = 0;
  std::string name;
  bool waits = false;
};
using SourceMarkers = std::map<std::uint32_t, std::vector<SourceMarker>>;  // by line, from 1 on

struct SourceText {
  const std::vector<std::string>& lines;
  SourceMarkers markers = {};
  int refused_line = 0;                           // 0 = none
  std::uint32_t line_in_sight = 0;                // is scrolled to when it changes; 0 = none
  std::function<void(float)> below_refused = {};  // draws under the refused line; gets where the text begins
};

// What one place that shows sources keeps between frames.
struct SourceMemory {
  std::vector<std::string> coloured;
  std::vector<std::vector<InkRun>> inks;
  std::string longest;  // line
  std::uint32_t seen_line = 0;
};

// The thread whose mark was clicked; 0 = none. `id` names the place in the hit map.
std::uint32_t draw_source(const char* id, SourceMemory& memory, const SourceText& text);

}  // namespace forkscope::app
