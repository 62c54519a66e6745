# python: no (CPython runs it)
# exit: 1
# error: .py:7:
# error: 'async'
# error: python3 instead
print('never printed')
async def main():
    pass
