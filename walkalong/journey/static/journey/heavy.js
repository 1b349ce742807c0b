// A heavy day on an open page: the other's sign comes and goes by itself; a press without a network says so honestly.
import { connect } from "../realtime/live.js";
import { ride } from "../realtime/riders.js";

const spot = document.querySelector("[data-heavy-topic]");
const slim = spot && "heavySlim" in spot.dataset; // one line above the words, where there is no room for a card
const topic = spot?.dataset.heavyTopic;
let cursor = Number(spot?.dataset.heavyCursor);

function heard(frame) {
  if (frame.topic !== topic || frame.type !== "heavy") return;
  cursor = frame.cursor;
  const { heavyMatch, heavyState } = spot.dataset;
  if (heavyMatch && (frame.states[heavyMatch] ?? "") !== heavyState) return location.reload(); // the page says it best
  show("[data-heavy-sign]", "heavySign", slim ? frame.lines : frame.signs);
  show("[data-heavy-short]", "heavyShort", frame.shorts); // of somebody else one walks with
  show("[data-heavy-thought]", "heavyThought", frame.thoughts);
}

// Drawn by the server for this reader; what stands there already is left alone, so that it is read out once.
function show(places, name, drawn) {
  for (const place of document.querySelectorAll(places)) {
    const html = drawn[place.dataset[name]] ?? "";
    const fresh = document.createElement("template");
    fresh.innerHTML = html;
    if (fresh.content.textContent.trim() === place.textContent.trim()) continue;
    place.replaceChildren(fresh.content);
  }
}

const PATIENCE_MS = 6000; // nobody is left alone with a button that does not answer
let patience = null;

addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (!form.matches("[data-heavy-say]")) return;
    clearTimeout(patience);
    if (navigator.onLine) {
      patience = setTimeout(() => say(form, "[data-heavy-slow]"), PATIENCE_MS);
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    say(form, "[data-heavy-offline]");
  },
  { capture: true },
);

addEventListener("pagehide", () => clearTimeout(patience));

function say(form, which) {
  const words = document.querySelector(which);
  form.querySelector(":scope > [role=alert]")?.remove();
  if (!words) return;
  const said = words.content.cloneNode(true);
  said.querySelector("[data-typed]")?.toggleAttribute("hidden", !form.querySelector("textarea"));
  form.append(said);
  form.lastElementChild.scrollIntoView({ block: "center" }); // not behind the bar at the bottom of a phone
}

// In the room, the conversation's own connection carries this along.
if (topic && document.querySelector("[data-room]")) ride(topic, { since: () => cursor, heard });
else if (topic) connect({ since: () => ({ [topic]: cursor }), onFrame: heard });
