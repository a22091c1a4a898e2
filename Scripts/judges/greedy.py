"""Behaves badly towards a running server. usage: greedy.py ADDRESS PID REGISTER OTHER

REGISTER is the file that is served and OTHER a register that is moved into its place.
"""
import http.client
import json
import os
import shutil
import signal
import socket
import sys
import threading
import urllib.parse
import urllib.request

address, pid, register, other = sys.argv[1].rstrip("/"), int(sys.argv[2]), sys.argv[3], sys.argv[4]
host = urllib.parse.urlparse(address).netloc
place = (host.split(":")[0], int(host.split(":")[1]))


def get(path):
    with urllib.request.urlopen(address + path, timeout=60) as answer:
        return answer.read()


# Three hundred who have nothing to say, and some who never end their heads.
idle = [socket.create_connection(place) for _ in range(300)]
for one in idle[:50]:
    one.sendall(b"GET /zh HTTP/1.1\r\nHost: ")
assert b"<h1>" in get("/zh")
print("idle", len(idle))
for one in idle:
    one.close()

# A body that is too large, said so and not said so.
connection = http.client.HTTPConnection(host, timeout=60)
connection.request("POST", "/collections", body=b"x" * (65 * 1024))
assert connection.getresponse().status == 413
connection.close()
connection = http.client.HTTPConnection(host, timeout=60)
connection.request("POST", "/collections", body=iter([b"x" * 1024] * 65), encode_chunked=True,
                   headers={"Transfer-Encoding": "chunked"})
assert connection.getresponse().status == 413
connection.close()
print("body 413")

# Readers who leave in the middle leave nothing behind: later ones are answered all the same.
for _ in range(80):
    one = socket.create_connection(place)
    one.sendall(f"GET /collections/sites/items?f=csv HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
    one.recv(1000)
    one.close()
whole = get("/collections/sites/items?f=csv")
assert whole.count(b"\nLX-") == 38, whole.count(b"\nLX-")
print("leavers", 80)

# Another file takes the place of the register while it is asked: each answer is of one of the two.
answers, stop = set(), threading.Event()


def ask():
    while not stop.is_set():
        page = json.loads(get("/collections/sites/items?limit=1000"))
        answers.add((page["numberMatched"], len(page["features"])))


threads = [threading.Thread(target=ask) for _ in range(3)]
for thread in threads:
    thread.start()
shutil.copy(register, register + ".first")
for turn in range(20):
    shutil.copy(other if turn % 2 == 0 else register + ".first", register + ".new")
    os.replace(register + ".new", register)
    get("/readyz")
stop.set()
for thread in threads:
    thread.join()
assert answers <= {(38, 38), (1, 1)} and len(answers) >= 1, answers
page = json.loads(get("/collections/sites/items?limit=1000"))
assert page["numberMatched"] == 38
print("replaced", sorted(answers)[-1])

# A reader who takes nothing does not keep the server from stopping.
slow = socket.socket()
slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
slow.connect(place)
slow.sendall(f"GET /collections/sites/items?limit=10000 HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
slow.recv(100)
os.kill(pid, signal.SIGTERM)
print("asked to stop")
