"""A national hub: loading it by provinces, and asking its server beside tipg."""
import csv
import json
import os
import random
import shutil
import statistics
import time
import urllib.parse
from concurrent.futures import ThreadPoolExecutor

from serverkit import Server, free_port, heritage, load

PROVINCES = ("11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65").split()
ITEMS = "/collections/sites/items?f=geojson&"


class National:
    def __init__(self, bench):
        self.bench, self.made = bench, random.Random(bench.options.seed)

    def run(self):
        self.address = self.bench.hub("national")
        self.load()
        self.bench.cluster.sql("CREATE ROLE reader LOGIN IN ROLE heritage_public", "national")
        with heritage(self.bench.program.path, self.bench.cluster.address("national", "reader"),
                      self.bench.folder) as server:
            self.ask(server)

    def points(self, count):
        """Made relics in clumps, by province: strips of longitude cut by latitude."""
        made = self.made
        centres = [(made.uniform(98, 122), made.uniform(22, 42)) for _ in range(400)]
        found = []
        for _ in range(count):
            lon, lat = made.choice(centres)
            found.append((made.gauss(lon, 0.9), made.gauss(lat, 0.7)))
        found.sort()
        strips = [found[n * count // 6:(n + 1) * count // 6] for n in range(6)]
        parts = []
        for number, strip in enumerate(strips):
            strip.sort(key=lambda point: point[1])
            size = 6 if number == 0 else 5
            parts += [strip[n * len(strip) // size:(n + 1) * len(strip) // size] for n in range(size)]
        return parts

    def load(self):
        bench, made = self.bench, self.made
        parts = self.points(bench.options.relics)
        for province, part in zip(PROVINCES, parts):
            pack = bench.folder / f"province{province}"
            pack.mkdir()
            (pack / "pack.csv").write_text(f"key,value\nformat,1\nname_zh,省{province}\ncounty_code,{province}0101\n"
                                           f"code_prefix,P{province}\nstand_in_seed,7\n")
            (pack / "sites.csv").write_text("code,name_zh,protection_level\n")
            (pack / "townships.csv").write_text("code,name_zh,name_en,kind,lon,lat,coord_accuracy_m,source\n")
            shutil.copy(self.outline(), pack / "boundary.geojson")
            with open(pack / "points.csv", "w", encoding="utf-8", newline="") as file:
                out = csv.writer(file)
                out.writerow(["code", "name_zh", "category", "protection_level", "lon", "lat", "coord_accuracy_m",
                              "coord_method"])
                for place, (lon, lat) in enumerate(part):
                    name = "".join(made.choice("高家大石马林白云水山东西南北上下王李张陈") for _ in range(3))
                    out.writerow([f"P{province}-{place:06}", name + made.choice(["遗址", "桥", "旧址", "碑"]),
                                  made.choice(["ancient_site", "ancient_building", "modern_site", "other"]),
                                  made.choice(["registered"] * 8 + ["county", "municipal", "provincial", "national"]),
                                  f"{lon:.6f}", f"{lat:.6f}", 100, "map"])
            db = f"province{province}.sqlite"
            bench.program.ok("init", "--pack", pack, "--db", db, "-q")
            bench.program.ok("import", pack / "points.csv", "--db", db, "-q", "--no-backup", "--who", "bench")
        start = time.monotonic()
        with ThreadPoolExecutor(os.cpu_count()) as offices:
            took = list(offices.map(self.join, PROVINCES))
        loaded = time.monotonic() - start
        start = time.monotonic()
        bench.program.ok("hub", "init", self.address)
        packed = time.monotonic() - start
        count = int(bench.cluster.sql("SELECT count(*) FROM heritage.site", "national"))
        size = bench.cluster.sql("SELECT pg_size_pretty(pg_database_size('national'))", "national")
        bench.say("load", loaded + packed <= 90 and count == bench.options.relics, relics=count,
                  seconds=round(loaded + packed, 1), offices_at_once=os.cpu_count(), first_s=round(took[0], 1), last_s=round(took[-1], 1),
                  packing_s=round(packed, 1), size=size)
        self.some = [made.choice(part) for part in parts for _ in range(20)]

    def join(self, province):
        """Brings a province in, as an office of its own does beside others."""
        start = time.monotonic()
        self.bench.program.ok("hub", "join", self.address, "--db", f"province{province}.sqlite")
        return time.monotonic() - start

    def outline(self):
        return os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../data/lixian/boundary.geojson")

    def ask(self, server):
        made, bench = self.made, self.bench
        boxes = []
        for lon, lat in made.sample(self.some, 400):
            boxes.append(f"limit=100&bbox={lon - 0.25:.4f},{lat - 0.25:.4f},{lon + 0.25:.4f},{lat + 0.25:.4f}")
        near = [f"near={lon + 0.01:.5f},{lat:.5f}&radius=5km&limit=1000" for lon, lat in self.some[:300]]
        nearest = [f"near={lon + 0.02:.5f},{lat:.5f}&radius=20km&limit=10&count=false" for lon, lat in self.some[300:600]]
        for name, queries, bar in (("radius 5 km", near, 5), ("nearest 10", nearest, 5)):
            rows = [json.loads(server.get(ITEMS + query))["numberReturned"] for query in queries[:50]]
            found = load(server.base, [ITEMS + query for query in queries], 1, 6)
            bench.say(name, found["p50"] <= bar, unit="ms", p50=round(found["p50"], 2), p99=round(found["p99"], 2), bar=bar,
                      faults=found["faults"], rows=statistics.median(rows))
        paths = [ITEMS + box for box in boxes]
        load(server.base, paths, 8, 3)
        ours = [load(server.base, paths, 8, 5) for _ in range(3)]
        p99 = statistics.median(found["p99"] for found in ours)
        rate = statistics.median(found["rate"] for found in ours)
        counts = [json.loads(server.get(path))["numberMatched"] for path in paths[:40]]
        bench.say("box of a county at 8 clients", p99 <= 60, unit="ms", p99=round(p99, 1), bar=60,
                  p50=round(statistics.median(found["p50"] for found in ours), 1), rate=round(rate),
                  faults=sum(found["faults"] for found in ours), relics_in_a_box=statistics.median(counts))
        if bench.options.tipg:
            self.beside_tipg(boxes, rate)

    def beside_tipg(self, boxes, rate):
        # tipg asks for the estimated extent of its tables, which the public's role may not.
        port, cluster = free_port(), self.bench.cluster
        command = [os.path.join(os.path.dirname(self.bench.options.tipg), "uvicorn"), "tipg.main:app", "--workers", "2",
                   "--port", str(port), "--log-level", "error"]
        url = f"postgresql://postgres@{urllib.parse.quote(cluster.folder, safe='')}:5432/national"
        with Server(command, port, "/collections/heritage.site/items?limit=1&f=geojson", cwd=self.bench.folder, log="tipg.log",
                    env={"DATABASE_URL": url, "TIPG_DB_SCHEMAS": '["heritage"]'}) as server:
            paths = ["/collections/heritage.site/items?f=geojson&" + box for box in boxes]
            load(server.base, paths, 8, 3)
            found = [load(server.base, paths, 8, 5) for _ in range(3)]
        theirs = statistics.median(one["rate"] for one in found)
        self.bench.say("box beside tipg", rate >= 5 * theirs, ours=round(rate), tipg=round(theirs),
                       times=round(rate / theirs, 1), bar=5, tipg_p99=round(statistics.median(f["p99"] for f in found), 1),
                       faults=sum(one["faults"] for one in found))
