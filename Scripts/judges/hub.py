"""A private server of PostgreSQL, and the program as a process, for checks of the hub."""

import contextlib
import os
import pathlib
import queue
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time

BIN = "/usr/lib/postgresql/15/bin"


class Cluster:
    """A server on a socket in a folder of its own; as user postgres where this is root, whom it refuses."""

    def __init__(self, options=""):
        self.folder = tempfile.mkdtemp(prefix="hub-", dir="/tmp")
        if os.getuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
        os.chmod(self.folder, 0o755)
        self.options = (f"-c listen_addresses='' -c unix_socket_directories='{self.folder}' "
                        f"-c max_connections=150 -c wal_level=logical {options}")
        self.data = f"{self.folder}/data"
        self.run(f"{BIN}/initdb", "-D", self.data, "-A", "trust", "-U", "postgres", "-E", "UTF8",
                 "--locale=C.UTF-8", "--no-sync")
        self.start()

    def run(self, *words, check=True):
        """Runs a program of the server; a file takes what it says, for a server keeps a pipe open."""
        own = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        with tempfile.TemporaryFile() as said:
            done = subprocess.run(own + list(words), cwd="/", stdin=subprocess.DEVNULL, stdout=said,
                                  stderr=subprocess.STDOUT)
            said.seek(0)
            text = said.read().decode()
        if check and done.returncode:
            raise SystemExit(f"{words[0]}: {text}")
        return text

    def start(self):
        # Whoever worked for a server that was killed may still hold its memory for a moment.
        for left in range(20, -1, -1):
            said = self.run(f"{BIN}/pg_ctl", "-D", self.data, "-l", f"{self.folder}/log", "-o", self.options, "-w",
                            "-t", "60", "start", check=left == 0)
            if "server started" in said:
                break
            time.sleep(0.5)
        self.pid = int(pathlib.Path(self.data, "postmaster.pid").read_text().split()[0])

    def crash(self):
        """Kills the server and whoever works for it, as a power cut would."""
        workers = subprocess.run(["ps", "-o", "pid=", "--ppid", str(self.pid)], capture_output=True,
                                 text=True).stdout.split()
        for pid in [self.pid] + [int(word) for word in workers]:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        time.sleep(0.3)

    def stop(self):
        try:
            os.kill(self.pid, signal.SIGQUIT)
            time.sleep(0.3)
        except ProcessLookupError:
            pass
        shutil.rmtree(self.folder, ignore_errors=True)

    def create(self, database):
        self.run(f"{BIN}/createdb", "-h", self.folder, "-U", "postgres", database)

    def address(self, database="hub", login="postgres"):
        return f"postgres:///{database}?host={self.folder}&user={login}"

    @contextlib.contextmanager
    def slowed(self, milliseconds, database="hub", login="postgres"):
        """The address of a database behind a line on which there and back takes so long."""
        if not milliseconds:
            yield self.address(database, login)
            return
        with tempfile.TemporaryDirectory(prefix="line-") as folder, socket.socket(socket.AF_UNIX) as listener:
            listener.bind(f"{folder}/.s.PGSQL.5432")
            listener.listen()
            threading.Thread(target=self.accept, args=(listener, milliseconds / 2000), daemon=True).start()
            yield f"postgres:///{database}?host={folder}&user={login}"

    @contextlib.contextmanager
    def cut(self, sent=None, received=None, database="hub", stalls=False):
        """The address of a database behind a line that is cut after so many bytes from the program, or to it, or passes
        nothing on any more; and what has passed, in both directions."""
        passed = [0, 0]
        with tempfile.TemporaryDirectory(prefix="line-") as folder, socket.socket(socket.AF_UNIX) as listener:
            listener.bind(f"{folder}/.s.PGSQL.5432")
            listener.listen()
            limits = [sent, received]

            def accept():
                with contextlib.suppress(OSError):
                    while True:
                        near, _ = listener.accept()
                        far = socket.socket(socket.AF_UNIX)
                        far.connect(f"{self.folder}/.s.PGSQL.5432")
                        for side, ends in enumerate(((near, far), (far, near))):
                            threading.Thread(target=pass_on, args=(*ends, side), daemon=True).start()

            def pass_on(source, target, side):
                data = b"-"
                while data:
                    with contextlib.suppress(OSError):
                        data = source.recv(1 << 16)
                        if limits[side] is not None:
                            data = data[:limits[side] - passed[side]]
                        passed[side] += len(data)
                        target.sendall(data)
                        if data and passed[side] != limits[side]:
                            continue
                    break
                if data and stalls:
                    return
                for end in (source, target):
                    with contextlib.suppress(OSError):
                        end.shutdown(socket.SHUT_RDWR)

            threading.Thread(target=accept, daemon=True).start()
            yield f"postgres:///{database}?host={folder}&user=postgres", passed

    def accept(self, listener, delay):
        with contextlib.suppress(OSError):
            while True:
                near, _ = listener.accept()
                far = socket.socket(socket.AF_UNIX)
                far.connect(f"{self.folder}/.s.PGSQL.5432")
                for one, other in ((near, far), (far, near)):
                    waiting = queue.Queue()
                    threading.Thread(target=self.take, args=(one, waiting, delay), daemon=True).start()
                    threading.Thread(target=self.give, args=(other, waiting), daemon=True).start()

    @staticmethod
    def take(source, waiting, delay):
        data = b"-"
        while data:
            try:
                data = source.recv(1 << 16)
            except OSError:
                data = b""
            waiting.put((time.monotonic() + delay, data))

    @staticmethod
    def give(target, waiting):
        while True:
            moment, data = waiting.get()
            time.sleep(max(0, moment - time.monotonic()))
            try:
                if not data:
                    return target.shutdown(socket.SHUT_WR)
                target.sendall(data)
            except OSError:
                return None

    def sql(self, text, database="hub", login="postgres", check=True):
        return self.run(f"{BIN}/psql", "-h", self.folder, "-U", login, "-d", database, "-v", "ON_ERROR_STOP=1",
                        "-qAtc", text, check=check).strip()

    def session(self, script, database="hub"):
        """Somebody else's session, which runs a script of SQL by itself."""
        return subprocess.Popen([f"{BIN}/psql", "-h", self.folder, "-U", "postgres", "-d", database, "-qAtc",
                                 script], stdout=subprocess.DEVNULL)


@contextlib.contextmanager
def small_disk(mebibytes):
    """A folder on a disk of its own that is so large; None where this is not root, who alone makes one."""
    if os.getuid():
        yield None
        return
    folder = tempfile.mkdtemp(prefix="disk-", dir="/tmp")
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={mebibytes}m", "tmpfs", folder], check=True)
    try:
        yield pathlib.Path(folder)
    finally:
        subprocess.run(["umount", "-l", folder], check=True)
        os.rmdir(folder)


def fill(folder, left):
    """Fills a disk but for so many bytes."""
    path = folder / "filler"
    room = os.statvfs(folder)
    with open(path, "wb") as file:
        file.write(bytes(max(0, room.f_bavail * room.f_frsize - left)))
    return path


class Program:
    """The program with a working folder."""

    def __init__(self, path, folder):
        self.path, self.folder = os.path.abspath(path), folder

    def command(self, *words):
        return [self.path, *map(str, words)]

    def environment(self, **more):
        keep = ("PATH", "LD_LIBRARY_PATH")
        own = {key: os.environ[key] for key in keep if key in os.environ}
        return {**own, "LANG": "C.UTF-8", "HOME": str(self.folder), **more}

    def run(self, *words, **more):
        return subprocess.run(self.command(*words), cwd=self.folder, env=self.environment(**more),
                              capture_output=True, text=True)

    def ok(self, *words, **more):
        done = self.run(*words, **more)
        if done.returncode:
            raise SystemExit(f"{' '.join(map(str, words))}: exit {done.returncode}: {done.stderr[-900:]}")
        return done.stdout

    def start(self, *words, **more):
        return subprocess.Popen(self.command(*words), cwd=self.folder, env=self.environment(**more),
                                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
