#include <algorithm>

#include "app/lanes/lane.h"

namespace forkscope::app {

namespace {

std::int64_t end_of(const trace::Span& span, std::int64_t open_end_ns) {
  return span.end_ns < 0 ? open_end_ns : span.end_ns;
}

// The first span from `from` on that ends after `time_ns`: doubling steps, then halving them.
std::size_t gallop(const std::vector<trace::Span>& spans, std::size_t from, std::int64_t time_ns,
                   std::int64_t open_end_ns) {
  const auto over = [&](std::size_t at) { return end_of(spans[at], open_end_ns) <= time_ns; };
  std::size_t step = 1, low = from;
  while (low + step < spans.size() && over(low + step)) {
    low += step;
    step *= 2;
  }
  std::size_t high = std::min(low + step, spans.size());
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (over(middle))
      low = middle + 1;
    else
      high = middle;
  }
  return low;
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

void fill_shares(const std::vector<trace::Span>& spans, const TimeAxis& axis, std::int64_t open_end_ns,
                 std::vector<float>& shares) {
  // More spans than this in one column are judged by the first ones: the column is one pixel wide.
  constexpr int kLooked = 6;
  const auto columns = static_cast<std::size_t>(axis.right() - axis.left());
  shares.assign(columns, 0.0f);
  std::size_t at = 0;
  for (std::size_t column = 0; column < columns && at < spans.size(); ++column) {
    const std::int64_t begin = axis.time_at(axis.left() + static_cast<float>(column));
    const std::int64_t end = std::max(begin + 1, axis.time_at(axis.left() + static_cast<float>(column + 1)));
    at = gallop(spans, at, begin, open_end_ns);
    std::int64_t filled = 0, looked_until = end;
    for (std::size_t span = at; span < spans.size() && spans[span].begin_ns < end; ++span) {
      if (span - at == kLooked) {
        looked_until = std::max(begin + 1, spans[span].begin_ns);
        break;
      }
      filled += std::max<std::int64_t>(
          0, std::min(end, end_of(spans[span], open_end_ns)) - std::max(begin, spans[span].begin_ns));
    }
    shares[column] = std::min(1.0f, static_cast<float>(filled) / static_cast<float>(looked_until - begin));
  }
}

}  // namespace forkscope::app
