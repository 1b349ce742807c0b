// Sends what waits: one at a time, in order, until the server said that it has it. Trying twice makes one message.
import { post, SIGNED_OUT, UNREACHABLE } from "./post.js";

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;
const PACE_WAIT = 15_000;
const NOT_NOW = new Set(["paused", "not_agreed"]);
const NEVER = new Set(["ended", "closed"]);

export function startOutbox({ owner, person, url, store, closed, live, onChange, onSent, ...tell }) {
  let running = false;
  let again = false;
  let tries = 0;
  let timer = null;
  let sending = null;
  let attempt = null;
  const letGo = new Map(); // it can be brought back until this page is left, or something else is sent

  const all = () => store.all(owner).catch(() => []);

  async function changed() {
    const records = (await all()).map((record) =>
      closed ? { ...record, state: "refused", why: closed, closed: true } : { ...record, ...underway(record) },
    );
    const gone = [...letGo.values()].filter(Boolean).map((record) => ({ ...record, state: "gone" }));
    onChange(records, gone);
  }

  // What waits and is not under way can still be changed or let go.
  function underway({ n, state }) {
    return { sending: n === sending, stuck: n !== sending && state === "waiting" && (tries > 0 || !navigator.onLine) };
  }

  async function add(message) {
    await store.add({ ...message, owner, client_id: newId(), state: "waiting" });
    for (const [n, record] of letGo) if (record) letGo.delete(n);
    await changed();
    wake();
  }

  // One tab at a time sends for a person and match, so that their order holds.
  async function wake() {
    clearTimeout(timer);
    if (!url || closed) return changed();
    if (running) return void (again = true);
    running = true;
    try {
      await alone(`walkalong:outbox:${owner}`, pump);
    } finally {
      running = false;
    }
    if (again) {
      again = false;
      wake();
    }
  }

  async function pump() {
    await changed();
    for (let record = await first(); record; record = await first()) {
      sending = record.n;
      attempt = tryOnce(record);
      const answer = await attempt;
      sending = null;
      if (!(await settle(record, answer))) break;
    }
    await changed();
  }

  async function tryOnce(record) {
    if (tries) await changed();
    return post(url, fieldsOf(record), { patient: Boolean(record.picture), live: live() });
  }

  async function first() {
    return (await all()).find((record) => record.state === "waiting" && !letGo.has(record.n));
  }

  // True when the next may go.
  async function settle(record, { outcome, status, said }) {
    if (outcome === SIGNED_OUT || said?.code === "another_person") {
      tell.onSignedOut();
      return false;
    }
    if (outcome === UNREACHABLE || said?.try_later) {
      later(said?.try_later ? PACE_WAIT : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** tries++));
      return false;
    }
    tries = 0;
    tell.onSignedIn();
    if (status === 200) {
      await store.remove(record.n);
      onSent(said, record);
      return true;
    }
    if (NOT_NOW.has(said?.code)) {
      tell.onChanged();
      return false;
    }
    await store.put({ ...record, state: "refused", why: said?.kind ?? "" });
    if (NEVER.has(said?.code) || status === 404) {
      tell.onChanged();
      return false;
    }
    return true;
  }

  function later(wait) {
    clearTimeout(timer);
    timer = setTimeout(wake, wait * (0.75 + Math.random() / 2));
  }

  async function withRecord(n, act) {
    const record = (await all()).find((one) => one.n === n);
    if (record) await act(record);
    await changed();
    return Boolean(record);
  }

  function fieldsOf({ client_id, body, reply, picture, alt }) {
    const fields = { author: person, client_id, body, reply_to: reply?.id ?? "", alt: alt ?? "" };
    return picture ? { ...fields, picture } : fields;
  }

  return {
    add,
    wake,
    again: (n) => withRecord(n, (record) => store.put({ ...record, state: "waiting", why: "" })).then(wake),
    // False when it has arrived: it cannot be called back here, only taken back there.
    drop: async (n, { maybeBack = false } = {}) => {
      if (n === sending) await attempt; // pressed just as it was tried again: it holds when that fails
      letGo.set(n, null); // and is not begun to be sent meanwhile
      return withRecord(n, async (record) => {
        await store.remove(n);
        if (maybeBack) letGo.set(n, record);
      });
    },
    bringBack: async (n) => {
      const record = letGo.get(n);
      if (record) await store.put(record); // first: where there is no room for it, it can be tried again
      letGo.delete(n);
      await wake();
    },
    // It came back by the live connection although the answer to its sending was lost.
    arrived: async (client_id) => {
      const [gone] = [...letGo].find(([, record]) => record?.client_id === client_id) ?? [];
      if (letGo.delete(gone)) return changed(); // it had gone already: nothing was let go
      const record = (await all()).find((one) => one.client_id === client_id);
      if (!record || record.n === sending) return;
      await store.remove(record.n);
      await changed();
    },
  };
}

function alone(name, act) {
  return navigator.locks ? navigator.locks.request(name, act) : act();
}

function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16)); // plain http, other than on this machine
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
