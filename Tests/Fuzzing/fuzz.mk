# make fuzz: gives each parser what libFuzzer thinks up, FUZZ_SECONDS for each; stops at the first flaw.
# make fuzz-markdown: one of them. What was found lies in .build/fuzz/found/ as the input that shows it.
#
# A fuzzer is a folder here, a line in Package.swift and a name in this list; its seeds are files, and
# what is in Seeds/NAME.

FUZZ_SECONDS ?= 60

fuzzers := markdown front-matter mustache import requests ledger
fuzzing := .build/fuzz
seeds-markdown := $(wildcard content/*/*.md)
seeds-front-matter := $(wildcard content/*/*.md content/site.yml sample/content/*/*.md)
seeds-mustache := $(wildcard templates/*.mustache)

.PHONY: fuzz $(fuzzers:%=fuzz-%)

fuzz: $(fuzzers:%=fuzz-%) ## look for input that a parser does not stand; a minute for each

# SwiftPM gives every program a `main`, and libFuzzer brings its own; either of the two will do.
$(fuzzers:%=fuzz-%): fuzz-%: setup
	FUZZING=1 $(SWIFT) build -c release --scratch-path $(fuzzing) --product $@ \
	  -Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld -Xlinker --allow-multiple-definition
	@mkdir -p $(fuzzing)/corpus/$* $(fuzzing)/seeds/$* $(fuzzing)/found
	@for seed in $(seeds-$*) $(wildcard Tests/Fuzzing/Seeds/$*/*); do \
	  cp $$seed $(fuzzing)/seeds/$*/$$(echo $$seed | tr / -); done
	SWIFT_BACKTRACE=enable=no $(fuzzing)/release/$@ -max_total_time=$(FUZZ_SECONDS) -max_len=8192 -timeout=10 -verbosity=1 \
	  $(if $(wildcard Tests/Fuzzing/Words/$*.txt),-dict=Tests/Fuzzing/Words/$*.txt) \
	  -artifact_prefix=$(fuzzing)/found/$*- $(fuzzing)/corpus/$* $(fuzzing)/seeds/$*
