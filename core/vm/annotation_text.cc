#include "core/vm/annotation_text.h"

#include <cmath>
#include <string_view>

#include "core/vm/numbers.h"
#include "core/vm/objects.h"
#include "core/vm/operations.h"
#include "core/vm/text.h"

namespace forkscope::vm {

namespace {

// "a, b" or, for the only item of a tuple, "a,".
std::optional<std::string> items_text(const ast::Expressions& items, bool is_tuple) {
  std::string text;
  for (const ast::Expression* item : items) {
    const auto one = annotation_text(*item);
    if (!one) return {};
    text += (text.empty() ? "" : ", ") + *one;
  }
  return is_tuple && items.size() == 1 ? text + "," : text;
}

std::optional<std::string> subscript_text(const ast::Subscript& subscript) {
  const auto object = annotation_text(*subscript.object);
  const auto* several = subscript.index->as<ast::TupleDisplay>();
  const auto index = several != nullptr && !several->items.empty() ? items_text(several->items, true)
                                                                   : annotation_text(*subscript.index);
  if (!object || !index) return {};
  return *object + "[" + *index + "]";
}

std::optional<std::string> union_text(const ast::Binary& binary) {
  const auto left = annotation_text(*binary.left), right = annotation_text(*binary.right);
  if (binary.op != BinaryOperator::bit_or || !left || !right) return {};
  const bool groups = binary.right->as<ast::Binary>() != nullptr;
  return *left + " | " + (groups ? "(" + *right + ")" : *right);
}

std::optional<std::string> between(std::string_view open, const std::optional<std::string>& text,
                                   std::string_view close) {
  if (!text) return {};
  return std::string(open) + *text + std::string(close);
}

}  // namespace

std::optional<std::string> constant_text(const Value& value) {
  if (value.is_none()) return "None";
  if (value.is_ellipsis()) return "...";
  if (value.is_true()) return "True";
  if (value.is_bool()) return "False";
  if (const auto* text = value.try_as<String>()) return quote(text->text, false);
  if (const auto* bytes = value.try_as<Bytes>()) return quote_bytes(bytes->data);
  if (is_int(value)) return int_text(value);
  const auto* number = value.try_as<Float>();
  if (number != nullptr && std::isfinite(number->value)) return float_repr(number->value);
  return {};
}

std::optional<std::string> annotation_text(const ast::Expression& annotation) {
  if (const auto* name = annotation.as<ast::Name>()) return name->id;
  if (const auto* constant = annotation.as<ast::Constant>()) return constant_text(constant->value);
  if (const auto* attribute = annotation.as<ast::Attribute>())
    return between("", annotation_text(*attribute->object), "." + attribute->name);
  if (const auto* subscript = annotation.as<ast::Subscript>()) return subscript_text(*subscript);
  if (const auto* binary = annotation.as<ast::Binary>()) return union_text(*binary);
  if (const auto* list = annotation.as<ast::ListDisplay>())
    return between("[", items_text(list->items, false), "]");
  if (const auto* tuple = annotation.as<ast::TupleDisplay>())
    return between("(", items_text(tuple->items, true), ")");
  return {};
}

}  // namespace forkscope::vm
