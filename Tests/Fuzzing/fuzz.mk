# make fuzz: gives each parser what libFuzzer thinks up, FUZZ_SECONDS for each; stops at the first flaw.
# make fuzz-markdown: one of them. What was found lies in .build/fuzz/found/ as the input that shows it.
#
# A fuzzer is a folder here, a target in Package.swift and a name in this list; its seeds are files that
# are copied to .build/fuzz/seeds/NAME.

FUZZ_SECONDS ?= 600

fuzzers := markdown
fuzzing := .build/fuzz
seeds-markdown := content

.PHONY: fuzz $(fuzzers:%=fuzz-%)

fuzz: $(fuzzers:%=fuzz-%) ## look for input that a parser does not stand; ten minutes for each

# SwiftPM gives every program a `main`, and libFuzzer brings its own; either of the two will do.
$(fuzzers:%=fuzz-%): fuzz-%: setup
	FUZZING=1 $(SWIFT) build -c release --scratch-path $(fuzzing) --product $@ \
	  -Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld -Xlinker --allow-multiple-definition
	@mkdir -p $(fuzzing)/corpus/$* $(fuzzing)/seeds/$* $(fuzzing)/found
	@find $(seeds-$*) -name '*.md' -exec cp {} $(fuzzing)/seeds/$* \;
	$(fuzzing)/release/$@ -max_total_time=$(FUZZ_SECONDS) -max_len=8192 -timeout=10 -verbosity=1 \
	  -artifact_prefix=$(fuzzing)/found/$*- $(fuzzing)/corpus/$* $(fuzzing)/seeds/$*
