// The companion beside a mentor's draft: marks in place, at most one note, and only when one pauses.
import { drawMarks } from "./companion_marks.js";
import { startNote } from "./companion_note.js";
import { post } from "./post.js";

const PAUSE = 400;
const person = document.documentElement.dataset.person;
const box = document.querySelector("[data-companion]");
const words = document.querySelector("[data-words]");
const praise = box.querySelector("[data-praise]");
const paper = drawMarks(document.querySelector("[data-paper]"), words);
const note = startNote(box, words, { person, onNever: read });
let timer = null;
let asking = null;
let shown = null;

function typed() {
  clearTimeout(timer);
  asking?.abort();
  if (!paper.keep().includes(shown)) note.forget(); // a note about other words would be a lie
  if (!words.value.trim()) {
    praise.textContent = "";
    return;
  }
  timer = setTimeout(read, PAUSE);
}

// Nothing it does is in the way of typing or sending: whatever goes wrong is silence.
async function read() {
  const draft = words.value;
  if (!draft.trim()) return;
  asking?.abort();
  asking = new AbortController();
  try {
    const { status, said } = await post(box.dataset.url, { draft }, { signal: asking.signal });
    if (status !== 200 || words.value !== draft) return;
    show(said);
  } catch {
    // overtaken by a newer draft
  }
}

function show({ marks, note: hint }) {
  const never = note.never();
  const open = marks.filter((mark) => mark.flag && !never.has(mark.label));
  shown = open.sort((one, other) => other.p - one.p)[0] ?? null;
  const walking = marks.filter((mark) => mark.side === "with");
  paper.draw([...walking, ...(shown ? [shown] : [])]);
  praise.textContent = marks.find((mark) => mark.praise)?.why ?? (shown ? "" : (hint ?? ""));
  note.offer(shown);
}

words.addEventListener("walkalong:typed", typed);
words.addEventListener("click", () => {
  const mark = paper.at(words.selectionStart);
  if (mark && mark === shown && words.selectionStart === words.selectionEnd) note.open();
});
if (words.value.trim()) read();
