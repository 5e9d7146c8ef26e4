"""What makes documents one feed: archives (RFC 5005), and tombstones (RFC 6721)."""

A = "{http://www.w3.org/2005/Atom}"
ARCHIVE = "{http://purl.org/syndication/history/1.0}archive"
DELETED = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
COMMENT = "{http://purl.org/atompub/tombstones/1.0}comment"


def target(feed, relation):
    """Where the feed's link of that relation leads; None where it has none."""
    return next((link.get("href") for link in feed.findall(A + "link")
                 if link.get("rel") == relation), None)


def ids(feed):
    return [entry.findtext(A + "id").strip() for entry in feed.findall(A + "entry")]


class Archives:
    """Every document of every feed by its address."""

    def __init__(self, note):
        self.note = note  # path, line, words
        self.documents = {}  # from address to (path, feed)

    def add(self, path, feed, address):
        self.documents[address] = (path, feed)

    def check(self):
        reached = set()
        for address, (path, feed) in sorted(self.documents.items()):
            if target(feed, "current") is None:
                reached |= self.walk(address, path, feed)
        for address, (path, feed) in sorted(self.documents.items()):
            self.check_neighbours(path, feed, address)
            if feed.find(ARCHIVE) is not None and address not in reached:
                self.note(path, feed.sourceline, "no feed leads to this archive document")

    def walk(self, address, path, feed):
        """Back from what readers subscribe to; each entry must be there once."""
        reached, seen = set(), {}
        own = feed.findtext(A + "id")
        if feed.find(ARCHIVE) is not None:
            self.note(path, feed.sourceline, "it is marked as an archive and leads to no feed")
        while True:
            for name in ids(feed):
                if name in seen:
                    self.note(path, feed.sourceline, f"'{name}' is also in {seen[name]}")
                seen[name] = path
            before = target(feed, "prev-archive")
            if before is None:
                return reached
            if before in reached or before not in self.documents:
                self.note(path, feed.sourceline, f"prev-archive leads to {before}, which is "
                          + ("among the later ones" if before in reached else "not there"))
                return reached
            reached.add(before)
            path, feed = self.documents[before]
            if feed.find(ARCHIVE) is None:
                self.note(path, feed.sourceline, "a feed leads to it, but it is not marked as an archive")
            if feed.findtext(A + "id") != own:
                self.note(path, feed.sourceline, "its id is not that of the feed that it is a part of")
            if target(feed, "current") != address:
                self.note(path, feed.sourceline, "its link 'current' does not lead to its feed")

    def check_neighbours(self, path, feed, address):
        after = target(feed, "next-archive")
        if after is None:
            return
        if after not in self.documents:
            self.note(path, feed.sourceline, f"next-archive leads to {after}, which is not there")
        elif target(self.documents[after][1], "prev-archive") != address:
            self.note(path, feed.sourceline, "the next archive document does not lead back to it")


def tombstones(feed):
    """What is wrong with the tombstones of a document, each with its line, and whom they are for."""
    entries = set(ids(feed))
    for element in feed.iter(DELETED):
        ref, when = element.get("ref"), element.get("when")
        if element.getparent() is not feed:
            yield element.sourceline, "a tombstone stands beside entries, not inside one"
        if ref is None or when is None:
            yield element.sourceline, "a tombstone has a ref and a when (RFC 6721, 3)"
        if ref in entries:
            yield element.sourceline, f"'{ref}' is an entry and has a tombstone"
        if not (element.findtext(COMMENT) or "").strip():
            yield element.sourceline, f"the tombstone of '{ref}' does not say why"
