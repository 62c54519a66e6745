"""The server of a manager: it holds the real objects, and has a thread for every thread of a client that uses one."""

import sys
import threading
from functools import partial
from . import connection
from . import process
from . import util
from _vm import format_exception

# Who uses these classes finds them in managers, and there they say they are.
_MODULE = "multiprocessing.managers"


def listener_client():
    # Looked up when used, so that a program may replace them as it does with CPython's.
    return connection.Listener, connection.Client


class Token:
    """How a proxy names the object it stands for."""

    __module__ = _MODULE

    def __init__(self, typeid, address, id):
        self.typeid, self.address, self.id = typeid, address, id

    def __getstate__(self):
        return (self.typeid, self.address, self.id)

    def __setstate__(self, state):
        self.typeid, self.address, self.id = state

    def __repr__(self):
        return f"{type(self).__name__}(typeid={self.typeid!r}, address={self.address!r}, id={self.id!r})"


def dispatch(c, id, methodname, args=(), kwds={}):
    """Sends a call to the server itself or to one of its objects; returns what it returns."""
    c.send((id, methodname, args, kwds))
    kind, result = c.recv()
    if kind == "#RETURN":
        return result
    raise convert_to_error(kind, result)


def convert_to_error(kind, result):
    if kind == "#ERROR":
        return result
    if kind in ("#TRACEBACK", "#UNSERIALIZABLE"):
        if not isinstance(result, str):
            return TypeError(f"Result {result!r} (kind '{kind}') type is {type(result)}, not str")
        if kind == "#UNSERIALIZABLE":
            return RemoteError("Unserializable message: %s\n" % result)
        return RemoteError(result)
    return ValueError(f"Unrecognized message type {kind!r}")


class RemoteError(Exception):
    __module__ = _MODULE

    def __str__(self):
        return "\n" + "-" * 75 + "\n" + str(self.args[0]) + "-" * 75


def all_methods(obj):
    return [name for name in dir(obj) if callable(getattr(obj, name, None))]


def public_methods(obj):
    return [name for name in all_methods(obj) if name[0] != "_"]


def _format_current():
    return format_exception(sys.exc_info()[1])


def _delete_item(obj, key):
    del obj[key]


def _set_item(obj, key, value):
    obj[key] = value


def _multiply_in_place(obj, count):
    obj *= count
    return obj


# Operations that built-in objects have, but not as methods.
_OPERATIONS = {
    "__add__": lambda obj, other: obj + other,
    "__contains__": lambda obj, item: item in obj,
    "__delattr__": delattr,
    "__delitem__": _delete_item,
    "__getattribute__": getattr,
    "__getitem__": lambda obj, key: obj[key],
    "__imul__": _multiply_in_place,
    "__ior__": lambda obj, other: obj.update(other),
    "__iter__": iter,
    "__len__": len,
    "__mul__": lambda obj, count: obj * count,
    "__next__": next,
    "__or__": lambda obj, other: obj | other,
    "__reversed__": lambda obj: obj[::-1],
    "__rmul__": lambda obj, count: count * obj,
    "__ror__": lambda obj, other: other | obj,
    "__setattr__": setattr,
    "__setitem__": _set_item,
}


def _method_of(obj, name):
    if name in _OPERATIONS and (isinstance(obj, (list, dict)) or not hasattr(obj, name)):
        return partial(_OPERATIONS[name], obj)
    return getattr(obj, name)


_DICT_VIEWS = tuple([type(view) for view in ({}.keys(), {}.values(), {}.items())])


class Server:
    __module__ = _MODULE

    public = [
        "shutdown",
        "create",
        "accept_connection",
        "get_methods",
        "debug_info",
        "number_of_objects",
        "dummy",
        "incref",
        "decref",
    ]

    def __init__(self, registry, address, authkey, serializer):
        if not isinstance(authkey, bytes):
            raise TypeError(f"Authkey {authkey!r} is type {type(authkey)!s}, not bytes")
        self.registry = registry
        self.authkey = process.AuthenticationString(authkey)
        Listener, Client = listener_client()
        self.listener = Listener(address=address, backlog=128)
        self.address = self.listener.address
        self.id_to_obj = {"0": (None, ())}
        self.id_to_refcount = {}
        self.id_to_local_proxy_obj = {}
        self.mutex = threading.Lock()

    def serve_forever(self):
        self.stop_event = threading.Event()
        process.current_process()._manager_server = self
        try:
            accepter = threading.Thread(target=self.accepter)
            accepter.daemon = True
            accepter.start()
            try:
                while not self.stop_event.is_set():
                    self.stop_event.wait(1)
            except (KeyboardInterrupt, SystemExit):
                pass
        finally:
            sys.exit(0)

    def accepter(self):
        while True:
            try:
                c = self.listener.accept()
            except OSError:
                continue
            thread = threading.Thread(target=self.handle_request, args=(c,))
            thread.daemon = True
            thread.start()

    def _handle_request(self, c):
        request = None
        try:
            connection.deliver_challenge(c, self.authkey)
            connection.answer_challenge(c, self.authkey)
            request = c.recv()
            ignore, funcname, args, kwds = request
            assert funcname in self.public, "%r unrecognized" % funcname
            function = getattr(self, funcname)
        except Exception:
            message = ("#TRACEBACK", _format_current())
        else:
            try:
                result = function(c, *args, **kwds)
            except Exception:
                message = ("#TRACEBACK", _format_current())
            else:
                message = ("#RETURN", result)
        try:
            c.send(message)
        except Exception as error:
            try:
                c.send(("#TRACEBACK", _format_current()))
            except Exception:
                pass
            util.info("Failure to send message: %r", message)
            util.info(" ... request was %r", request)
            util.info(" ... exception was %r", error)

    def handle_request(self, conn):
        try:
            self._handle_request(conn)
        except SystemExit:
            # the client has gone
            pass
        finally:
            conn.close()

    def serve_client(self, conn):
        """Answers the calls of one thread of a client, until it closes its connection."""
        util.debug("starting server thread to service %r", threading.current_thread().name)
        while not self.stop_event.is_set():
            methodname = obj = None
            try:
                request = conn.recv()
                ident, methodname, args, kwds = request
                try:
                    obj, exposed, gettypeid = self.id_to_obj[ident]
                except KeyError as error:
                    try:
                        obj, exposed, gettypeid = self.id_to_local_proxy_obj[ident]
                    except KeyError:
                        raise error
                if methodname not in exposed:
                    raise AttributeError(
                        "method %r of %r object is not in exposed=%r" % (methodname, type(obj), exposed)
                    )
                function = _method_of(obj, methodname)
                message = self._answer(conn, function, gettypeid, methodname, args, kwds)
            except AttributeError:
                message = self._fall_back(conn, ident, obj, methodname, args, kwds)
            except EOFError:
                util.debug("got EOF; exiting thread serving %r", threading.current_thread().name)
                sys.exit(0)
            except Exception:
                message = ("#TRACEBACK", _format_current())
            self._send_answer(conn, message)

    def _answer(self, conn, function, gettypeid, methodname, args, kwds):
        try:
            result = function(*args, **kwds)
        except Exception as error:
            return ("#ERROR", error)
        typeid = gettypeid and gettypeid.get(methodname, None)
        if typeid:
            rident, rexposed = self.create(conn, typeid, result)
            return ("#PROXY", (rexposed, Token(typeid, self.address, rident)))
        if isinstance(result, _DICT_VIEWS):
            result = list(result)
        return ("#RETURN", result)

    def _fall_back(self, conn, ident, obj, methodname, args, kwds):
        if methodname is None:
            return ("#TRACEBACK", _format_current())
        try:
            fallback = self.fallback_mapping[methodname]
            return ("#RETURN", fallback(self, conn, ident, obj, *args, **kwds))
        except Exception:
            return ("#TRACEBACK", _format_current())

    def _send_answer(self, conn, message):
        try:
            try:
                conn.send(message)
            except Exception:
                conn.send(("#UNSERIALIZABLE", _format_current()))
        except Exception as error:
            util.info("exception in thread serving %r", threading.current_thread().name)
            util.info(" ... message was %r", message)
            util.info(" ... exception was %r", error)
            conn.close()
            sys.exit(1)

    def fallback_getvalue(self, conn, ident, obj):
        return obj

    def fallback_str(self, conn, ident, obj):
        return str(obj)

    def fallback_repr(self, conn, ident, obj):
        return repr(obj)

    fallback_mapping = {
        "__str__": fallback_str,
        "__repr__": fallback_repr,
        "#GETVALUE": fallback_getvalue,
    }

    def dummy(self, c):
        pass

    def debug_info(self, c):
        with self.mutex:
            lines = []
            for ident in sorted(self.id_to_refcount):
                if ident != "0":
                    count = self.id_to_refcount[ident]
                    text = str(self.id_to_obj[ident][0])[:75]
                    lines.append("  %s:       refcount=%s\n    %s" % (ident, count, text))
            return "\n".join(lines)

    def number_of_objects(self, c):
        return len(self.id_to_refcount)

    def shutdown(self, c):
        try:
            util.debug("manager received shutdown message")
            c.send(("#RETURN", None))
        except:
            sys.stderr.write(_format_current())
        finally:
            self.stop_event.set()

    def create(self, c, typeid, /, *args, **kwds):
        """A new object of a registered kind; its id, and the names of the methods that may be called."""
        with self.mutex:
            callable, exposed, method_to_typeid, proxytype = self.registry[typeid]
            if callable is None:
                if kwds or len(args) != 1:
                    raise ValueError("Without callable, must have one non-keyword argument")
                obj = args[0]
            else:
                obj = callable(*args, **kwds)
            if exposed is None:
                exposed = public_methods(obj)
            if method_to_typeid is not None:
                if not isinstance(method_to_typeid, dict):
                    raise TypeError(
                        "Method_to_typeid {0!r}: type {1!s}, not dict".format(
                            method_to_typeid, type(method_to_typeid)
                        )
                    )
                exposed = list(exposed) + list(method_to_typeid)
            ident = "%x" % id(obj)
            util.debug("%r callable returned object with id %r", typeid, ident)
            self.id_to_obj[ident] = (obj, set(exposed), method_to_typeid)
            if ident not in self.id_to_refcount:
                self.id_to_refcount[ident] = 0
        self.incref(c, ident)
        return ident, tuple(exposed)

    def get_methods(self, c, token):
        return tuple(self.id_to_obj[token.id][1])

    def accept_connection(self, c, name):
        threading.current_thread().name = name
        c.send(("#RETURN", None))
        self.serve_client(c)

    def incref(self, c, ident):
        with self.mutex:
            try:
                self.id_to_refcount[ident] += 1
            except KeyError as error:
                # A proxy that was kept in another object of this server brings its referent back.
                if ident not in self.id_to_local_proxy_obj:
                    raise error
                self.id_to_refcount[ident] = 1
                self.id_to_obj[ident] = self.id_to_local_proxy_obj[ident]
                util.debug("Server re-enabled tracking & INCREF %r", ident)

    def decref(self, c, ident):
        if ident not in self.id_to_refcount and ident in self.id_to_local_proxy_obj:
            util.debug("Server DECREF skipping %r", ident)
            return
        with self.mutex:
            if self.id_to_refcount[ident] <= 0:
                raise AssertionError(
                    "Id {0!s} ({1!r}) has refcount {2:n}, not 1+".format(
                        ident, self.id_to_obj[ident], self.id_to_refcount[ident]
                    )
                )
            self.id_to_refcount[ident] -= 1
            if self.id_to_refcount[ident] == 0:
                del self.id_to_refcount[ident]
        if ident not in self.id_to_refcount:
            # The object may end here, and its end may call the server again: not while the mutex is held.
            self.id_to_obj[ident] = (None, (), None)
            util.debug("disposing of obj with id %r", ident)
            with self.mutex:
                del self.id_to_obj[ident]
