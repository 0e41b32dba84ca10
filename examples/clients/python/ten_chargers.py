"""Creates ten chargers, charges at one of them while its events are read, and cleans up.

    python3 ten_chargers.py [URL [TOKEN]]

A key, if one is needed, is taken from ROAMLAB_API_KEY. TOKEN is a card that the central system knows.
"""

import os
import sys

from roamlab import Roamlab

FLEET = "python-example"


def main(url, token):
    lab = Roamlab(url, key=os.environ.get("ROAMLAB_API_KEY"))
    before = lab.figures()["events"]
    lab.create_fleet(FLEET, 10, idPattern="PY-##", type="post-22-twin")
    try:
        events = lab.events(since=before, group=FLEET)
        until(events, "Accepted", times=10)
        print("ten chargers are accepted:", ", ".join(c["chargePointId"] for c in lab.chargers(group=FLEET)))

        lab.do("PY-01", "plug-in", connector=1, stateOfCharge=30)
        lab.do("PY-01", "start", connector=1, idToken=token)
        begun = until(events, "TransactionStarted")
        print("PY-01 charges: transaction", begun["transactionId"])

        read = until(events, "MeterValues")
        print(f"its meter: {read['powerW'] / 1000:.1f} kW, the car at {read['stateOfCharge']} %")

        lab.do("PY-01", "stop", connector=1)
        ended = until(events, "TransactionEnded")
        print("PY-01 has delivered", ended["energyWh"], "Wh")
        lab.do("PY-01", "unplug", connector=1)
    finally:
        lab.remove_fleet(FLEET)
    print("done, and nothing is left behind")


def until(events, wanted, times=1):
    """Reads on until an event has come so often."""
    for event in events:
        if event["type"] == wanted:
            times -= 1
            if times == 0:
                return event


if __name__ == "__main__":
    given = sys.argv[1:] + ["http://127.0.0.1:8090", "ROAMLAB"][len(sys.argv) - 1:]
    main(*given)
