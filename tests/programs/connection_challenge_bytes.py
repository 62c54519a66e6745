# The challenge as it goes over the wire, up to 3.11: 20 random bytes, answered by their HMAC-MD5 under the key.
import hmac
import multiprocessing as mp
import threading
from multiprocessing.connection import answer_challenge, deliver_challenge

a, b = mp.Pipe()
server = threading.Thread(target=deliver_challenge, args=(a, b"key"))
server.start()
message = b.recv_bytes()
print(message[:11], len(message))  # expect: b'#CHALLENGE#' 31
b.send_bytes(hmac.new(b"key", message[11:], "md5").digest())
print(b.recv_bytes())  # expect: b'#WELCOME#'
server.join()

client = threading.Thread(target=answer_challenge, args=(a, b"key"))
client.start()
b.send_bytes(b"#CHALLENGE#" + b"0123456789abcdefghij")
print(b.recv_bytes().hex())  # expect: 16b19d6fa560bad4a7de4b7805ec5900
b.send_bytes(b"#WELCOME#")
client.join()
