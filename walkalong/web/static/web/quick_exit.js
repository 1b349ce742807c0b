// Leave: what is on the screen goes first, then the page, and "back" does not bring it here again.
const link = document.querySelector("[data-quick-exit]");
const presses = [];

function leave(event) {
  event?.preventDefault();
  document.title = " ";
  document.documentElement.classList.add("is-leaving");
  document.body.replaceChildren();
  try {
    sessionStorage.setItem("walkalong:left", link.href); // for left.js, in the pages before this one
  } catch {
    // nothing can be kept here
  }
  location.replace(link.href);
}

if (link) {
  link.addEventListener("click", leave);
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    presses.push(event.timeStamp);
    if (presses.length > 3) presses.shift();
    if (presses.length === 3 && presses[2] - presses[0] < 1500) leave(event);
  });
  // The browser may keep a page to show it again on "back": after leaving, it must be asked for anew.
  addEventListener("pageshow", (event) => {
    if (event.persisted && document.documentElement.classList.contains("is-leaving")) location.reload();
  });
}
