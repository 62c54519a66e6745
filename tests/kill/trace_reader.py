"""Trace files (core/trace/FORMAT.md), read in Python: for tests that ask what a process held when it was killed."""
import dataclasses
import struct
import zlib

EVENT = struct.Struct("<5q5IHBB")
MAGIC = b"FORKSCP\x1a"


@dataclasses.dataclass
class Event:
    time: int
    a: int
    b: int
    result: int
    process: int
    thread: int
    object: int
    string: int
    kind: str
    waits: bool


class Torn(Exception):
    """A trace that is not whole."""


def chunks(data):
    if data[:8] != MAGIC:
        raise Torn("the file does not begin as a trace")
    at = 16
    while at < len(data):
        header = data[at : at + 20]
        length, payload_sum, header_sum = struct.unpack("<III", header[8:])
        if header[:4] != b"CHNK" or zlib.crc32(header[:16]) != header_sum:
            raise Torn(f"no chunk at byte {at}")
        payload = data[at + 20 : at + 20 + length]
        if len(payload) != length or zlib.crc32(payload) != payload_sum:
            raise Torn(f"a damaged chunk at byte {at}")
        yield header[4:8].decode(), payload
        at += 20 + length


def strings_of(payload):
    (count,) = struct.unpack_from("<I", payload)
    at = 4
    for _ in range(count):
        yield_id, length = struct.unpack_from("<II", payload, at)
        yield yield_id, payload[at + 8 : at + 8 + length].decode("utf-8", "replace")
        at += 8 + length


def kinds_of(payload):
    (count,) = struct.unpack_from("<I", payload)
    at = 4
    for _ in range(count):
        (length,) = struct.unpack_from("<I", payload, at)
        yield payload[at + 4 : at + 4 + length].decode()
        at += 4 + length


def read(path):
    """(events, strings by id, events lost). Raises Torn where an event or the file is not whole."""
    with open(path, "rb") as file:
        data = file.read()
    kinds, strings, events, lost, ended = [], {}, [], 0, False
    for kind, payload in chunks(data):
        if kind == "KIND":
            kinds = list(kinds_of(payload))
        elif kind == "STRS":
            strings.update(strings_of(payload))
        elif kind == "LOST":
            lost += struct.unpack("<Q", payload)[0]
        elif kind == "TAIL":
            ended = True
        elif kind == "EVTS":
            for at in range(8, len(payload), EVENT.size):
                events.append(event_of(EVENT.unpack_from(payload, at), kinds, events[-1].time if events else 0))
    if not ended:
        raise Torn("the file ends before its last chunk")
    return events, strings, lost


def event_of(fields, kinds, before):
    time, _, a, b, result, process, thread, object_id, string, _, kind, phase, spare = fields
    if not 0 < kind < len(kinds) or phase > 1 or spare != 0:
        raise Torn(f"an event that is none: {fields}")
    if time < before:
        raise Torn(f"an event before the one before it: {fields}")
    return Event(time, a, b, result, process, thread, object_id, string, kinds[kind], phase == 1)
