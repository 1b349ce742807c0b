// Two kindnesses for every form: a button pressed twice sends once, and words typed are not lost.
// <form data-keep="a-name"> keeps its words on this device, by person, until they have arrived.
const person = document.documentElement.dataset.person;
const pageIsWell = document.documentElement.dataset.page === "ok";
const SENT = "walkalong:sent";

// Signed out, words are kept for this tab only; signed in, under that person's own key.
function storage() {
  try {
    return person ? localStorage : sessionStorage;
  } catch {
    return null;
  }
}

const BEFORE = ""; // no field has this name: what stood in the fields before anything was typed
const keyOf = (form) => `walkalong:kept:${person}:${form.dataset.keep}`;

function wordsOf(form) {
  const fields = form.querySelectorAll("textarea[name], input[name]:is([type=text], [type=search], :not([type]))");
  return [...fields].filter((field) => field.autocomplete !== "one-time-code");
}

let over = false; // somebody is signing out, here or on another page
addEventListener("walkalong:signing-out", () => (over = true));

function keep(form) {
  if (over) return;
  const fields = wordsOf(form);
  const words = Object.fromEntries(fields.map((field) => [field.name, field.value]));
  const before = Object.fromEntries(fields.map((field) => [field.name, field.defaultValue]));
  const typed = Object.values(words).some(Boolean);
  try {
    if (typed) storage()?.setItem(keyOf(form), JSON.stringify({ ...words, [BEFORE]: before }));
    else storage()?.removeItem(keyOf(form));
  } catch {
    // the device is full: the words are still in the page
  }
}

// Into an empty field, or over the very words they were a change of: never over anything newer.
function bringBack(form) {
  let words;
  try {
    words = JSON.parse(storage()?.getItem(keyOf(form)) ?? "null");
  } catch {
    return;
  }
  const before = form.querySelector("[data-bring-back]") ? {} : words?.[BEFORE]; // that form offers them instead
  for (const field of wordsOf(form)) {
    const typed = words?.[field.name];
    if (!typed || typed === field.value || field.value !== field.defaultValue) continue;
    if (!field.value || field.value === before?.[field.name]) {
      field.value = typed;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}

// What was sent has arrived when the same person sees a well page that does not show the form again with a remark.
function settle() {
  const sent = sessionStorage.getItem(SENT);
  if (!sent) return;
  sessionStorage.removeItem(SENT);
  if (!pageIsWell || !sent.startsWith(`walkalong:kept:${person}:`)) return;
  const again = [...document.querySelectorAll("form[data-keep]")].find((form) => keyOf(form) === sent);
  if (!again?.querySelector("[aria-invalid=true], .errorlist, .field__errors")) storage()?.removeItem(sent);
}

function sayOffline(form) {
  const note = document.getElementById("offline-note");
  if (form.querySelector(":scope > [role=alert]") || !note) return;
  const said = note.content.cloneNode(true);
  said.querySelector(wordsOf(form).length ? "[data-without-words]" : "[data-with-words]").remove();
  form.append(said);
}

const underway = new WeakMap();

addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method === "dialog") return;
  if (underway.has(form)) {
    event.preventDefault();
    return;
  }
  if (form.method === "post" && !navigator.onLine) {
    event.preventDefault();
    sayOffline(form);
    return;
  }
  if (form.dataset.keep) {
    keep(form);
    sessionStorage.setItem(SENT, keyOf(form));
  }
  underway.set(form, event.submitter);
  event.submitter?.setAttribute("aria-busy", "true");
  setTimeout(() => rest(form), 10_000); // a download, or a server that never answered
});

function rest(form) {
  underway.get(form)?.removeAttribute("aria-busy");
  underway.delete(form);
}

addEventListener("pageshow", () => document.querySelectorAll("form").forEach(rest));
addEventListener("online", () => document.querySelectorAll("form > [role=alert]").forEach((note) => note.remove()));

settle();
for (const form of document.querySelectorAll("form[data-keep]")) {
  bringBack(form);
  form.addEventListener("input", () => keep(form));
}

// A form that came back with a remark: the remark may be below what a phone shows, and is read out with its field.
document.querySelector("main :is(input, select, textarea)[aria-invalid=true]")?.focus();
