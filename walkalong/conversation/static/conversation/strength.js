// What the other managed before: asked for anew at each opening, and gone from the page when it is closed.
// Escape and a press elsewhere close it, as every opened menu of the room (menus.js).
const box = document.querySelector("[data-strength]");
const panel = box.querySelector("[data-strength-panel]");
const found = box.querySelector("[data-strength-found]");
const close = box.querySelector("[data-strength-close]");
const words = document.querySelector("[data-words]");

async function look() {
  found.replaceChildren();
  try {
    const response = await fetch(box.dataset.url, { headers: { Accept: "application/json" }, redirect: "error" });
    const { html } = response.status === 404 ? { html: "" } : await response.json();
    if (!box.open) return;
    if (response.status === 404) box.remove(); // they took it back, or the two rest
    else found.innerHTML = html; // from our own server, escaped there
  } catch {
    found.textContent = found.dataset.failed;
  }
}

function shut() {
  box.open = false;
  words.focus();
}

close.hidden = false;
close.addEventListener("click", shut);
box.addEventListener("toggle", () => {
  found.replaceChildren();
  if (!box.open) return;
  panel.focus();
  look();
});
