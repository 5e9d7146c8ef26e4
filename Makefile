# What people and .ci/run call. `make site` and `make test` are all that a fresh machine needs.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=

gazette := .build/release/gazette
sources := Package.swift Sources Tests
checked := .build/check-site
built := -- $(gazette) build --jobs 1 -s {source} -d {destination}
tortured := $(built) --quiet

archives := .build/archives
largest := 25000000

# On Linux the Swift libraries go into the binary, and so do libcmark, libyaml, SQLite and tcmalloc where the
# system has their archives: then it can be copied alone. Nobody links against it, so it exports no symbols, and
# functions of the same code, of which nobody takes the address, are there once: 0.9 MB less.
ifeq ($(shell uname -s),Linux)
  release_flags := --static-swift-stdlib -Xlinker -s -Xlinker --no-export-dynamic -Xlinker --icf=safe
endif

.PHONY: site preview test release setup format lint screenshots check-site check-preview check-publish check-hosting torture-preview torture-build check-docs check-formats check-checks install uninstall clean help

site: release ## build Gazette, and with it the publication into public/
	$(gazette) build

preview: release ## show the publication in a browser, and every save at once
	$(gazette) preview

test: setup lint ## check the format and run all tests
	$(SWIFT) test --disable-xctest

# `make release release_flags=--static-swift-stdlib` keeps the symbols, for a profiler.
release: setup ## build the release binary
	more=$$(scripts/archives $(archives)) && PKG_CONFIG_PATH=$(CURDIR)/$(archives):$$PKG_CONFIG_PATH \
	  $(SWIFT) build -c release --product gazette $(release_flags) $$more
	@size=$$(wc -c < $(gazette)); [ $$size -le $(largest) ] || \
	  { echo "make: $(gazette) has $$size bytes, more than $(largest)" >&2; exit 1; }

setup:
	@scripts/setup

format: ## lay the Swift files out as they should be
	$(SWIFT) format format --in-place --recursive $(sources)

lint: ## say where the layout is not as it should be
	$(SWIFT) format lint --strict --recursive $(sources)

check-site: release ## build the publication afresh and check its links, feeds, data, pages and HTML
	rm -rf $(checked)
	scripts/setup checks
	PATH=$$(dirname $$(scripts/check-venv)):$$PATH $(gazette) build --strict --search --cards --destination $(checked)
	scripts/check-links $(checked)
	scripts/check-feeds $(checked)
	scripts/check-data $(checked)
	scripts/check-structured $(checked)
	scripts/check-citations $(checked)
	scripts/check-cards --each-case $(checked)
	scripts/check-html $(checked)
	scripts/check-pages $(checked)
	scripts/check-lists $(checked)
	scripts/check-search $(checked)

screenshots: release ## take docs/screenshots anew: every kind of page, wide and narrow
	scripts/setup screenshots
	PATH=$$(dirname $$(scripts/check-venv)):$$PATH $(gazette) build --strict --search --destination .build/screenshots
	rm -rf docs/screenshots
	scripts/screenshots docs/screenshots --site .build/screenshots --tallest 850 --dark home,case,figures --no-print

check-preview: release ## edit a publication under `gazette preview` and look at it in Chromium
	$$(scripts/check-venv preview) scripts/check-preview $(gazette)

check-publish: release ## publish to a folder, by rsync and to an S3 server, broken off and taken up again
	$$(scripts/check-venv publish) scripts/check-publish $(gazette)

check-hosting: release ## run the settings for nginx and Caddy that docs/hosting.md shows
	scripts/setup publish
	scripts/check-hosting $(gazette)

torture-preview: release ## random edits against clean builds; a thousand open pages and wrk
	python3 scripts/torture/edits.py $(gazette)
	scripts/setup load
	python3 scripts/torture/load.py $(gazette)

torture-build: release ## kill builds, make every call fail, build on disks of many kinds; as root, with strace
	scripts/setup torture
	rm -rf .build/torture && $(gazette) init .build/torture >/dev/null
	python3 scripts/torture/disk.py --source .build/torture $(built)
	python3 scripts/torture/kill.py --runs 200 --source .build/torture $(tortured)
	python3 scripts/torture/faults.py --source .build/torture $(tortured)
	python3 scripts/torture/faults.py --kill --source .build/torture $(tortured)
	python3 scripts/torture/texts.py $(gazette) .build/torture

check-docs: release ## check that the examples of the documentation are right
	scripts/check-docs $(gazette)
	scripts/manual --check $(gazette)

check-formats: release ## check that reports for programs are what they say they are
	scripts/check-formats $(gazette)

check-checks: ## seed faults and see that the checks find them
	scripts/test-checks

install: release ## copy program, manual page and shell completions to PREFIX
	scripts/install $(gazette) $(DESTDIR)$(PREFIX)

uninstall: ## remove what install has put there
	scripts/install --remove $(DESTDIR)$(PREFIX)

clean: ## remove everything that was built
	rm -rf .build public

include benchmarks/bench.mk
include Tests/Fuzzing/fuzz.mk

help: ## list these
	@sed -n 's/^\([a-z-]*\):.*## /\1: /p' $(MAKEFILE_LIST)
