"""A web server on this machine that answers with the status in the path: /404.pdf is not there.

/405-head/200.pdf answers 405 to HEAD and 200 to GET, /slow/200.pdf after five seconds, and
/busy/200.pdf 503 to the first request and 200 to the next. /log shows what was asked so far.
"""

import http.server
import re
import sys
import threading
import time

log = []
lock = threading.Lock()
open_now = 0
most_open = 0


class Host(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        global open_now, most_open
        if self.path == "/log":
            return 200, "".join(f"{line}\n" for line in [*log, f"most {most_open}"]).encode()
        with lock:
            open_now += 1
            most_open = max(most_open, open_now)
            earlier = sum(line.endswith(" " + self.path) for line in log)
            log.append(f"{self.command} {self.path}")
        time.sleep(5 if self.path.startswith("/slow/") else 0.05)
        with lock:
            open_now -= 1
        status = int(re.search(r"/(\d{3})[^/]*$", self.path).group(1))
        if self.path.startswith("/405-head/") and self.command == "HEAD":
            status = 405
        if self.path.startswith("/busy/") and earlier == 0:
            status = 503
        return status, b"x" * 100_000

    def reply(self):
        status, body = self.answer()
        self.send_response(status)
        if status in (301, 302):
            self.send_header("Location", "/200.pdf")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    do_GET = do_HEAD = reply

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Host)
print(server.server_address[1], flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
# Ends with the test that started it.
sys.stdin.read()
