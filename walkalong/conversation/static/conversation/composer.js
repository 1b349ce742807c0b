// Where words are typed. Without this script the form is a plain form.
import { startPicture } from "./picture.js";
import { startReply } from "./reply.js";

const ENTER = "walkalong:enter";
const SAY_LEFT_FROM = 500; // characters before the end

export function startComposer(form, { room, send, onInput, onKept }) {
  const words = form.querySelector("[data-words]");
  const refused = form.querySelector("[data-refused]");
  const left = form.querySelector("[data-left]");
  const most = Number(form.dataset.most);
  const reply = startReply(form, room, () => words.focus());
  const picture = startPicture(form, refuse);
  const unkept = []; // sent, and not yet where unsent messages wait
  let cameBack = ""; // words that could not be kept: they stand before what was typed since
  let keeping = Promise.resolve();

  function refuse(reason) {
    refused.textContent = reason;
    refused.hidden = !reason;
  }

  function over() {
    return [...words.value].length - most;
  }

  // The field is free at once: on a slow device somebody types on, and sends, before the last message is kept.
  function submit() {
    const message = { body: words.value, reply: reply.current(), picture: picture.chosen(), alt: picture.alt() };
    words.focus({ preventScroll: true });
    if (!message.body.trim() && !message.picture) return;
    if (message.body.length > most && over() > 0) return refuse(left.dataset.tooLong);
    unkept.push(message);
    words.value = cameBack = "";
    reply.clear();
    picture.clear();
    refuse("");
    typed();
    keeping = keeping.then(() => keep(message));
  }

  async function keep(message) {
    try {
      await send(message);
      unkept.shift();
    } catch {
      unkept.shift();
      giveBack(message);
      refuse(document.querySelector('[data-part="words"]').dataset.unreachable);
    }
    onKept();
  }

  function giveBack({ body, reply: answered, picture: file, alt }) {
    const fromEnd = words.value.length - words.selectionEnd;
    if (!words.value.startsWith(cameBack)) cameBack = "";
    const since = words.value.slice(cameBack.length).replace(/^\n/, "");
    cameBack = [cameBack, body].filter(Boolean).join("\n");
    words.value = [cameBack, since].filter(Boolean).join("\n");
    words.setSelectionRange(words.value.length - fromEnd, words.value.length - fromEnd); // one types on where one was
    if (answered && !reply.current()) reply.to(answered);
    if (file && !picture.chosen()) picture.put(file, alt);
    typed();
    words.dispatchEvent(new Event("input"));
  }

  function fill({ body, reply: answered, picture: file, alt }) {
    words.value = [words.value, body].filter(Boolean).join("\n");
    if (answered) reply.to(answered);
    if (file) picture.put(file, alt);
    typed();
    words.dispatchEvent(new Event("input"));
  }

  function countLeft() {
    const tooMany = over();
    return tooMany > 0 ? `${left.dataset.over} ${tooMany}` : `${left.dataset.within} ${-tooMany}`;
  }

  function tellLeft() {
    const near = words.value.length > most - SAY_LEFT_FROM;
    left.hidden = !near;
    if (refused.textContent === left.dataset.tooLong && over() <= 0) refuse("");
    if (!near) return;
    left.textContent = countLeft();
  }

  function typed() {
    if (!CSS.supports("field-sizing", "content")) {
      words.style.height = "auto";
      words.style.height = `${words.scrollHeight + 2}px`;
    }
    tellLeft();
    words.dispatchEvent(new CustomEvent("walkalong:typed", { bubbles: true }));
  }

  words.addEventListener("input", () => {
    typed();
    if (words.value) onInput();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  startEnter(form, words, submit);

  return {
    words,
    fill,
    typed: () => ({
      body: [...unkept.map((message) => message.body), words.value].filter(Boolean).join("\n"),
      reply: reply.current(),
    }),
    checkReply: () => reply.check(Boolean(words.value.trim() || picture.chosen())),
  };
}

// On a keyboard Enter sends; under a thumb it makes a new line. Either can be chosen.
function startEnter(form, words, submit) {
  const hint = form.querySelector("[data-hint]");
  const hintWords = form.querySelector("[data-hint-words]");
  const thumb = matchMedia("(pointer: coarse)").matches;
  let enterSends = chosen() ?? !thumb;

  function chosen() {
    try {
      const kept = localStorage.getItem(ENTER);
      return kept === null ? null : kept === "sends";
    } catch {
      return null;
    }
  }

  function tell() {
    hintWords.textContent = enterSends ? hintWords.dataset.enter : hintWords.dataset.newline;
    words.enterKeyHint = enterSends ? "send" : "enter";
    hint.hidden = thumb;
  }

  form.querySelector("[data-switch-enter]").addEventListener("click", () => {
    enterSends = !enterSends;
    try {
      localStorage.setItem(ENTER, enterSends ? "sends" : "newline");
    } catch {
      // it holds until the page is left
    }
    tell();
    words.focus();
  });
  words.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || event.keyCode === 229 || event.shiftKey || event.altKey) return;
    if (!enterSends && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    submit();
  });
  tell();
}
