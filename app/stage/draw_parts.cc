#include "app/stage/draw_parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/model/stage_places.h"
#include "app/stage/stage_text.h"
#include "app/theme/theme.h"
#include "app/widgets/format.h"
#include "app/widgets/object_text.h"

namespace forkscope::app {

namespace {

void draw_cell(const StageCanvas& canvas, const StageCell& cell, const StageRect& rect) {
  const Palette& p = theme().palette;
  if (!canvas.pen.is_visible(rect)) return;
  // Opaque, so that nothing shines through an item on its way.
  canvas.pen.box(rect, {p.background, 0, 5, 0});
  canvas.pen.box(rect, {with_alpha(cell.colour, cell.item->changed ? 0.4f : 0.2f),
                        cell.item->changed ? p.text : cell.colour, 5, cell.item->changed ? 2.0f : 1.3f});
  canvas.pen.box({rect.x + 1, rect.y + 1, 4, rect.height - 2},
                 {process_colour(cell.item->key.producer), 0, 2, 0});
  canvas.pen.text(inset(rect, 8, 0), theme().fonts.code, p.text, cell.item->label, 0.5f);
}

}  // namespace

void draw_cells(StageCanvas& canvas, StageMotion& motion) {
  for (const StageCell& cell : canvas.cells)
    draw_cell(canvas, cell, motion.place(cell.item->key, cell.target, cell.origin));
}

void draw_pill(StageCanvas& canvas, const StageRect& rect, const std::vector<PillPart>& parts, bool changed) {
  constexpr float kSide = 10;
  const Theme& t = theme();
  float length = 2 * kSide;
  for (const PillPart& part : parts) length += canvas.pen.text_length(t.fonts.small, part.text);
  StageRect pill = rect;
  pill.width = std::min(length, rect.width);
  const StageRect& last = canvas.last_pill;
  if (last.width > 0 && last.y == pill.y && last.x < pill.x) pill.x = last.right() + 6;
  canvas.last_pill = pill;
  if (!canvas.pen.is_visible(pill)) return;
  canvas.pen.box(pill, {t.palette.raised, changed ? t.palette.text : t.palette.panel_border, pill.height / 2,
                        changed ? 1.8f : 1.0f});
  StageRect rest = inset(pill, kSide, 0);
  rest.width += 1;
  const float right = rest.right();
  for (const PillPart& part : parts) {
    rest.x = canvas.pen.text(rest, t.fonts.small, part.colour, part.text);
    rest.width = right - rest.x;
  }
}

void draw_lock_pill(StageCanvas& canvas, const StageRect& rect, const std::string& name,
                    const StageLock& lock) {
  const Palette& p = theme().palette;
  std::vector<PillPart> parts = {{name + " ", p.text}};
  parts.push_back({owner_text(canvas.frame.store, lock.owner, lock.owner_was_killed), lock.owner == 0 ? p.pipe
                                                                                      : lock.owner_was_killed
                                                                                          ? p.wrong_text
                                                                                          : p.buffer});
  if (lock.waiters > 0) parts.push_back({" · " + waiters_text(lock.waiters), p.text_dim});
  draw_pill(canvas, rect, parts, lock.changed);
}

void draw_more(const StageCanvas& canvas, const StageRect& rect, std::size_t count) {
  canvas.pen.text(rect, theme().fonts.small, theme().palette.text_dim, fmt::format("+{}", count), 0.5f);
}

}  // namespace forkscope::app
