// Theme: colours by meaning, fonts by role, distances. Set once a frame change (theme or scale); read by
// panels, lanes and widgets through the const reference of theme(). Window thread only.
#pragma once

#include <cstdint>

#include "core/base/ids.h"
#include "imgui.h"

namespace forkscope::app {

struct Palette {
  ImU32 background, panel, panel_border, raised;  // window, cards, their edges, buttons and wells
  ImU32 text, text_dim, text_faint;
  ImU32 accent, accent_text;             // the one primary button
  ImU32 wrong, wrong_panel, wrong_text;  // only for wrong answers and stuck
  ImU32 slots, buffer, pipe;             // depth curves
  ImU32 grid, cursor, gil_wait;
  ImU32 keyword, string, number, comment, function_name;  // code
};

struct Fonts {
  ImFont* body = nullptr;  // 14
  ImFont* bold = nullptr;
  ImFont* small = nullptr;    // 12
  ImFont* heading = nullptr;  // 17, bold
  ImFont* code = nullptr;     // monospace 14
  ImFont* code_small = nullptr;
};

struct Metrics {  // already multiplied by the UI scale
  float scale = 1, gap = 10, padding = 14, rounding = 8, line = 24, lane = 28, top_bar = 48;
};

struct Theme {
  Palette palette;
  Fonts fonts;
  Metrics metrics;
};

const Theme& theme();
// Unscaled pixels as those of the screen.
inline float scaled(float pixels) {
  return pixels * theme().metrics.scale;
}

// The hue of a process: Okabe-Ito in order of beginning, the same everywhere. Threads of a process share it,
// `shade` 0, 1, 2 .. tells its threads apart (main thread 0).
ImU32 process_colour(base::ProcessId process);
ImU32 thread_colour(base::ProcessId process, int shade);
ImU32 with_alpha(ImU32 colour, float alpha);

}  // namespace forkscope::app
