list(APPEND VM_SOURCES
  modules/collections_module.cc modules/deque.cc format_spec.cc numbers.cc ranges.cc operations.cc operations_compare.cc operations_containers.cc operations_iterate.cc operations_native.cc
  operations_complex.cc operations_numbers.cc operations_repr.cc percent_format.cc set_order.cc set_slots.cc text.cc)
