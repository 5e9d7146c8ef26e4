"""Procedures: what was decided, what became of it, and what is in force in the end.

Each shape is one history as it happens to real decisions. What is in force is written down beside
the steps, so that a built site can be checked against it.
"""

import datetime
from dataclasses import dataclass, field

LAST_DAY = datetime.date(2025, 12, 31)

_RATES = {"SEK": 11, "NOK": 11, "DKK": 7, "PLN": 4, "CZK": 25, "HUF": 390, "RON": 5, "BGN": 2,
          "ISK": 150, "CAD": 1.5}
_SIMPLE_ORDERS = ["order-compliance", "order-erasure", "order-access", "ban", "transfer-suspension",
                  "audit", "reprimand", "warning"]


@dataclass
class Amount:
    low: int
    high: int
    currency: str

    @property
    def text(self):
        if self.low == self.high:
            return f"{_decimal(self.low)} {self.currency}"
        return f"{_decimal(self.low)}..{_decimal(self.high)} {self.currency}"


def _decimal(cents):
    whole, rest = divmod(cents, 100)
    return f"{whole}.{rest:02}" if rest else str(whole)


@dataclass
class Measure:
    kind: str
    # None: no amount; "undisclosed": not said.
    amount: object = None
    per: str = ""
    maximum: bool = False
    replaces: str = ""
    on: str = ""


@dataclass
class Step:
    date: str
    kind: str
    id: str = ""
    body: str = ""
    on: str = ""
    effect: str = ""
    measures: list = field(default_factory=list)
    sources: list = field(default_factory=list)
    note: str = ""


@dataclass
class Procedure:
    steps: list = field(default_factory=list)
    # What is in force after the last step.
    standing: list = field(default_factory=list)
    has_ruling: bool = False


class Telling:
    """One procedure being made, in the order of its dates."""

    def __init__(self, chance, decided, currency, court, companies):
        self.chance = chance
        self.decided = decided
        self.currency = currency
        self.court = court
        self.companies = companies
        self.procedure = Procedure()
        self.today = decided

    def fine(self):
        """Log-normal around 60,000 euro, rounded as authorities do; a few in cents or as a range."""
        euros = 60_000 * 2.718 ** (1.9 * self.chance.normal())
        amount = max(500, euros * _RATES.get(self.currency, 1))
        digits = max(0, len(str(int(amount))) - 2)
        cents = max(1, round(amount / 10 ** digits)) * 10 ** digits * 100
        if self.chance.happens(0.03):
            cents += 50
        high = cents * 2 if self.chance.happens(0.01) else cents
        return Amount(cents, high, self.currency)

    def share(self, amount, percent):
        """A part of an amount, in whole units."""
        return Amount(max(100, amount.low * percent // 10_000 * 100),
                      max(100, amount.high * percent // 10_000 * 100), self.currency)

    def later(self, low, high):
        self.today = min(LAST_DAY, self.today + datetime.timedelta(days=self.chance.between(low, high)))
        return self.today.isoformat()

    def before(self, low, high):
        """Some days before the decision; dates before it are told first."""
        return (self.decided - datetime.timedelta(days=self.chance.between(low, high))).isoformat()

    def add(self, date, kind, **rest):
        self.procedure.steps.append(Step(date, kind, **rest))

    def decide(self, *measures, kind="decision"):
        self.add(self.decided.isoformat(), kind, id="decision", measures=list(measures))

    def orders(self):
        return [Measure(kind) for kind in self.chance.some_of(_SIMPLE_ORDERS, self.chance.between(0, 2))]

    def appeal(self):
        self.add(self.later(20, 60), "appeal-lodged", id="appeal", on="decision", body=self.court)

    def judge(self, effect, id="judgment", on="decision", measures=()):
        self.procedure.has_ruling = True
        self.add(self.later(120, 420), "judgment", id=id, on=on, body=self.court, effect=effect,
                 measures=list(measures))

    def stands(self, *amounts):
        self.procedure.standing = [amount for amount in amounts if isinstance(amount, Amount)]

    def opening(self):
        """How it began, where that is known."""
        if self.chance.happens(0.45):
            self.add(self.before(300, 500), "complaint")
        if self.chance.happens(0.3):
            self.add(self.before(200, 290), "opened")

    def publication(self):
        if self.chance.happens(0.5):
            self.add(self.later(1, 15), "published")


def _fined(telling):
    telling.opening()
    fine = telling.fine()
    telling.decide(Measure("fine", fine), *telling.orders())
    telling.publication()
    telling.stands(fine)


def _fined_apart(telling):
    """A fine for each of several companies, or one where there is one."""
    telling.opening()
    fines = [telling.fine() for _ in telling.companies]
    on = telling.companies if len(fines) > 1 else [""]
    telling.decide(*(Measure("fine", fine, on=company) for fine, company in zip(fines, on)))
    telling.publication()
    telling.stands(*fines)


def _reprimanded(telling):
    telling.opening()
    telling.decide(Measure("reprimand"), *(Measure("order-compliance") for _ in range(telling.chance.below(2))))
    telling.publication()


def _ordered_with_penalty(telling):
    telling.opening()
    fine, called = telling.fine(), telling.fine()
    rate, ceiling = telling.share(fine, 1), telling.share(fine, 20)
    telling.decide(
        Measure("fine", fine), Measure("order-compliance"),
        Measure("periodic-penalty", rate, per="day"),
        Measure("periodic-penalty", ceiling, maximum=True))
    telling.publication()
    if telling.chance.happens(0.4):
        telling.add(telling.later(90, 200), "penalty-called", measures=[Measure("penalty-called", called)])
        telling.stands(fine, called)
    else:
        telling.stands(fine)


def _proposed_then_fined(telling):
    proposed = telling.fine()
    fine = telling.share(proposed, telling.chance.between(15, 95))
    telling.add(telling.before(150, 300), "notice-of-intent", measures=[Measure("fine", proposed)])
    telling.decide(Measure("fine", fine), *telling.orders())
    telling.publication()
    telling.stands(fine)


def _drafted(telling):
    """A draft that other authorities were shown, then the decision."""
    drafted, fine = telling.fine(), telling.fine()
    telling.add(telling.before(200, 400), "opened")
    telling.add(telling.before(60, 150), "draft-decision", measures=[Measure("fine", drafted)])
    telling.decide(Measure("fine", fine), Measure("order-compliance"))
    telling.stands(fine)


def _appealed(telling):
    telling.opening()
    fine = telling.fine()
    telling.decide(Measure("fine", fine), *telling.orders())
    telling.appeal()
    if telling.chance.happens(0.2):
        telling.add(telling.later(20, 60), "stay", body=telling.court, on="decision")
    telling.stands(fine)


def _upheld(telling):
    telling.opening()
    fine = telling.fine()
    telling.decide(Measure("fine", fine), *telling.orders())
    telling.appeal()
    telling.judge("upheld")
    if telling.chance.happens(0.5):
        telling.add(telling.later(30, 60), "became-final", on="decision")
    telling.stands(fine)


def _annulled(telling):
    telling.opening()
    telling.decide(Measure("fine", telling.fine()))
    telling.appeal()
    telling.judge("annulled")


def _annulment_undone(telling):
    """Annulled, and that annulment annulled and sent back: the fine stands again."""
    fine = telling.fine()
    telling.decide(Measure("fine", fine), Measure("order-erasure"))
    telling.appeal()
    telling.judge("annulled")
    telling.add(telling.later(20, 40), "appeal-lodged", on="judgment")
    telling.judge("annulled-remitted", id="second-judgment", on="judgment")
    telling.stands(fine)


def _varied(telling):
    telling.opening()
    fine = telling.fine()
    lower = telling.share(fine, telling.chance.between(10, 90))
    telling.decide(Measure("fine", fine), *telling.orders())
    telling.appeal()
    telling.judge("varied", measures=[Measure("fine", lower, replaces="decision/1")])
    telling.stands(lower)


def _decided_again(telling):
    fine, second = telling.fine(), telling.fine()
    telling.decide(Measure("fine", fine))
    telling.appeal()
    telling.judge("annulled-remitted")
    telling.add(telling.later(150, 300), "redecision", id="second-decision", on="decision",
                measures=[Measure("fine", second)])
    telling.stands(second)


def _annulled_in_part(telling):
    fine = telling.fine()
    telling.decide(Measure("fine", fine), Measure("ban"))
    telling.appeal()
    telling.judge("annulled-in-part")
    telling.stands(fine)


def _settled(telling):
    telling.opening()
    sum_ = telling.fine()
    telling.decide(Measure("settlement", sum_), Measure("undertaking"), kind="settlement")
    telling.publication()
    telling.stands(sum_)


def _committed(telling):
    telling.opening()
    telling.decide(Measure("undertaking"), kind="commitments")
    if telling.chance.happens(0.5):
        telling.add(telling.later(180, 360), "closed")


def _paid(telling):
    telling.opening()
    fine = telling.fine()
    telling.decide(Measure("fine", fine), *telling.orders())
    telling.publication()
    telling.add(telling.later(30, 90), "paid", measures=[Measure("fine", fine)])
    telling.add(telling.later(60, 120), "compliance-confirmed")
    telling.stands(fine)


def _undisclosed(telling):
    telling.opening()
    telling.decide(Measure("fine", "undisclosed"), *telling.orders())


def _alleged(telling):
    telling.add(telling.decided.isoformat(), "complaint")
    telling.add(telling.later(30, 90), "opened")


def _withdrawn(telling):
    telling.add(telling.decided.isoformat(), "notice-of-intent", measures=[Measure("fine", telling.fine())])
    telling.add(telling.later(90, 200), "withdrawn")


# Shape, how often of a hundred, how many days it may take after the decision.
_SHAPES = [
    (_fined, 30, 15), (_fined_apart, 5, 15), (_reprimanded, 12, 15), (_ordered_with_penalty, 5, 215),
    (_proposed_then_fined, 6, 15), (_drafted, 3, 0), (_appealed, 8, 120), (_upheld, 8, 540),
    (_annulled, 4, 480), (_annulment_undone, 2, 940), (_varied, 4, 480), (_decided_again, 2, 780),
    (_annulled_in_part, 1, 480), (_settled, 3, 15), (_committed, 2, 360), (_paid, 2, 225),
    (_undisclosed, 1, 0), (_alleged, 1, 90), (_withdrawn, 1, 200),
]
_DRAWN = [shape for shape in _SHAPES for _ in range(shape[1])]


def procedure(chance, decided, currency, court, companies):
    """A procedure that fits between the decision and the last day of the publication."""
    while True:
        shape, _, days = chance.one_of(_DRAWN)
        if decided + datetime.timedelta(days=days) <= LAST_DAY:
            break
    telling = Telling(chance, decided, currency, court, companies)
    shape(telling)
    telling.procedure.steps.sort(key=lambda step: step.date)
    return telling.procedure
