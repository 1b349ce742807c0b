// One live connection to the server, kept alive through bad networks.
//
//   const live = connect({
//     since: (topics) => ({ "match:…": 12 }),   // which topics to follow, and the last number known of each (or null)
//     onFrame: (frame) => {…},                  // every frame of the streams: {topic, type, …}
//     onState: (state, why) => {…},             // "connecting", "live", "waiting" or "closed"
//   });
//   live.send({ topic, type: "typing" });       // false when it could not be sent; such frames are not kept
//   live.id();                                 // of this connection: a request that says it as X-Live is not told its own news
//   live.close();
//
// "closed" is final and says why: "signed_out", "ended" or "left". Everything else heals by itself.

const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;
const SILENCE = 45_000; // without a frame for so long we ask whether anybody is there
const ANSWER_WITHIN = 8_000;
const OPEN_WITHIN = 15_000;
const FINAL = new Set(["signed_out", "ended"]);

export function connect({ url = "/live/", since = () => ({}), onFrame = () => {}, onState = () => {} } = {}) {
  let socket = null;
  let attempts = 0;
  let retryTimer = null;
  let watchTimer = null;
  let state = "";
  let parked = false; // another tab took over: wait until somebody looks at this one
  let over = false;
  let followed = new Set();
  let id = "";

  function report(next, why) {
    if (state === next) return;
    state = next;
    onState(next, why);
  }

  function open() {
    if (over) return;
    clearTimeout(retryTimer);
    abandon();
    parked = false;
    followed = new Set();
    report("connecting");
    const address = new URL(url, window.location.href);
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
    const mine = new WebSocket(address);
    socket = mine;
    watchTimer = setTimeout(() => mine === socket && lost(), OPEN_WITHIN);
    mine.onopen = () => {
      if (mine !== socket) return;
      watch();
      follow([]);
    };
    mine.onmessage = (event) => mine === socket && heard(event.data);
    mine.onclose = () => mine === socket && lost();
  }

  function follow(topics) {
    for (const [topic, number] of Object.entries(since(topics) ?? {})) {
      if (followed.has(topic)) continue;
      if (send({ topic, since: number })) followed.add(topic);
    }
  }

  function heard(text) {
    watch();
    const frame = JSON.parse(text);
    switch (frame.type) {
      case "ready":
        attempts = 0;
        id = frame.socket;
        report("live");
        follow(frame.topics);
        break;
      case "pong":
        return;
      case "gone":
        followed.delete(frame.topic);
        break;
      case "bye":
        if (FINAL.has(frame.why)) return finish(frame.why);
        if (frame.why === "elsewhere") parked = true;
        break;
    }
    onFrame(frame);
  }

  // A network that went away does not close the socket: only asking shows it.
  function watch() {
    clearTimeout(watchTimer);
    watchTimer = setTimeout(ask, SILENCE);
  }

  function ask() {
    if (!send({ type: "ping" })) return lost();
    clearTimeout(watchTimer);
    watchTimer = setTimeout(lost, ANSWER_WITHIN);
  }

  function lost() {
    abandon();
    if (over) return;
    report("waiting");
    if (parked) return;
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempts);
    attempts += 1;
    clearTimeout(retryTimer);
    retryTimer = setTimeout(open, wait * (0.5 + Math.random() / 2));
  }

  function abandon() {
    clearTimeout(watchTimer);
    const old = socket;
    socket = null;
    id = "";
    if (old) {
      old.onopen = old.onmessage = old.onclose = null;
      old.close();
    }
  }

  function finish(why) {
    if (over) return;
    over = true;
    clearTimeout(retryTimer);
    abandon();
    window.removeEventListener("online", wake);
    window.removeEventListener("offline", sleep);
    window.removeEventListener("pageshow", wake);
    document.removeEventListener("visibilitychange", wake);
    report("closed", why);
  }

  // The network is back, or somebody looks at the page again: do not wait out the pause.
  function wake() {
    if (over || document.visibilityState === "hidden") return;
    if (socket?.readyState === WebSocket.OPEN) ask();
    else if (socket === null) {
      attempts = 0;
      open();
    }
  }

  function sleep() {
    lost();
  }

  function send(frame) {
    if (socket?.readyState !== WebSocket.OPEN) return false;
    socket.send(JSON.stringify(frame));
    return true;
  }

  window.addEventListener("online", wake);
  window.addEventListener("offline", sleep);
  window.addEventListener("pageshow", wake);
  document.addEventListener("visibilitychange", wake);
  open();
  return { send, id: () => id, close: () => finish("left") };
}
