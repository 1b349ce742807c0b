// The one note about a draft: opened by a press or Alt+N, closed by Escape.
import { neverAgain, neverOf } from "./companion_never.js";

const SAID_FOR = 15_000;

export function startNote(box, words, { person, onNever }) {
  const opener = box.querySelector("[data-open-note]");
  const panel = box.querySelector("[data-note]");
  const moves = box.querySelector("[data-moves]");
  const movePart = box.querySelector("[data-move]");
  const quieted = box.querySelector("[data-quieted]");
  const quietedWords = box.querySelector("[data-quieted-words]");
  let mark = null;
  let saying = null;

  function fill() {
    panel.querySelector("[data-sentence]").textContent = words.value.slice(mark.start, mark.end);
    panel.querySelector("[data-why]").textContent = mark.why;
    box.querySelector("[data-moves-box]").hidden = !mark.moves.length;
    moves.replaceChildren(...mark.moves.map(drawMove));
  }

  function drawMove(move) {
    const item = movePart.content.firstElementChild.cloneNode(true);
    for (const name of ["name", "says", "example"]) item.querySelector(`[data-${name}]`).textContent = move[name];
    return item;
  }

  // In the place of the note, so that nothing moves; whoever stands on its link keeps it.
  function sayQuieted() {
    quieted.replaceChildren(quietedWords.content.cloneNode(true));
    clearTimeout(saying);
    saying = setTimeout(() => quieted.contains(document.activeElement) || hush(), SAID_FOR);
  }

  function hush() {
    clearTimeout(saying);
    quieted.replaceChildren();
  }

  function open() {
    if (!mark) return;
    hush();
    fill();
    panel.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    panel.focus();
  }

  function close() {
    if (panel.hidden) return;
    panel.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    words.focus();
  }

  opener.addEventListener("click", () => (panel.hidden ? open() : close()));
  box.querySelector("[data-close-note]").addEventListener("click", close);
  box.querySelector("[data-never]").addEventListener("click", () => {
    const kept = neverAgain(person, mark.label);
    close();
    if (kept) sayQuieted();
    onNever();
  });
  words.addEventListener("walkalong:typed", hush);
  document.addEventListener("toggle", hush, { capture: true }); // another panel opens in the same place
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) {
      event.stopPropagation();
      close();
    }
    if (event.altKey && !event.ctrlKey && event.code === "KeyN" && mark) {
      event.preventDefault();
      open();
    }
  });

  return {
    never: () => neverOf(person),
    open,
    offer(found) {
      mark = found;
      opener.hidden = !mark;
      if (!mark) panel.hidden = true;
    },
    forget() {
      mark = null;
      opener.hidden = true;
      panel.hidden = true;
    },
  };
}
