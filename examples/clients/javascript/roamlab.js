// A small client of Roamlab's control API. Needs nothing but Node 18 or newer.

/** What the API refused, as the problem document says it. */
export class Problem extends Error {
  constructor(document) {
    super(`${document.status} ${document.detail}`);
    this.status = document.status;
    this.detail = document.detail;
    this.errors = document.errors ?? [];
  }
}

/** One control API. Waits and tries again when its limit is used up. */
export class Roamlab {
  constructor(url = "http://127.0.0.1:8090", { key, patienceMs = 120_000 } = {}) {
    this.root = url.replace(/\/+$/, "") + "/api/v1";
    this.key = key;
    this.patienceMs = patienceMs;
  }

  createCharger(chargePointId, more = {}) {
    return this.call("POST", "/chargers", { chargePointId, ...more });
  }

  /** All chargers that fit, page by page. */
  async *chargers(filters = {}) {
    let page = await this.call("GET", "/chargers", undefined, filters);
    for (;;) {
      yield* page.chargers;
      if (page.next === undefined) return;
      page = await this.call("GET", "/chargers", undefined, { ...filters, cursor: page.next });
    }
  }

  charger(chargePointId) {
    return this.call("GET", `/chargers/${encodeURIComponent(chargePointId)}`);
  }

  changeCharger(chargePointId, changes) {
    return this.call("PATCH", `/chargers/${encodeURIComponent(chargePointId)}`, changes);
  }

  removeCharger(chargePointId) {
    return this.call("DELETE", `/chargers/${encodeURIComponent(chargePointId)}`);
  }

  status(chargePointId) {
    return this.call("GET", `/chargers/${encodeURIComponent(chargePointId)}/status`);
  }

  /** Lets something happen: plug-in, unplug, start, stop, fault, clear, switch-off, … */
  do(chargePointId, deed, details = {}) {
    return this.call("POST", `/chargers/${encodeURIComponent(chargePointId)}/${deed}`, details);
  }

  createFleet(name, count, more = {}) {
    return this.call("POST", "/fleets", { name, count, ...more });
  }

  fleet(name) {
    return this.call("GET", `/fleets/${encodeURIComponent(name)}`);
  }

  removeFleet(name) {
    return this.call("DELETE", `/fleets/${encodeURIComponent(name)}`);
  }

  figures() {
    return this.call("GET", "/figures");
  }

  /** Events as they happen. Goes on where it stopped when the connection is lost; `signal` ends it. */
  async *events({ since, signal, ...filters } = {}) {
    let last = since;
    while (!signal?.aborted) {
      const headers = last === undefined ? {} : { "Last-Event-ID": String(last) };
      try {
        const answer = await this.send("GET", "/events", { query: filters, headers, signal });
        if (!answer.ok) throw await problem(answer);
        for await (const event of parsed(answer.body)) {
          last = event.id;
          yield event;
        }
      } catch (failure) {
        if (failure instanceof Problem) throw failure;
      }
      if (!signal?.aborted) await pause(1000);
    }
  }

  async call(method, path, body, query) {
    const giveUp = Date.now() + this.patienceMs;
    for (;;) {
      const answer = await this.send(method, path, { body, query });
      if (answer.ok) return answer.status === 204 ? undefined : answer.json();
      const wait = Number(answer.headers.get("Retry-After") ?? 1) * 1000;
      if (answer.status !== 429 || Date.now() + wait > giveUp) throw await problem(answer);
      await answer.body?.cancel();
      await pause(wait);
    }
  }

  send(method, path, { body, query, headers = {}, signal } = {}) {
    const search = query && Object.keys(query).length > 0 ? "?" + new URLSearchParams(query) : "";
    return fetch(this.root + path + search, {
      method,
      signal,
      headers: {
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(this.key ? { "X-API-Key": this.key } : {}),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }
}

/** The data of each server-sent event; comments and other fields are passed over. */
async function* parsed(stream) {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const part of stream) {
    const lines = (rest + decoder.decode(part, { stream: true })).split("\n");
    rest = lines.pop();
    for (const line of lines) {
      if (line.startsWith("data: ")) yield JSON.parse(line.slice("data: ".length));
    }
  }
}

async function problem(answer) {
  try {
    return new Problem(await answer.json());
  } catch {
    return new Problem({ status: answer.status, detail: answer.statusText });
  }
}

function pause(millis) {
  return new Promise(done => setTimeout(done, millis));
}
