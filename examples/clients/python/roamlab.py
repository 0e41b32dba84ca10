"""A small client of Roamlab's control API. Needs nothing but Python 3.9 or newer."""

import json
import time
import urllib.error
import urllib.parse
import urllib.request


class Problem(Exception):
    """What the API refused, as the problem document says it."""

    def __init__(self, document):
        super().__init__(f"{document.get('status')} {document.get('detail')}")
        self.status = document.get("status")
        self.detail = document.get("detail")
        self.errors = document.get("errors", [])


class Roamlab:
    """One control API. Waits and tries again when its limit is used up."""

    def __init__(self, url="http://127.0.0.1:8090", key=None, patience=120):
        self.root = url.rstrip("/") + "/api/v1"
        self.key = key
        self.patience = patience

    # ---------------------------------------------------------------- chargers

    def create_charger(self, charge_point_id, **more):
        return self.call("POST", "/chargers", {"chargePointId": charge_point_id, **more})

    def chargers(self, **filters):
        """All chargers that fit, page by page."""
        page = self.call("GET", "/chargers", query=filters)
        while True:
            yield from page["chargers"]
            if "next" not in page:
                return
            page = self.call("GET", "/chargers", query={**filters, "cursor": page["next"]})

    def charger(self, charge_point_id):
        return self.call("GET", f"/chargers/{quoted(charge_point_id)}")

    def change_charger(self, charge_point_id, **changes):
        return self.call("PATCH", f"/chargers/{quoted(charge_point_id)}", changes)

    def remove_charger(self, charge_point_id):
        self.call("DELETE", f"/chargers/{quoted(charge_point_id)}")

    def status(self, charge_point_id):
        return self.call("GET", f"/chargers/{quoted(charge_point_id)}/status")

    def do(self, charge_point_id, deed, **details):
        """Lets something happen: plug-in, unplug, start, stop, fault, clear, switch-off, …"""
        return self.call("POST", f"/chargers/{quoted(charge_point_id)}/{deed}", details)

    # ---------------------------------------------------------------- fleets

    def create_fleet(self, name, count, **more):
        return self.call("POST", "/fleets", {"name": name, "count": count, **more})

    def fleet(self, name):
        return self.call("GET", f"/fleets/{quoted(name)}")

    def remove_fleet(self, name):
        self.call("DELETE", f"/fleets/{quoted(name)}")

    def figures(self):
        return self.call("GET", "/figures")

    # ---------------------------------------------------------------- events

    def events(self, since=None, timeout=60, **filters):
        """Events as they happen. Goes on where it stopped when the connection is lost; ends never."""
        last = since
        while True:
            headers = {} if last is None else {"Last-Event-ID": str(last)}
            try:
                with self.open("GET", "/events", query=filters, headers=headers, timeout=timeout) as stream:
                    for event in parsed(stream):
                        last = event["id"]
                        yield event
            except (TimeoutError, ConnectionError, urllib.error.URLError):
                time.sleep(1)

    # ---------------------------------------------------------------- below

    def call(self, method, path, body=None, query=None):
        give_up = time.monotonic() + self.patience
        while True:
            try:
                with self.open(method, path, body, query) as answer:
                    text = answer.read()
                    return json.loads(text) if text else None
            except urllib.error.HTTPError as refused:
                wait = int(refused.headers.get("Retry-After", 1))
                if refused.code != 429 or time.monotonic() + wait > give_up:
                    raise problem(refused) from None
            time.sleep(wait)

    def open(self, method, path, body=None, query=None, headers=None, timeout=30):
        url = self.root + path
        if query:
            url += "?" + urllib.parse.urlencode(query)
        request = urllib.request.Request(url, method=method, headers=headers or {})
        if body is not None:
            request.data = json.dumps(body).encode()
            request.add_header("Content-Type", "application/json")
        if self.key:
            request.add_header("X-API-Key", self.key)
        return urllib.request.urlopen(request, timeout=timeout)


def parsed(stream):
    """The data of each server-sent event; comments and other fields are passed over."""
    for line in stream:
        if line.startswith(b"data: "):
            yield json.loads(line[len(b"data: "):])


def problem(refused):
    try:
        return Problem(json.load(refused))
    except ValueError:
        return Problem({"status": refused.code, "detail": refused.reason})


def quoted(segment):
    return urllib.parse.quote(segment, safe="")
