# The numbers have names; which handlers there are.
import signal

print(int(signal.SIGINT), int(signal.SIGKILL), int(signal.SIGTERM), int(signal.SIGUSR1), int(signal.SIGCHLD), int(signal.SIGALRM))
print(repr(signal.SIGTERM), signal.SIGTERM.name, signal.SIGTERM == 15, signal.Signals(9).name, signal.Signals["SIGINT"].value)
print(f"{signal.SIGTERM}", str(signal.SIGHUP), "%d" % signal.SIGTERM, -signal.SIGTERM, signal.SIGTERM in (15, 9))
print(repr(signal.SIG_DFL), repr(signal.SIG_IGN), signal.strsignal(signal.SIGTERM), signal.strsignal(signal.SIGKILL))
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler, repr(signal.getsignal(signal.SIGTERM)), repr(signal.getsignal(signal.SIGPIPE)))
print(signal.SIGINT in signal.valid_signals(), {signal.SIGTERM: "dictionary key"}[15])
try:
    signal.default_int_handler(2, None)
except KeyboardInterrupt as error:
    print("KeyboardInterrupt", error.args)
# expect: 2 9 15 10 17 14
# expect: <Signals.SIGTERM: 15> SIGTERM True SIGKILL 2
# expect: 15 1 15 -15 True
# expect: <Handlers.SIG_DFL: 0> <Handlers.SIG_IGN: 1> Terminated Killed
# expect: True <Handlers.SIG_DFL: 0> <Handlers.SIG_IGN: 1>
# expect: True dictionary key
# expect: KeyboardInterrupt ()
