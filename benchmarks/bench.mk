# make bench: Gazette against Hugo at 1,000 and 10,000 cases, and the floor of the machine.
# make bench-large: the same at 100,000 cases; takes an hour and 12 GB of memory.
# BENCH_FLAGS, for instance: --output /mnt/disk/bench, to build onto a disk and not into memory.

BENCH_FLAGS ?=

.PHONY: bench bench-large

bench: release ## measure against Hugo and against the floor of the machine
	python3 benchmarks/bench.py --gazette $(gazette) --cases 1000 10000 $(BENCH_FLAGS)

bench-large: release ## the same with 100,000 cases
	python3 benchmarks/bench.py --gazette $(gazette) --cases 100000 $(BENCH_FLAGS)
