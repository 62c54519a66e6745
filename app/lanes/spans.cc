#include <algorithm>

#include "app/lanes/lane.h"

namespace forkscope::app {

namespace {

std::int64_t end_of(const trace::Span& span, std::int64_t open_end_ns) {
  return span.end_ns < 0 ? std::max(span.begin_ns, open_end_ns) : span.end_ns;
}

// The first span from `from` on that begins after `time_ns`: doubling steps, then halving them.
std::size_t gallop(const std::vector<trace::Span>& spans, std::size_t from, std::int64_t time_ns) {
  const auto begun = [&](std::size_t at) { return spans[at].begin_ns <= time_ns; };
  std::size_t step = 1, low = from;
  while (low + step < spans.size() && begun(low + step)) {
    low += step;
    step *= 2;
  }
  std::size_t high = std::min(low + step, spans.size());
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (begun(middle))
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

// How much of the time up to `time_ns` the first `begun` spans fill, which are those that have begun by then.
std::int64_t filled_until(const std::vector<trace::Span>& spans, std::size_t begun, std::int64_t time_ns,
                          std::int64_t open_end_ns) {
  if (begun == 0) return 0;
  const trace::Span& last = spans[begun - 1];
  return last.before_ns + std::min(time_ns, end_of(last, open_end_ns)) - last.begin_ns;
}

}  // namespace

SpanRange visible_spans(const std::vector<trace::Span>& spans, const TimeAxis& axis) {
  const auto first = std::partition_point(spans.begin(), spans.end(), [&](const trace::Span& span) {
    return span.end_ns >= 0 && span.end_ns < axis.begin_ns();
  });
  const auto last = std::partition_point(
      first, spans.end(), [&](const trace::Span& span) { return span.begin_ns <= axis.end_ns(); });
  return SpanRange{static_cast<std::size_t>(first - spans.begin()),
                   static_cast<std::size_t>(last - spans.begin())};
}

const trace::Span* span_at(const std::vector<trace::Span>& spans, std::int64_t time_ns) {
  const auto after = std::partition_point(spans.begin(), spans.end(),
                                          [&](const trace::Span& span) { return span.begin_ns <= time_ns; });
  if (after == spans.begin()) return nullptr;
  const trace::Span& span = *(after - 1);
  return span.end_ns < 0 || span.end_ns > time_ns ? &span : nullptr;
}

const trace::Span* span_near(const std::vector<trace::Span>& spans, std::int64_t time_ns,
                             std::int64_t reach_ns) {
  if (const trace::Span* span = span_at(spans, time_ns)) return span;
  const auto after = std::partition_point(spans.begin(), spans.end(),
                                          [&](const trace::Span& span) { return span.begin_ns <= time_ns; });
  if (after != spans.end() && after->begin_ns - time_ns <= reach_ns) return &*after;
  if (after != spans.begin() && time_ns - (after - 1)->end_ns <= reach_ns) return &*(after - 1);
  return nullptr;
}

void fill_shares(const std::vector<trace::Span>& spans, const TimeAxis& axis, std::int64_t open_end_ns,
                 std::vector<float>& shares) {
  const auto columns = static_cast<std::size_t>(axis.right() - axis.left());
  shares.assign(columns, 0.0f);
  if (spans.empty()) return;
  std::int64_t begin = axis.begin_ns();
  std::size_t begun = gallop(spans, 0, begin);
  std::int64_t filled = filled_until(spans, begun, begin, open_end_ns);
  for (std::size_t column = 0; column < columns; ++column) {
    const std::int64_t end = std::max(begin + 1, axis.time_at(axis.left() + static_cast<float>(column + 1)));
    begun = gallop(spans, begun == 0 ? 0 : begun - 1, end);
    const std::int64_t filled_now = filled_until(spans, begun, end, open_end_ns);
    shares[column] =
        std::clamp(static_cast<float>(filled_now - filled) / static_cast<float>(end - begin), 0.0f, 1.0f);
    begin = end;
    filled = filled_now;
  }
}

}  // namespace forkscope::app
