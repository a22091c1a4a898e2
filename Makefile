# One command per chore. `make run` and `make test` install what they need.

SWIFT ?= swift
PREFIX ?= /usr/local
DB ?= heritage.sqlite

# The program: the Swift library inside, no table of symbols, loaded at a fixed address; together they
# halve the time it takes to start.
RELEASE = -c release -Xswiftc -static-stdlib -Xswiftc -Xclang-linker -Xswiftc -no-pie -Xlinker -s \
  -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
PRODUCTS = .build/release
# The tests are built apart, a module at a time, without what only debuggers and editors read. Nothing is
# optimized but the rooms in which they spend most of their time (Package.swift). Assertions stay.
CHECKED = --scratch-path .build/check -c release -debug-info-format none -Xswiftc -Onone \
  -Xswiftc -enable-testing -Xswiftc -index-ignore-system-modules -Xswiftc -index-ignore-clang-modules
CHECK_TESTS = HERITAGE_CHECK=1 HERITAGE_JUDGES=$(CURDIR)/$(VENV)/bin/python3 $(SWIFT) test --skip-build $(CHECKED)
SOURCES = Sources Tests Benchmarks/Sources Fuzzing/Sources schema data Package.swift Benchmarks/Package.swift Fuzzing/Package.swift

LIBRARIES = Words Hours Geodesy Tables SystemLibraries Workbooks Overlays Boundaries CQL2 TourPlanner Roads RoadsImport \
  HeritageRegistry HeritageSQLite HeritagePostgres CountyPacks Reconciliation SurveyTables Tours HeritageFormats HeritageServer
BUILD_PACKAGES = libstdc++-12-dev libgeographiclib-dev libsqlite3-dev libspatialite-dev libminizip-dev zlib1g-dev libxml2-dev libxlsxwriter-dev librsvg2-2 libqrencode4 libgeos-c1v5 libreadosm1 libpq5
TEST_PACKAGES = gdal-bin python3-venv sqlite3 spatialite-bin libxml2-utils bsdutils util-linux proj-bin python3-gdal unzip fonts-noto-cjk poppler-utils postgresql-15 postgresql-15-postgis-3
BROWSER_PACKAGES = chromium chromium-driver fonts-noto-cjk poppler-utils zbar-tools
BENCH_PACKAGES = hyperfine spatialite-bin sqlite3
PEER_PACKAGES = wrk postgresql-15 postgresql-15-postgis-3 libsqlite3-mod-spatialite python3-venv
SLOW_PACKAGES = slowhttptest
DEB_PACKAGES = dpkg-dev lintian debootstrap curl
VENV = .build/venv
# The other servers, on Debian's Python, which loads SpatiaLite.
PEERS = .build/venv-peers

.PHONY: help run hub build test check-long browser-check browser-ready tests-ready tests-built record lint format docs bench bench-start bench-roads bench-server han-tables manual deb install clean build-packages test-packages

help:
	@echo "make run | test | check-long | record | lint | format | docs | bench | bench-roads | bench-server | deb | install PREFIX=... | clean"

# Builds the program, creates the register of Lixian or reuses it, and asks it some questions.
run: build
	@if [ -e "$(DB)" ]; then echo "using $(DB)"; else $(PRODUCTS)/heritage init --db "$(DB)"; fi
	@HERITAGE=$(PRODUCTS)/heritage HERITAGE_DB="$(DB)" Scripts/tour-of-the-register
	@echo; echo "to open the register in a browser: $(PRODUCTS)/heritage serve --db $(DB) --open"

# A hub to try: a private server on a socket in a folder of its own, until its line is stopped.
hub: build
	Scripts/try-hub $(PRODUCTS)/heritage

build: build-packages
	$(SWIFT) build $(RELEASE) --product heritage
	$(SWIFT) build $(RELEASE) --product heritage-server

# All tests, built anew in .build/check where something changed.
test: tests-ready
	$(CHECK_TESTS)

# All tests, with ten times as many random cases, imports that are killed at random moments, QGIS, and
# an hour of made inputs for the readers.
check-long: tests-ready build
	HERITAGE_LONG=1 $(CHECK_TESTS)
	Scripts/kill-during-import --program $(PRODUCTS)/heritage
	Scripts/kill-during-edits --program $(PRODUCTS)/heritage
	Scripts/hub-check $(PRODUCTS)/heritage
	Scripts/qgis-check $(PRODUCTS)/heritage
	@Scripts/install-packages $(SLOW_PACKAGES)
	Scripts/slow-check $(PRODUCTS)/heritage
	Scripts/load-check $(PRODUCTS)/heritage
	$(MAKE) --no-print-directory browser-check
	Scripts/fuzz-readers

# The pages in Chromium, with pictures to look at in .build/browser.
browser-check: build browser-ready
	Scripts/browser-check $(PRODUCTS)/heritage
	Scripts/survey-check $(PRODUCTS)/heritage

browser-ready: $(VENV)/ready
	@Scripts/install-packages $(BROWSER_PACKAGES)
	$(VENV)/bin/pip install --quiet --no-compile --no-deps --requirement Scripts/judges/requirements-browser.txt
	$(VENV)/bin/pip install --quiet --no-compile --requirement Scripts/judges/requirements-selenium.txt

# The judges are fetched while the compiler works.
tests-ready: build-packages
	$(MAKE) --no-print-directory --jobs=2 tests-built $(VENV)/ready

tests-built:
	HERITAGE_CHECK=1 $(SWIFT) build --build-tests $(CHECKED)

# Writes anew what the documents take from the program: the map and the tables of commands.
record: tests-ready
	HERITAGE_RECORD=1 $(CHECK_TESTS) --filter DocumentationTests

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)
	Scripts/check-words

format:
	$(SWIFT) format format --in-place --recursive --parallel $(SOURCES)

# The manual of all libraries as web pages, in .build/docs; a link that leads nowhere is an error.
docs: build-packages
	rm -rf .build/docs
	HERITAGE_DOCS=1 $(SWIFT) package --allow-writing-to-directory .build/docs \
	  generate-documentation $(LIBRARIES:%=--target %) --enable-experimental-combined-documentation \
	  --warnings-as-errors --output-path .build/docs

# Queries of the library and of plain C on one register of 766,722 points, as JSON lines.
bench: build-packages
	cd Benchmarks && $(SWIFT) build -c release -Xswiftc -static-stdlib --product space-bench
	Benchmarks/.build/release/space-bench $(POINTS) $(QUERIES)

# Ways on roads: a map beside OSRM, then made grids of a county, a prefecture and a province.
bench-roads: build-packages $(VENV)/ready
	cd Benchmarks && $(SWIFT) build -c release -Xswiftc -static-stdlib --product road-bench
	$(VENV)/bin/python3 Scripts/bench-roads Benchmarks/.build/release/road-bench .build/osrm
	Benchmarks/.build/release/road-bench grid 224 707 2236

# The program as a process beside the shells of SpatiaLite and SQLite, as JSON lines.
bench-start: build
	@Scripts/install-packages $(BENCH_PACKAGES)
	Scripts/start-bench $(PRODUCTS)/heritage $(OTHERS)

# Our server beside pygeoapi and tipg on the same relics, then, with REGISTER, what a national register takes.
bench-server: build $(PEERS)/ready
	Scripts/server-bench $(PRODUCTS)/heritage --python $(PEERS)/bin/python3
	$(if $(REGISTER),Scripts/server-bench-national $(PRODUCTS)/heritage $(REGISTER))

$(PEERS)/ready: Scripts/bench/requirements.txt
	@Scripts/install-packages $(PEER_PACKAGES)
	/usr/bin/python3 -m venv $(PEERS)
	$(PEERS)/bin/pip install --quiet --no-compile --requirement Scripts/bench/requirements.txt
	touch $@

# Writes the character tables of the name search anew.
han-tables: $(VENV)/ready
	$(SWIFT)c -O Scripts/han-tables/icu.swift -o .build/icu
	.build/icu > .build/icu.tsv
	$(VENV)/bin/python3 Scripts/han-tables/make.py .build/icu.tsv data/han

# The man pages, in .build/manual.
manual: build
	$(SWIFT) build $(RELEASE) --product generate-manual
	mkdir -p .build/manual
	$(PRODUCTS)/generate-manual $(PRODUCTS)/heritage --multi-page --output-directory .build/manual

# A Debian package in .build/deb, tried in a fresh system where this is root.
deb: manual
	@Scripts/install-packages $(DEB_PACKAGES)
	Scripts/make-deb $(PRODUCTS)/heritage .build/manual .build/deb
	if [ "$$(id -u)" = 0 ]; then Scripts/deb-check .build/deb/heritage_*.deb; fi

install: manual
	Scripts/install $(PRODUCTS)/heritage .build/manual "$(DESTDIR)$(PREFIX)"

clean:
	rm -rf .build

# Debian packages that are missing are installed, as root or with sudo.
build-packages:
	@Scripts/install-packages $(BUILD_PACKAGES)

test-packages:
	@Scripts/install-packages $(TEST_PACKAGES)

$(VENV)/ready: Scripts/judges/requirements.txt | test-packages
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --no-compile --requirement Scripts/judges/requirements.txt
	touch $@
