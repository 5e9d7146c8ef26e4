"""Front matter: the few forms of YAML that entries are written in."""

import re

# What may stand without quotes, also inside { } and [ ], and is text for every reader.
_PLAIN = re.compile(r"[A-Za-zÀ-žΑ-ώА-я/][^\x00-\x1f:#,\[\]{}\"'&*!|>%@`]*(?<! )\Z")
_NOT_TEXT = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
_DATE = re.compile(r"\d{4}-\d\d(-\d\d)?\Z")


def scalar(text):
    if _PLAIN.match(text) and text.lower() not in _NOT_TEXT:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def bare(text):
    """A date or number as editors write it, without quotes."""
    return text if _DATE.match(text) else scalar(text)


def pairs(fields):
    """`{ key: value, … }` of those that say something; values are written already."""
    return "{ " + ", ".join(f"{key}: {value}" for key, value in fields if value) + " }"


def sequence(values):
    return "[" + ", ".join(values) + "]"


class Front:
    """The lines between two `---`."""

    def __init__(self):
        self.lines = ["---"]

    def text(self, key, value):
        if value:
            self.lines.append(f"{key}: {scalar(value)}")

    def raw(self, key, value):
        """A value that is YAML already."""
        if value:
            self.lines.append(f"{key}: {value}")

    def words(self, key, values):
        if values:
            self.lines.append(f"{key}: {sequence(values)}")

    def items(self, key, values):
        """One line of YAML for each item."""
        if values:
            self.lines.append(f"{key}:")
            self.lines += [f"  - {value}" for value in values]

    def records(self, key, records):
        """Items with a line for each field."""
        if records:
            self.lines.append(f"{key}:")
        for record in records:
            sign = "-"
            for field, value in record:
                if isinstance(value, list):
                    if value:
                        self.lines.append(f"  {sign} {field}:")
                        self.lines += [f"      - {item}" for item in value]
                        sign = " "
                elif value:
                    self.lines.append(f"  {sign} {field}: {value}")
                    sign = " "

    def with_body(self, body):
        text = "\n".join(self.lines) + "\n---\n"
        return text + "\n" + body if body else text
