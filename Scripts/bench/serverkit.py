"""Servers as processes of their own, the load on them, and what they take of memory."""
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Server:
    """A process with its children; ended by its id when the `with` block ends."""

    def __init__(self, command, port, ready, env=None, cwd=None, log="server.log"):
        self.base = f"http://127.0.0.1:{port}"
        self.log = open(os.path.join(cwd or ".", log), "wb")
        self.process = subprocess.Popen(
            command, env={**os.environ, **(env or {})}, cwd=cwd, stdout=self.log, stderr=self.log,
            start_new_session=True)
        until = time.time() + 120
        while True:
            try:
                urllib.request.urlopen(self.base + ready, timeout=30).read()
                return
            except OSError:
                if self.process.poll() is not None or time.time() > until:
                    self.__exit__()
                    sys.exit(f"{command[0]} does not answer:\n" + open(self.log.name).read()[-2000:])
                time.sleep(0.1)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            # The group is its own: workers are ended with it.
            os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()
        self.log.close()

    def megabytes(self):
        """Memory of the process and its children; a page that several share counts in parts."""
        return sum(pss(pid) for pid in family(self.process.pid)) / 1024

    def get(self, path, **headers):
        request = urllib.request.Request(self.base + path, headers=headers)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read()


def family(pid):
    found = [pid]
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                parent = int(open(f"/proc/{name}/stat").read().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
            if parent == pid:
                found += family(int(name))
    return found


def pss(pid):
    try:
        for line in open(f"/proc/{pid}/smaps_rollup"):
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0


def load(base, paths, clients, seconds):
    """Asks for the paths in turn; requests a second, and milliseconds of the median and of the slowest 1 %."""
    with tempfile.NamedTemporaryFile("w", suffix=".paths") as file:
        file.write("\n".join(paths) + "\n")
        file.flush()
        run = subprocess.run(
            ["wrk", "--threads", "1", "--connections", str(clients), "--duration", f"{seconds}s",
             "--timeout", "20s", "--script", os.path.join(HERE, "paths.lua"), base],
            env={**os.environ, "PATHS": file.name}, capture_output=True, text=True)
    if run.returncode:
        sys.exit(run.stderr + run.stdout)
    found = json.loads(run.stdout.strip().splitlines()[-1])
    found["rate"] = found["requests"] / (found["microseconds"] / 1e6)
    return found


def points(path, count, seed=15):
    """Writes made relics, the same for the same number and seed."""
    made = random.Random(seed)
    kinds = [("ancient_site", "遗址"), ("ancient_building", "桥"), ("modern_site", "旧址"), ("other", "碑")]
    levels = ["registered"] * 8 + ["county", "county", "municipal", "provincial", "national"]
    syllables = "高家大石马林白云水山东西南北上下王李张陈"
    with open(path, "w", encoding="utf-8") as file:
        file.write("id,name_zh,category,level,lon,lat\n")
        for number in range(1, count + 1):
            category, ending = made.choice(kinds)
            name = "".join(made.choice(syllables) for _ in range(3)) + ending
            file.write(
                f"P{number:07d},{name},{category},{made.choice(levels)},"
                f"{made.uniform(110.5, 113.5):.6f},{made.uniform(28.0, 31.0):.6f}\n")


def register(program, csv, path):
    """A register of the points alone."""
    for arguments in (["init", "-q", "--empty", "--name", "试", "--db", path],
                      ["import", csv, "--db", path, "-q", "--no-backup", "--who", "bench"]):
        subprocess.run([program] + arguments, check=True, stdout=subprocess.DEVNULL)


def heritage(program, path, folder):
    port = free_port()
    return Server([program, "serve", "--db", path, "--port", str(port)], port, "/readyz", cwd=folder)
