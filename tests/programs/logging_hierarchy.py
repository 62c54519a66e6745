# Loggers form a tree by their names: levels are inherited, records go up to the root's handlers.
import logging
import sys

root = logging.getLogger()
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s"))
root.addHandler(handler)

deep = logging.getLogger("app.db.pool")
app = logging.getLogger("app")
database = logging.getLogger("app.db")
print(deep.parent is database, database.parent is app, app.parent is root, logging.getLogger("app") is app)
app.setLevel(logging.INFO)
print(deep.getEffectiveLevel(), deep.level, deep.isEnabledFor(logging.DEBUG), deep.isEnabledFor(logging.INFO))
deep.info("goes up")
deep.debug("too low")
root.info("the root is at WARNING")

own = logging.StreamHandler(sys.stdout)
own.setLevel(logging.ERROR)
own.setFormatter(logging.Formatter("own: %(message)s"))
database.addHandler(own)
deep.info("once")
deep.error("twice")
database.propagate = False
deep.error("only own")
deep.warning("nobody")
print(app, database, app.getChild("web").name, deep.hasHandlers())
logging.disable(logging.ERROR)
deep.error("disabled")
deep.critical("still there")
logging.disable(logging.NOTSET)
# expect: True True True True
# expect: 20 0 False True
# expect: app.db.pool INFO goes up
# expect: app.db.pool INFO once
# expect: own: twice
# expect: app.db.pool ERROR twice
# expect: own: only own
# expect: <Logger app (INFO)> <Logger app.db (INFO)> app.web True
# expect: own: still there
