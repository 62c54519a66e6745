"""What a spawned child is told, and how it gets ready to run."""

import os
import sys
import _forkscope
import _personality
import _pickle
from . import process
from . import util

_executable = sys.executable


def set_executable(executable):
    global _executable
    _executable = executable if executable is None else os.fsdecode(executable)


def get_executable():
    return _executable if _executable is None else os.fsencode(_executable)


def get_command(program):
    return [_executable, *_personality.FLAGS, "-c", program]


def get_command_line(**kwds):
    arguments = ", ".join([f"{name}={value!r}" for name, value in kwds.items()])
    program = f"from multiprocessing.spawn import spawn_main; spawn_main({arguments})"
    return get_command(program) + ["--multiprocessing-fork"]


def is_forking(argv):
    return len(argv) >= 2 and argv[1] == "--multiprocessing-fork"


_NOT_IMPORTED_SAFELY = """
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        This probably means that you are not using fork to start your
        child processes and you have forgotten to use the proper idiom
        in the main module:

            if __name__ == '__main__':
                freeze_support()
                ...

        The "freeze_support()" line can be omitted if the program
        is not going to be frozen to produce an executable.

        To fix this issue, refer to the "Safe importing of main module"
        section in https://docs.python.org/3/library/multiprocessing.html
        """


def _check_not_importing_main():
    if getattr(process.current_process(), "_inheriting", False):
        raise RuntimeError(_NOT_IMPORTED_SAFELY)


def get_preparation_data(name):
    _check_not_importing_main()
    from .context import _default_context

    path = list(sys.path)
    if "" in path:
        path[path.index("")] = process.ORIGINAL_DIR
    data = {
        "log_to_stderr": util._log_to_stderr,
        "authkey": process.current_process().authkey,
        "name": name,
        "sys_path": path,
        "sys_argv": list(sys.argv),
        "orig_dir": process.ORIGINAL_DIR,
        "dir": os.getcwd(),
        "start_method": _default_context.get_start_method(),
    }
    if util._logger is not None:
        data["log_level"] = util._logger.getEffectiveLevel()
    main = sys.modules["__main__"]
    main_path = getattr(main, "__file__", None)
    if main_path is not None:
        if not os.path.isabs(main_path):
            main_path = os.path.join(process.ORIGINAL_DIR, main_path)
        data["init_main_from_path"] = os.path.normpath(main_path)
    return data


def prepare(data):
    current = process.current_process()
    if "name" in data:
        current._name = data["name"]
    if data.get("authkey"):
        current.authkey = data["authkey"]
    if data.get("log_to_stderr"):
        util.log_to_stderr()
    if "log_level" in data:
        util.get_logger().setLevel(data["log_level"])
    if "sys_path" in data:
        sys.path[:] = data["sys_path"]
    if "sys_argv" in data:
        sys.argv[:] = data["sys_argv"]
    if "dir" in data:
        os.chdir(data["dir"])
    if "orig_dir" in data:
        process.ORIGINAL_DIR = data["orig_dir"]
    if "start_method" in data:
        from . import context

        context._default_context.set_start_method(data["start_method"], force=True)
    if "init_main_from_path" in data:
        _fixup_main_from_path(data["init_main_from_path"])


def _fixup_main_from_path(main_path):
    from _vm import run_file_as

    # the fork server may have imported it
    if getattr(sys.modules.get("__main__"), "__file__", None) == main_path:
        return
    _note_stage(11, "the file runs again as __mp_main__")
    run_file_as(main_path, "__mp_main__")
    sys.modules["__main__"] = sys.modules["__mp_main__"]


def import_main_path(main_path):
    _fixup_main_from_path(main_path)


# What process._METHOD_NUMBERS says of this child.
_method = 1


def _note_stage(number, text):
    """The stages of spawn; a child of the fork server goes through them in its ninth."""
    _forkscope.note("start_stage", 0, number if _method == 1 else 9, _method, text, number)


def spawn_main(pipe_handle, parent_pid=None, tracker_fd=None):
    assert is_forking(sys.argv), "Not forking"
    from . import resource_tracker

    _note_stage(9, "the new interpreter is up")
    resource_tracker._resource_tracker._fd = tracker_fd
    parent_sentinel = _forkscope.duplicate(pipe_handle)
    sys.exit(_main(pipe_handle, parent_sentinel))


def _main(pipe_handle, parent_sentinel, method="spawn"):
    global _method
    _method = process._METHOD_NUMBERS[method]
    process.current_process()._inheriting = True
    try:
        preparation = _pickle.loads(_forkscope.receive(pipe_handle))
        _note_stage(10, "told what to know")
        prepare(preparation)
        self = _pickle.loads(_forkscope.receive(pipe_handle))
        _note_stage(12, "the process object is rebuilt")
    except BaseException:
        if _forkscope.shows_children():
            from . import _evidence

            _evidence.stop()
        raise
    finally:
        del process.current_process()._inheriting
        _forkscope.close(pipe_handle)
    self._popen_method = method
    return self._bootstrap(parent_sentinel)
