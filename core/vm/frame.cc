#include "core/vm/frame.h"

#include <algorithm>
#include <new>

namespace forkscope::vm {

namespace {
// Less than what the system gets back at once: threads of a state come and go often in a search.
constexpr std::size_t kChunkBytes = 64 * 1024;
}  // namespace

FrameStack::~FrameStack() {
  while (chunk_ != nullptr) {
    Chunk* const below = chunk_->below;
    ::operator delete(chunk_);
    chunk_ = below;
  }
  ::operator delete(spare_);
}

void* FrameStack::allocate_chunk(std::size_t bytes) {
  const std::size_t size = std::max(kChunkBytes, bytes + sizeof(Chunk));
  Chunk* chunk = std::exchange(spare_, nullptr);
  if (chunk == nullptr || static_cast<std::size_t>(chunk->end - reinterpret_cast<std::byte*>(chunk)) < size) {
    ::operator delete(chunk);
    chunk = static_cast<Chunk*>(::operator new(size));
    chunk->end = reinterpret_cast<std::byte*>(chunk) + size;
  }
  chunk->below = chunk_;
  chunk->at = at_;
  chunk_ = chunk;
  begin_ = reinterpret_cast<std::byte*>(chunk + 1);
  end_ = chunk->end;
  at_ = begin_ + bytes;
  return begin_;
}

void FrameStack::release_chunk() {
  Chunk* const emptied = chunk_;
  ::operator delete(std::exchange(spare_, emptied));
  chunk_ = emptied->below;
  at_ = emptied->at;
  end_ = chunk_ == nullptr ? at_ : chunk_->end;
  begin_ = chunk_ == nullptr ? nullptr : reinterpret_cast<std::byte*>(chunk_ + 1);
}

void leave_frames(Frame*& frame, FrameStack& frames) {
  while (frame != nullptr) {
    Frame* const ended = frame;
    frame = ended->previous;
    if (ended->generator != nullptr) continue;
    ended->~Frame();
    frames.release(ended);
  }
}

}  // namespace forkscope::vm
