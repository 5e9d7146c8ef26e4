# make bench: Gazette against Hugo at 1,000 and 10,000 cases, and the floor of the machine.
# make bench-large: the same at 100,000 cases; takes an hour and 12 GB of memory.
# make bench-preview: gazette preview against hugo server at 10,000 cases.
# make bench-markdown: what our passes over Markdown cost, beside libcmark alone, here and at 10,000 cases.
# BENCH_FLAGS, for instance: --output /mnt/disk/bench, to build onto a disk and not into memory.

BENCH_FLAGS ?=

.PHONY: bench bench-large bench-preview bench-markdown

bench: release ## measure against Hugo and against the floor of the machine
	python3 benchmarks/bench.py --gazette $(gazette) --cases 1000 10000 $(BENCH_FLAGS)

bench-large: release ## the same with 100,000 cases
	python3 benchmarks/bench.py --gazette $(gazette) --cases 100000 $(BENCH_FLAGS)

bench-preview: release ## measure the preview: save to event, start, memory; Hugo's server beside it
	python3 benchmarks/preview.py --gazette $(gazette) --cases 10000 $(BENCH_FLAGS)

bodies := .build/bench/bodies-10000

bench-markdown: setup ## measure the passes over Markdown against libcmark alone
	@scripts/archives $(archives)
	PKG_CONFIG_PATH=$(CURDIR)/$(archives):$$PKG_CONFIG_PATH \
	  $(SWIFT) build -c release --product markdown-cost $(release_flags)
	@[ -d $(bodies) ] || python3 benchmarks/corpus.py --cases 10000 $(bodies)
	.build/release/markdown-cost . 99
	.build/release/markdown-cost $(bodies) 9
