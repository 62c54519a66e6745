// Area: a rectangle of the screen that is cut into smaller ones, and the cards and regions that fill them.
// Window thread only.
#pragma once

#include <cstdint>
#include <string>

#include "imgui.h"

namespace forkscope::app {

struct Area {
  ImVec2 min, max;

  float width() const { return max.x - min.x; }
  float height() const { return max.y - min.y; }
  ImVec2 size() const { return ImVec2(width(), height()); }

  // Each returns the piece and leaves the rest, `gap` apart.
  Area cut_top(float height, float gap = 0);
  Area cut_bottom(float height, float gap = 0);
  Area cut_left(float width, float gap = 0);
  Area cut_right(float width, float gap = 0);
  Area inset(float x, float y) const { return {{min.x + x, min.y + y}, {max.x - x, max.y - y}}; }
};

// The background and edge of a card.
void draw_card(const Area& area);
// A card's inside, with `title` written at its top; returns what is left below the title.
Area titled(const Area& card, const std::string& title);
// A line across `area`'s top.
void draw_separator(const Area& area);

enum class Scroll : std::uint8_t { none, down, both };

// A child region of ImGui for the lifetime of this value.
class Region {
 public:
  Region(const char* id, const Area& area, Scroll scroll = Scroll::down);
  ~Region();
  Region(const Region&) = delete;
  Region& operator=(const Region&) = delete;
};

}  // namespace forkscope::app
