"""Chance that repeats: the same seed gives the same choices under every version of Python."""

import bisect
import itertools
import math
import random


class Chance:
    """A stream of choices that rests on `random.random()` alone.

    Python promises the sequence of `random()` for a seed, and of nothing else in that module.
    """

    def __init__(self, *seed):
        self.draw = random.Random("/".join(str(part) for part in seed)).random

    def happens(self, share):
        return self.draw() < share

    def below(self, count):
        return int(self.draw() * count)

    def between(self, low, high):
        """A whole number from `low` to `high`, both possible."""
        return low + int(self.draw() * (high - low + 1))

    def one_of(self, choices):
        return choices[int(self.draw() * len(choices))]

    def some_of(self, choices, count):
        """`count` different choices, in the order drawn; all of them where there are fewer."""
        pool = list(choices)
        count = min(count, len(pool))
        for index in range(count):
            other = index + int(self.draw() * (len(pool) - index))
            pool[index], pool[other] = pool[other], pool[index]
        return pool[:count]

    def normal(self):
        """A standard normal deviate (Box and Muller)."""
        return math.sqrt(-2 * math.log(1 - self.draw())) * math.cos(2 * math.pi * self.draw())


class Popularity:
    """Ranks from 0, of which the first is drawn most often: rank r with weight 1 / (r + 1) ** s."""

    def __init__(self, count, exponent=1.0):
        weights = ((rank + 1) ** -exponent for rank in range(count))
        self.sums = list(itertools.accumulate(weights))

    def rank(self, chance):
        return bisect.bisect_right(self.sums, chance.draw() * self.sums[-1])
