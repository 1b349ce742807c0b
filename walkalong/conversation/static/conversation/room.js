// The room: puts together what was said, what waits, and who is there. Each part has a module of its own.
import { connect } from "../realtime/live.js";
import { passOn, riding } from "../realtime/riders.js";
import { announceFrom } from "./announce.js";
import { startComposer } from "./composer.js";
import { keepDraft, placeForDraft } from "./draft.js";
import { showRestingDraft } from "./draft_resting.js";
import { fitToWhatIsSeen, tellRoomAbove } from "./fit.js";
import { startLog } from "./log.js";
import { closeMenus } from "./menus.js";
import { startOutbox } from "./outbox.js";
import { openStore } from "./outbox_store.js";
import { startPresence } from "./presence.js";
import { startTakingBack } from "./taking_back.js";
import { startWaiting } from "./waiting.js";

const room = document.querySelector("[data-room]");
const person = document.documentElement.dataset.person;
const { match, topic } = room.dataset;
const owner = `${person}:${match}`;
const form = room.querySelector("[data-composer]");
const net = room.querySelector("[data-net]");
const signedOut = room.querySelector("[data-signed-out]");
let cursor = Number(room.dataset.cursor);
let live = null;

fitToWhatIsSeen();
if (form) tellRoomAbove(room, form);
closeMenus(room);
const announce = announceFrom(room.querySelector("[data-announce]"));
const log = startLog(room, { onSeen: tellRead });
startTakingBack(room, (frame) => log.show([frame]));

const [store, place] = await Promise.all([openStore(), form && placeForDraft(owner)]);
let waitsHere = []; // words that wait in this page alone: the browser has no place for them

const waiting = startWaiting(room, {
  again: (n) => outbox.again(n),
  drop: (n) => outbox.drop(n, { maybeBack: true }),
  bringBack: (n) => outbox.bringBack(n),
  edit,
});
const outbox = startOutbox({
  owner,
  person,
  url: form?.action,
  store,
  live: () => live?.id() ?? "",
  closed: !form && room.dataset.state === "ended" ? words("resting") : "",
  onChange: (records, letGo) => {
    waiting.show([...records, ...letGo].sort((one, other) => one.n - other.n));
    waitsHere = store.lasts ? [] : records.map((record) => record.body);
    if (!store.lasts) draft?.keep();
    tellNetwork();
  },
  onSent: (frame, record) => {
    waiting.remove(record.n);
    log.show([frame]);
  },
  onSignedOut: () => (signedOut.hidden = false),
  onSignedIn: () => (signedOut.hidden = true),
  onChanged: lookAnew,
});

const presence = startPresence(room, { person, send: (frame) => live?.send({ topic, ...frame }) });
const composer = form && startComposer(form, { room, send, onInput: presence.typing, onKept: () => draft.keep() });
const draft = composer && keepDraft(owner, place, composer, () => waitsHere);
checkReply();
if (!form) showRestingDraft(room, owner);
const ended = room.dataset.state === "ended"; // nothing new will come, and nobody is there
live = ended ? null : connect({
  since: () => ({ ...riding(), [topic]: cursor }),
  onFrame: heard,
  onState: (state, why) => {
    if (state === "live") outbox.wake();
    if (state === "closed" && why === "signed_out") signedOut.hidden = false;
    presence.state(state);
    tellNetwork();
  },
});

// Where it waits first: the newest words may be slow to come.
async function send(message) {
  await outbox.add(message);
  log.toEnd();
  log.toNewest();
}

function heard(frame) {
  if (frame.topic !== topic) return passOn(frame);
  if (frame.type !== "conversation") return frame.type === "gone" ? lookAnew() : presence.heard(frame);
  if (frame.state !== room.dataset.state) return lookAnew();
  cursor = Math.max(cursor, frame.last);
  presence.shows(frame.shows);
  if (frame.far_behind) return log.renew();
  for (const message of frame.messages) if (message.mine) outbox.arrived(message.client_id);
  const fresh = log.show(frame.messages).filter((message) => !message.mine);
  if (fresh.length) presence.wrote();
  if (frame.messages.length) announce(null);
  for (const message of fresh) announce(document.getElementById(message.id));
  checkReply();
}

// The quote goes from what is kept on this device, too.
function checkReply() {
  if (composer?.checkReply()) draft.keep();
}

// Only the writer of these words, when they come back to look, is told nothing of this: reading is never shown.
function tellRead(seq) {
  if (document.visibilityState === "visible") live?.send({ topic, type: "read", seq });
}

async function edit(record) {
  if (!composer || !(await outbox.drop(record.n))) return;
  composer.fill(record);
  composer.words.focus();
}

// Paused, resumed, ended: the page knows best how to say it. What is typed is in the draft.
function lookAnew() {
  draft?.keep();
  location.replace(room.dataset.roomUrl);
}

function tellNetwork() {
  const offline = !navigator.onLine && Boolean(form);
  net.hidden = !offline && !waitsHere.length;
  if (!net.hidden) net.textContent = waitsHere.length ? words("noStore") : net.dataset.offline;
}

function words(name) {
  return document.querySelector('[data-part="words"]').dataset[name];
}

for (const name of ["online", "offline"]) addEventListener(name, tellNetwork);
addEventListener("online", () => outbox.wake());
addEventListener("focus", () => outbox.wake());
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && log.seen());
outbox.wake();
room.dataset.ready = "";
