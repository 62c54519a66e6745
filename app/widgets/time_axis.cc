#include "app/widgets/time_axis.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "app/model/format.h"
#include "app/theme/theme.h"
#include "app/widgets/format.h"

namespace forkscope::app {

namespace {

constexpr std::int64_t kShortest = 100;
constexpr std::int64_t kLongest = 86'400'000'000'000;

std::int64_t round_step(double least_ns) {
  double power = std::pow(10.0, std::floor(std::log10(std::max(least_ns, 1.0))));
  for (const double factor : {1.0, 2.0, 5.0, 10.0})
    if (power * factor >= least_ns) return std::max<std::int64_t>(1, std::llround(power * factor));
  return std::llround(power * 10);
}

bool near_cursor(const Frame& frame, const TimeAxis& axis) {
  return std::fabs(ImGui::GetIO().MousePos.x - axis.x_of(frame.cursor_ns)) <= 5 * theme().metrics.scale;
}

// Dragging either moves the cursor, where it was taken hold of, or pans.
void drag(const Frame& frame, const TimeAxis& axis, bool began_on_cursor, CommandQueue& commands) {
  const ImGuiIO& io = ImGui::GetIO();
  if (began_on_cursor) {
    commands.push(MoveCursor{std::max<std::int64_t>(0, axis.time_at(io.MousePos.x))});
  } else if (io.MouseDelta.x != 0) {
    const auto by = static_cast<std::int64_t>(-static_cast<double>(io.MouseDelta.x) * axis.ns_per_pixel());
    commands.push(SetWindow{panned(frame.window, by)});
  }
}

void wheel(const Frame& frame, const TimeAxis& axis, CommandQueue& commands) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.MouseWheel == 0 || io.KeyCtrl) return;
  if (io.KeyShift) {
    const auto span = static_cast<double>(axis.end_ns() - axis.begin_ns());
    commands.push(SetWindow{
        panned(frame.window, static_cast<std::int64_t>(-0.1 * span * static_cast<double>(io.MouseWheel)))});
  } else {
    commands.push(SetWindow{zoomed(frame.window, std::pow(0.8, static_cast<double>(io.MouseWheel)),
                                   axis.time_at(io.MousePos.x))});
  }
}

}  // namespace

TimeAxis::TimeAxis(const TimeWindow& window, float left, float right)
    : begin_ns_(window.begin_ns),
      end_ns_(std::max(window.end_ns, window.begin_ns + 1)),
      left_(left),
      right_(std::max(right, left + 1)) {
  ns_per_pixel_ = static_cast<double>(end_ns_ - begin_ns_) / static_cast<double>(right_ - left_);
}

TimeAxis::TimeAxis(const TimeWindow& window, float left, float right, const std::vector<DoneStep>& steps,
                   std::int64_t end_ns)
    : TimeAxis(window, left, right) {
  steps_ = &steps;
  steps_end_ns_ = std::max(end_ns, steps.back().began_ns + 1);
  first_step_ = step_of(begin_ns_);
  const double last = std::max(step_of(end_ns_), first_step_ + 1);
  constexpr double kMargin = 0.02;
  const double shown = (last - first_step_) * (end_ns_ > steps_end_ns_ ? 1 + kMargin : 1);
  steps_per_pixel_ = shown / static_cast<double>(right_ - left_);
}

std::int64_t TimeAxis::begin_of(std::size_t step) const {
  return step < steps_->size() ? (*steps_)[step].began_ns : steps_end_ns_;
}

double TimeAxis::step_of(std::int64_t time_ns) const {
  const auto after = std::partition_point(steps_->begin(), steps_->end(),
                                          [&](const DoneStep& step) { return step.began_ns <= time_ns; });
  if (after == steps_->begin()) return 0;
  const auto step = static_cast<std::size_t>(after - steps_->begin()) - 1;
  const auto length = static_cast<double>(std::max<std::int64_t>(1, begin_of(step + 1) - begin_of(step)));
  return static_cast<double>(step) + std::min(1.0, static_cast<double>(time_ns - begin_of(step)) / length);
}

std::int64_t TimeAxis::time_of_step(double place) const {
  if (place <= 0) return std::min(begin_ns_, begin_of(0));
  const auto step = std::min(static_cast<std::size_t>(place), steps_->size());
  if (step == steps_->size()) return std::max(end_ns_, steps_end_ns_);
  const auto length = static_cast<double>(begin_of(step + 1) - begin_of(step));
  return begin_of(step) + static_cast<std::int64_t>((place - static_cast<double>(step)) * length);
}

std::vector<Tick> TimeAxis::step_ticks(float least_distance) const {
  const auto apart =
      static_cast<std::size_t>(round_step(steps_per_pixel_ * static_cast<double>(least_distance)));
  std::vector<Tick> ticks;
  const auto first = static_cast<std::size_t>(std::ceil(first_step_));
  for (std::size_t step = (first + apart - 1) / apart * apart; step <= steps_->size(); step += apart) {
    const std::int64_t time_ns = begin_of(step);
    if (x_of(time_ns) > right_) break;
    ticks.push_back(Tick{time_ns, x_of(time_ns), count_text(step)});
  }
  return ticks;
}

std::vector<Tick> TimeAxis::ticks(float least_distance) const {
  if (steps_ != nullptr) return step_ticks(least_distance * 0.6f);
  const std::int64_t step = round_step(ns_per_pixel_ * static_cast<double>(least_distance));
  std::vector<Tick> ticks;
  std::int64_t at = begin_ns_ / step * step;
  if (at < begin_ns_) at += step;
  for (; at <= end_ns_; at += step) ticks.push_back(Tick{at, x_of(at), tick_text(at, step, end_ns_)});
  return ticks;
}

TimeWindow zoomed(const TimeWindow& window, double factor, std::int64_t around_ns) {
  const auto span = static_cast<double>(window.end_ns - window.begin_ns);
  const double wanted =
      std::clamp(span * factor, static_cast<double>(kShortest), static_cast<double>(kLongest));
  const double part = span > 0 ? static_cast<double>(around_ns - window.begin_ns) / span : 0;
  const auto begin = around_ns - static_cast<std::int64_t>(std::llround(part * wanted));
  return TimeWindow{begin, begin + static_cast<std::int64_t>(std::llround(wanted)), false};
}

TimeWindow panned(const TimeWindow& window, std::int64_t by_ns) {
  return TimeWindow{window.begin_ns + by_ns, window.end_ns + by_ns, false};
}

std::int64_t TimeAxis::resolution_ns() const {
  std::int64_t power = 1;
  while (static_cast<double>(power) * 10 <= ns_per_pixel_) power *= 10;
  return power;
}

float label_column_width() {
  return 236 * theme().metrics.scale;
}

TimeAxis chart_axis(const Frame& frame, float left, float width) {
  const Metrics& metrics = theme().metrics;
  const float column = std::min(label_column_width(), width * 0.4f);
  const bool by_steps = frame.settings.mode == Mode::step && frame.settings.axis_of_steps &&
                        frame.step.steps != nullptr && !frame.step.steps->empty();
  if (by_steps)
    return TimeAxis(frame.window, left + column, left + width - metrics.padding, *frame.step.steps,
                    frame.store.end_ns());
  return TimeAxis(frame.window, left + column, left + width - metrics.padding);
}

bool chart_input(const char* id, const Frame& frame, const TimeAxis& axis, ImVec2 begin, ImVec2 end,
                 CommandQueue& commands) {
  ImGui::SetCursorScreenPos(begin);
  ImGui::InvisibleButton(id, ImVec2(std::max(1.0f, end.x - begin.x), std::max(1.0f, end.y - begin.y)));
  const bool hovered = ImGui::IsItemHovered();
  bool* began_on_cursor = ImGui::GetStateStorage()->GetBoolRef(ImGui::GetID(id), false);
  if (ImGui::IsItemActivated()) *began_on_cursor = near_cursor(frame, axis);
  if (hovered && near_cursor(frame, axis)) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
  const bool dragging = ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 3.0f);
  if (dragging) drag(frame, axis, *began_on_cursor, commands);
  const bool was_drag = ImGui::GetIO().MouseDragMaxDistanceSqr[0] >= 9.0f;
  if (ImGui::IsItemDeactivated() && hovered && !was_drag)
    commands.push(MoveCursor{std::max<std::int64_t>(0, axis.time_at(ImGui::GetIO().MousePos.x))});
  if (hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
    const std::int64_t margin =
        std::max<std::int64_t>(1000, (frame.store.end_ns() - frame.store.begin_ns()) / 40);
    commands.push(SetWindow{TimeWindow{frame.store.begin_ns(), frame.store.end_ns() + margin, false}});
  }
  if (hovered) wheel(frame, axis, commands);
  return hovered && !dragging;
}

void draw_grid(ImDrawList& draw, const std::vector<Tick>& ticks, float top, float bottom) {
  for (const Tick& tick : ticks) {
    const float x = std::round(tick.x);
    draw.AddRectFilled(ImVec2(x, top), ImVec2(x + 1, bottom), theme().palette.grid);
  }
}

void draw_cursor(ImDrawList& draw, const Frame& frame, const TimeAxis& axis, float top, float bottom,
                 bool with_label) {
  const Theme& look = theme();
  const float x = std::round(axis.x_of(frame.cursor_ns));
  if (x < axis.left() - 1 || x > axis.right() + 1) return;
  if (!frame.live)
    draw.AddRectFilled(ImVec2(x, top), ImVec2(axis.right(), bottom), with_alpha(look.palette.panel, 0.55f));
  const float thickness = std::max(1.5f, 1.5f * look.metrics.scale);
  draw.AddRectFilled(ImVec2(x - thickness / 2, top), ImVec2(x + thickness / 2, bottom), look.palette.cursor);
  if (!with_label) return;
  ImGui::PushFont(look.fonts.code_small);
  const std::string label = axis.is_of_steps() ? tr_format("step {0}", count_text(frame.step.position))
                                               : moment_text(frame.cursor_ns, axis.resolution_ns());
  const ImVec2 size = ImGui::CalcTextSize(label.c_str());
  const float pad = 6 * look.metrics.scale;
  const float left =
      std::clamp(x - size.x / 2 - pad, axis.left(), std::max(axis.left(), axis.right() - size.x - 2 * pad));
  draw.AddRectFilled(ImVec2(left, bottom - size.y - pad), ImVec2(left + size.x + 2 * pad, bottom),
                     look.palette.cursor, 4 * look.metrics.scale);
  draw.AddText(ImVec2(left + pad, bottom - size.y - pad / 2), look.palette.background, label.c_str());
  ImGui::PopFont();
}

}  // namespace forkscope::app
