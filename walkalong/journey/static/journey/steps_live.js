// Two open pages of one journey. A page that hears of a change reads itself anew and puts in the parts that differ;
// what is being typed stands outside of the parts. Without this script every act is a form like any other.
import { connect } from "../realtime/live.js";

const page = document.querySelector("[data-journey]");
const { topic } = page.dataset;
const say = page.querySelector("[data-say]");
const gone = page.querySelector("[data-gone]");
const SAID_FOR = 8_000; // it stands on the page too: read out once, it is not to be met there a second time
let cursor = Number(page.dataset.change);
let reading = Promise.resolve();
let saying = null;

connect({
  since: () => ({ [topic]: cursor }),
  onFrame: (frame) => {
    if (frame.topic !== topic) return;
    if (frame.type === "gone") location.reload();
    if (frame.type === "journey") heard(frame);
  },
  onState: (state) => (page.dataset.live = state),
});

function heard(frame) {
  if (frame.state !== page.dataset.state) return location.reload(); // words typed are kept by their form
  if (frame.last <= cursor) return;
  cursor = frame.last;
  reading = reading.then(readAnew).then(() => frame.together && glow(frame.together)).catch(() => {});
}

// True when something on the page is different now.
async function readAnew() {
  const response = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
  if (response.status === 404) return takenBack();
  if (!response.ok || response.redirected) return;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  let news = "";
  for (const part of page.querySelectorAll("[data-part]")) {
    const next = fresh.getElementById(part.id);
    if (!next || plain(next) === plain(part)) continue;
    const focused = part.contains(document.activeElement) ? document.activeElement.id : "";
    part.replaceChildren(...next.childNodes);
    document.getElementById(focused)?.focus();
    news ||= part.querySelector("[data-spoken]")?.textContent ?? page.dataset.wordsNew;
  }
  if (news) sayAloud(news);
}

// Each reading has another token in its forms; that is no news.
const plain = (part) => part.innerHTML.replace(/name="csrfmiddlewaretoken" value="\w+"/g, "").replace(/ glows"/g, '"');

function sayAloud(words) {
  clearTimeout(saying);
  say.textContent = words;
  if (words) saying = setTimeout(sayAloud, SAID_FOR, "");
}

function takenBack() {
  if (!gone) return location.reload();
  sayAloud("");
  document.querySelector(".flashes").replaceChildren(); // they speak of what is no longer here
  gone.hidden = false;
  gone.scrollIntoView({ block: "center" });
  for (const needless of page.querySelectorAll("[data-ends]")) needless.hidden = true; // what was typed stays to be read
  for (const part of page.querySelectorAll("[data-part]")) part.replaceChildren();
}

function glow(step) {
  const place = document.getElementById(`s-${step}`);
  if (!place) return;
  place.classList.add("glows");
  sayAloud(page.dataset.wordsTogether);
  place.addEventListener("animationend", (event) => event.target === place && place.classList.remove("glows"));
}

// A lamp is lit without leaving the page, so that the moment is seen where it happens.
page.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-lamp]");
  if (!form || !navigator.onLine) return;
  event.preventDefault();
  const lit = new FormData(form).get("on") === "1";
  try {
    const response = await fetch(form.action, {
      method: "POST",
      body: new FormData(form),
      headers: { Accept: "application/json" },
    });
    if (!response.ok) throw new Error(String(response.status));
    const { both } = await response.json();
    await readAnew();
    if (lit && both) glow(form.closest("[id^='s-']")?.id.slice(2) ?? page.querySelector("[id^='s-']").id.slice(2));
  } catch {
    form.submit(); // the plain way: the server says what is the matter
  }
});
