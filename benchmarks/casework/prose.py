"""Bodies: Markdown of a realistic length and make-up, from sentences of the stock.

A body is written once for both programs. Where a name of a declared company or regulator stands, it
is marked, so that the Hugo version can carry the link that Gazette works out by itself.
"""

import math

from .phrases import ASIDES, HEADINGS, QUOTES, SENTENCES, SLOTS, SUBHEADINGS, TABLES

# A mark is MARK + kind:slug + SPLIT + name + END.
MARK, SPLIT, END = "\ue000", "\ue001", "\ue002"

_MEDIAN_WORDS = 450
_LEAST_WORDS, _MOST_WORDS = 120, 3000
_PARTS = ["facts", "findings", "measures", "later"]


class Subject:
    """What a body may speak of: marked names, links that are checked, sources to cite."""

    def __init__(self, companies, regulators, articles, cases, topics, sources):
        self.companies = companies
        self.regulators = regulators
        self.links = {"article": articles, "case": cases, "topic": topics}
        self.sources = sources


def mark(kind, slug, name):
    return f"{MARK}{kind}:{slug}{SPLIT}{name}{END}"


def body(chance, subject):
    return _Body(chance, subject).written()


class _Body:
    def __init__(self, chance, subject):
        self.chance = chance
        self.subject = subject
        self.blocks = []
        self.words = 0
        length = _MEDIAN_WORDS * math.exp(0.55 * chance.normal())
        self.wanted = int(min(_MOST_WORDS, max(_LEAST_WORDS, length)))
        self.uncited = list(subject.sources)
        self.aside = chance.one_of(ASIDES) if chance.happens(0.15) else None

    def written(self):
        self.add(self.paragraph("lead", 1) + self.cited())
        sections = max(2, min(12, round(self.wanted / 140)))
        for number in range(sections):
            self.section(_PARTS[number * len(_PARTS) // sections], number, sections)
        if self.uncited:
            cited = " ".join(self.citation(source) for source in self.uncited)
            self.add("More is to be read in the documents themselves." + cited)
        if self.aside:
            self.blocks[0] += " [^1]"
            self.blocks.append(f"[^1]: {self.aside}")
        return "\n\n".join(self.blocks) + "\n"

    def add(self, block):
        self.blocks.append(block)
        self.words += block.count(" ") + 1

    def section(self, part, number, sections):
        chance = self.chance
        self.add("## " + chance.one_of(HEADINGS[part]))
        until = self.wanted * (number + 1) / sections
        told = False
        while self.words < until or not told:
            told = True
            if self.words > 150 and self.wanted > 700 and chance.happens(0.15):
                self.add("### " + chance.one_of(SUBHEADINGS))
            self.add(self.paragraph(part, chance.between(2, 5)) + self.cited())
            if chance.happens(0.12):
                self.add(self.items(part))
            elif chance.happens(0.05):
                self.add(f"> “{chance.one_of(QUOTES)}”")
            elif chance.happens(0.05):
                self.add(self.table())

    def paragraph(self, part, count):
        stock = SENTENCES[part]
        return " ".join(self.sentence(form) for form in self.chance.some_of(stock, count))

    def sentence(self, form):
        text = form.format_map(_Filling(self.chance, self.subject))
        return text[0].upper() + text[1:] if text[0].islower() else text

    def items(self, part):
        """A list, now and then a numbered one with a nested point."""
        chance = self.chance
        lines = []
        numbered = chance.happens(0.25)
        for number in range(chance.between(3, 6)):
            sign = f"{number + 1}." if numbered else "-"
            lines.append(f"{sign} {self.sentence(chance.one_of(SENTENCES[part]))}")
        if chance.happens(0.2):
            indent = "   " if numbered else "  "
            lines.insert(1, f"{indent}- {chance.one_of(QUOTES)}")
        return "\n".join(lines)

    def table(self):
        head, rows = self.chance.one_of(TABLES)
        chosen = rows[: self.chance.between(3, len(rows))]
        lines = [head, ["---"] * (len(head) - 1) + ["---:"], *chosen]
        return "\n".join("| " + " | ".join(line) + " |" for line in lines)

    def cited(self):
        """Behind a paragraph: the next source not cited yet, or one of them again."""
        if self.uncited and self.chance.happens(0.6):
            return self.citation(self.uncited.pop(0))
        if self.chance.happens(0.35):
            return self.citation(self.chance.one_of(self.subject.sources))
        return ""

    @staticmethod
    def citation(source):
        return f"[^{source}]"


class _Filling(dict):
    """What the braces of a sentence stand for, drawn as it is asked for."""

    def __init__(self, chance, subject):
        self.chance = chance
        self.subject = subject

    def __missing__(self, name):
        if name in SLOTS:
            return self.chance.one_of(SLOTS[name])
        if name == "company":
            return self.chance.one_of(self.subject.companies)
        if name == "regulator":
            return "the " + self.chance.one_of(self.subject.regulators)
        return self.chance.one_of(self.subject.links[name])
