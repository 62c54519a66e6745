"""csv: characters that escape, quotes, the ends of lines, and dialects that cannot be."""
import copy
import csv
import io
import pickle


def read(*lines, **options):
    try:
        print(list(csv.reader(lines, **options)))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


def write(row, **options):
    out = io.StringIO()
    try:
        csv.writer(out, lineterminator="|", **options).writerow(row)
        print(out.getvalue())
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


read('one/,two,"thr/"ee"', "fo/ur/", escapechar="/")  # expect: [['one,two', 'thr"ee'], ['four\n']]
read("one/\n", "two,three\n", escapechar="/")  # expect: [['one\ntwo', 'three']]
read('one,"two"/', escapechar="/")  # expect: [['one', 'two/']]
read(',1,"2", 3.5,,', quoting=csv.QUOTE_NONNUMERIC)  # expect: [['', 1.0, '2', 3.5, '', '']]
read("one,2", quoting=csv.QUOTE_NONNUMERIC)  # expect: ValueError: could not convert string to float: 'one'
read('one,"', 'two"', quotechar=None)  # expect: [['one', '"'], ['two"']]
# expect: Error: new-line character seen in unquoted field - do you need to open the file in universal-newline mode?
read("one,two\rthree")
read("one\r\n", "\r\n", '"two\n', 'three"\n', "four\r")  # expect: [['one'], [], ['two\nthree'], ['four']]
read('one,"two', strict=True)  # expect: Error: unexpected end of data
read('"one" ,two', strict=True)  # expect: Error: ',' expected after '"'
read('"one" ,"t""wo"')  # expect: [['one ', 't"wo']]
read("one,  two, ", skipinitialspace=True)  # expect: [['one', 'two', '']]

write(['a"b', "c,d", "/"], escapechar="/")  # expect: "a""b","c,d",//|
write(['a"b', "c,d", "/"], escapechar="/", doublequote=False)  # expect: a/"b,"c,d",//|
write(['a"b', "c,d", "/"], escapechar="/", quoting=csv.QUOTE_NONE)  # expect: a/"b,c/,d,//|
write(["say", 'a"b'], doublequote=False)  # expect: Error: need to escape, but no escapechar set
write(["a|b", None, 2], quoting=csv.QUOTE_NONNUMERIC)  # expect: "a|b","",2|
write([None])  # expect: ""|
write([None], quoting=csv.QUOTE_NONE)  # expect: Error: single empty field record must be quoted

old = csv.field_size_limit(4)
read("four,4", "fifth,5")  # expect: Error: field larger than field limit (4)
attempt(lambda: csv.field_size_limit("4"))  # expect: TypeError: limit must be an integer
csv.field_size_limit(old)

attempt(lambda: csv.reader([], delimiter="::"))  # expect: TypeError: "delimiter" must be a 1-character string
attempt(lambda: csv.reader([], quotechar=7))  # expect: TypeError: "quotechar" must be string or None, not int
attempt(lambda: csv.reader([], escapechar=b"/"))  # expect: TypeError: "escapechar" must be string or None, not bytes
attempt(lambda: csv.reader([], lineterminator=None))  # expect: TypeError: lineterminator must be set
attempt(lambda: csv.reader([], quoting="all"))  # expect: TypeError: "quoting" must be an integer
attempt(lambda: csv.reader([], quoting=9))  # expect: TypeError: bad "quoting" value
# expect: TypeError: quotechar must be set if quoting enabled
attempt(lambda: csv.reader([], quoting=csv.QUOTE_ALL, quotechar=None))
attempt(lambda: csv.writer("text"))  # expect: TypeError: argument 1 must have a "write" method


class Semicolons(csv.Dialect):
    delimiter = ";"


attempt(Semicolons)  # expect: Error: "quoting" must be an integer
Semicolons.quoting, Semicolons.quotechar = csv.QUOTE_MINIMAL, "''"
attempt(Semicolons)  # expect: Error: "quotechar" must be a 1-character string
Semicolons.quotechar, Semicolons.lineterminator = "'", "\n"
csv.register_dialect("semicolons", Semicolons, strict=1)
kept = csv.get_dialect("semicolons")
print(kept.delimiter, kept.quotechar, kept.strict, kept.doublequote)  # expect: ; ' True False
# expect: AttributeError: attribute 'delimiter' of '_csv.Dialect' objects is not writable
attempt(lambda: setattr(kept, "delimiter", ","))
attempt(lambda: delattr(kept, "strict"))  # expect: AttributeError: readonly attribute
attempt(lambda: copy.copy(kept))  # expect: TypeError: cannot pickle 'Dialect' instances
attempt(lambda: pickle.dumps(kept))  # expect: TypeError: cannot pickle 'Dialect' instances
read("a;'b;c'", dialect="semicolons")  # expect: [['a', 'b;c']]
rows = csv.reader(["x"])
try:
    rows.line_num = 5
except AttributeError:
    print("a reader counts by itself", next(rows), rows.line_num)  # expect: a reader counts by itself ['x'] 1
