"""contextvars: values of their own for contexts and threads."""
import contextvars
import threading

user = contextvars.ContextVar("user", default="nobody")
number = contextvars.ContextVar("number")
print(user.get(), number.get(5), user.name)
token = user.set("Ada")
print(user.get(), token.var is user, token.old_value is contextvars.Token.MISSING)
context = contextvars.copy_context()


def change():
    user.set("Grace")
    return user.get()


print(context.run(change), user.get(), context[user], len(context))
thread = threading.Thread(target=lambda: print("in a thread:", user.get()))
thread.start()
thread.join()
user.reset(token)
print(user.get())
try:
    user.reset(token)
except RuntimeError as error:
    print("used once" in str(error))
try:
    number.get()
except LookupError:
    print("no value")
# expect: nobody 5 user
# expect: Ada True True
# expect: Grace Ada Grace 1
# expect: in a thread: nobody
# expect: nobody
# expect: True
# expect: no value
