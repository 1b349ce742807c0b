// Who is here, and who is writing: said while it is so, never kept. Each can be switched off, for both at once.
const SAY_EVERY = 25_000;
const GONE_AFTER = 60_000;
const TYPING_EVERY = 3_000;
const TYPING_LASTS = 6_000;

export function startPresence(room, { person, send }) {
  const lamp = room.querySelector("[data-presence]");
  const typingLine = room.querySelector("[data-typing]");
  const shown = { typing: Boolean(room.dataset.showsTyping), here_now: Boolean(room.dataset.showsHere) };
  let saidHere = 0;
  let saidTyping = 0;
  let goneTimer = null;
  let typingTimer = null;
  let live = false;

  function sayHere() {
    if (!live || !shown.here_now || document.visibilityState !== "visible") return;
    saidHere = Date.now();
    send({ type: "here" });
  }

  function here(is) {
    clearTimeout(goneTimer);
    if (is) goneTimer = setTimeout(() => here(false), GONE_AFTER);
    if (lamp.classList.contains("presence--here") === is) return;
    lamp.classList.toggle("presence--here", is);
    lamp.textContent = is ? lamp.dataset.here : "";
  }

  function writing(is) {
    clearTimeout(typingTimer);
    if (is) typingTimer = setTimeout(() => writing(false), TYPING_LASTS);
    typingLine.hidden = !is;
  }

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") sayHere();
    else if (live) send({ type: "away" });
  });
  setInterval(sayHere, SAY_EVERY);

  return {
    heard(frame) {
      if (frame.by === person) return;
      if (frame.type === "here") {
        const came = !lamp.classList.contains("presence--here");
        here(true);
        if (came) sayHere(); // they may have come after we said it
      }
      if (frame.type === "away") {
        here(false);
        writing(false);
      }
      if (frame.type === "typing") writing(true);
    },
    shows(now) {
      const began = now.here_now && !shown.here_now;
      Object.assign(shown, now);
      if (!shown.here_now) here(false);
      if (!shown.typing) writing(false);
      if (began || Date.now() - saidHere > SAY_EVERY) sayHere();
    },
    state(state) {
      live = state === "live";
      if (live) sayHere();
      else writing(false);
      if (state === "closed") here(false); // nothing more will be heard of them on this page
    },
    typing() {
      if (!live || !shown.typing || Date.now() - saidTyping < TYPING_EVERY) return;
      saidTyping = Date.now();
      send({ type: "typing" });
    },
    wrote: () => writing(false),
  };
}
