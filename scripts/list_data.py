"""Where things stand in a case's record in `/data/list.json`, which the scripts of lists go by."""

import re

ROW, DAY, AMOUNTS = 0, 2, 3
FIELDS = {"company": 4, "regulator": 5, "jurisdiction": 6, "law": 7, "topic": 8, "status": 9, "year": 10}


def slug_of(case):
    return re.search(r'href="[^"]*/cases/([^/"]+)/"', case[ROW])[1]
