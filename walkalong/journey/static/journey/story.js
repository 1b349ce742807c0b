// What the other takes back goes from this page at once, also while nobody looks. Only a mark comes by the live
// connection; the page then asks for itself anew.
import { connect } from "../realtime/live.js";

const said = document.querySelector("[data-story-said]");
const story = () => document.querySelector("[data-story]");
const topic = story().dataset.story;

async function lookAnew() {
  const open = new Set([...story().querySelectorAll("details[open]")].map((one) => one.id));
  const answer = await fetch(location.href, { cache: "no-store" });
  if (!answer.ok || answer.redirected) return location.reload();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("[data-story]");
  if (!fresh) return location.reload();
  for (const one of fresh.querySelectorAll("details")) one.open = open.has(one.id);
  story().replaceWith(document.adoptNode(fresh));
  said.textContent = story().dataset.changed;
}

connect({
  since: (topics) => (topics.includes(topic) ? { [topic]: null } : {}),
  onFrame: (frame) => {
    // the walk has ended: the server says where to go now
    if (frame.type === "ready" && !frame.topics.includes(topic)) return location.reload();
    if (frame.topic !== topic) return;
    if (frame.type === "gone") location.reload();
    else if (frame.mark !== story().dataset.mark) lookAnew().catch(() => location.reload());
  },
});

// Brought back from the browser's memory the page may show what was taken back long ago.
addEventListener("pageshow", (event) => event.persisted && location.reload());
