// StateVisitor: goes over the fields of an object, to write them (capture), to fill them (restore), to find
// what it refers to or to count its references. Every kind of object names its fields once, in
// state_fields.cc or in NativeObject::visit(). Needs the GIL; blocks nowhere.
#pragma once

#include <bit>
#include <cstdint>
#include <functional>
#include <string>
#include <type_traits>
#include <vector>

#include "core/base/ids.h"
#include "core/vm/value.h"

namespace forkscope::vm {

class Table;

class StateVisitor {
 public:
  virtual ~StateVisitor() = default;
  StateVisitor(const StateVisitor&) = delete;
  StateVisitor& operator=(const StateVisitor&) = delete;

  virtual void value(Value& value) = 0;
  virtual void integer(std::int64_t& number) = 0;
  // How many elements follow.
  virtual void size(std::size_t& count) = 0;
  virtual void text(std::string& bytes) = 0;
  virtual void table(Table& table) = 0;
  // `size` bytes as they lie in memory.
  virtual void raw(void* memory, std::size_t size) = 0;
  // What can only be done once all objects have their fields; called then, if they are being filled.
  virtual void afterwards(std::function<void()>) {}
  // A reference that is not counted, of an object that others keep alive; only where counts().
  virtual void borrowed(Object*) {}
  // Fields are being filled: what follows from them is to be computed anew.
  bool fills() const { return fills_; }
  // Of a state that is being written, whose it is. 0: it does not matter.
  base::ProcessId process() const { return process_; }
  // Every counted reference that the object holds is to be visited once, also one that says nothing new, and
  // no other.
  bool counts() const { return counts_; }

  // Any integer, bool or enumeration.
  template <typename Number>
  void number(Number& field) {
    auto wide = static_cast<std::int64_t>(field);
    integer(wide);
    field = static_cast<Number>(wide);
  }
  void real(double& field) {
    auto bits = std::bit_cast<std::int64_t>(field);
    integer(bits);
    field = std::bit_cast<double>(bits);
  }
  // A container with size(), resize() and iteration; `each` visits one element.
  template <typename Container, typename Each>
  void all(Container& container, Each each) {
    std::size_t count = container.size();
    size(count);
    if (fills_) container.resize(count);
    for (auto& element : container) each(element);
  }
  // Many plain elements at once, without looking at each.
  template <typename Element>
  void block(std::vector<Element>& elements) {
    static_assert(std::has_unique_object_representations_v<Element>);
    std::size_t count = elements.size();
    size(count);
    if (fills_) elements.resize(count);
    if (count != 0) raw(elements.data(), count * sizeof(Element));
  }
  template <typename Container>
  void values(Container& container) {
    all(container, [this](Value& element) { value(element); });
  }
  template <typename Container>
  void numbers(Container& container) {
    all(container, [this](auto& element) { number(element); });
  }
  template <typename Container>
  void texts(Container& container) {
    all(container, [this](std::string& element) { text(element); });
  }

 protected:
  explicit StateVisitor(bool fills, base::ProcessId process = 0) : fills_(fills), process_(process) {}
  // For one that counts().
  struct Counting {};
  explicit StateVisitor(Counting) : fills_(false), counts_(true) {}

 private:
  bool fills_, counts_ = false;
  base::ProcessId process_ = 0;
};

}  // namespace forkscope::vm
