list(APPEND VM_SOURCES
  object_fields.cc objects.cc pickle_state.cc liveness.cc state_eraser.cc imported_part.cc state_fields.cc state_frames.cc state_images.cc state_natives.cc state_reader.cc state_writer.cc vm_state.cc table.cc touches.cc reachable.cc class.cc frame.cc gil.cc native.cc native_names.cc exceptions.cc unicode_errors.cc attributes.cc
  binding.cc call_notes.cc calls.cc cells.cc core_classes.cc class_building.cc extended.cc finalizers.cc garbage.cc collector.cc slots.cc special_methods.cc generators.cc heap.cc internal_code.cc memory_limit.cc import.cc interpreter.cc prepare.cc process.cc personality.cc repr_cost.cc results.cc statements.cc suggestions.cc
  user_operators.cc vm.cc modules/main_module.cc)
