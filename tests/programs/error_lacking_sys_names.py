# python: no (it has what is asked for)
# What sys is said to lack it lacks: no text of ours says what a native module has.
import sys

said = ("abiflags addaudithook api_version audit base_exec_prefix base_prefix breakpointhook builtin_module_names call_tracing "
        "dont_write_bytecode exec_prefix flags float_repr_style get_asyncgen_hooks "
        "get_coroutine_origin_tracking_depth getallocatedblocks getdlopenflags getfilesystemencodeerrors getprofile gettrace "
        "hash_info implementation meta_path orig_argv path_hooks path_importer_cache platlibdir prefix pycache_prefix "
        "set_asyncgen_hooks set_coroutine_origin_tracking_depth setdlopenflags setprofile settrace stdlib_module_names "
        "thread_info warnoptions")
print([name for name in said.split() if hasattr(sys, name)])  # expect: []
