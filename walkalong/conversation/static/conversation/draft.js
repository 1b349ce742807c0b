// What is being typed survives a reload: kept on this device by person, match and tab, cleared when it is sent.
import { takePlace } from "./draft_place.js";

const prefixOf = (owner) => `walkalong:draft:${owner}:`;

// What this person had begun to write, in this tab or another, the latest first.
function draftsOf(owner) {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefixOf(owner)));
    const drafts = keys.map((key) => ({ key, ...JSON.parse(localStorage.getItem(key)) }));
    return drafts.sort((one, other) => other.at - one.at);
  } catch {
    return []; // not allowed here
  }
}

export const begunBy = (owner) => draftsOf(owner).map(({ body }) => body).filter(Boolean).join("\n\n");

export function letGoOfDrafts(owner) {
  for (const { key } of draftsOf(owner)) letGo(key);
}

function letGo(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // nothing was kept
  }
}

export const placeForDraft = (owner) => takePlace(prefixOf(owner), draftsOf(owner).map(({ key }) => key));

// `key` is this tab's place; `waiting` answers words that wait in this page alone, and would go with it.
export function keepDraft(owner, key, composer, waiting) {
  let timer = null;
  let over = false; // somebody is signing out: what a message on its way brings back now is not kept either

  function keep() {
    clearTimeout(timer);
    timer = null;
    if (over) return;
    const typed = composer.typed();
    const [body, reply] = [[...waiting(), typed.body].filter(Boolean).join("\n"), typed.reply];
    if (!body && !reply) return letGo(key);
    try {
      localStorage.setItem(key, JSON.stringify({ body, reply, at: Date.now() }));
    } catch {
      // No room, or not allowed here: then it is not kept, and typing goes on.
    }
  }

  function end() {
    over = true;
    clearTimeout(timer);
    timer = null;
    letGo(key);
  }

  const kept = draftsOf(owner).find((draft) => draft.key === key);
  const already = composer.typed().body; // by a quick hand, or given back by the server: it may be the same words
  if (kept && !(kept.body && already.includes(kept.body))) composer.fill(kept);
  composer.words.addEventListener("input", () => (timer ??= setTimeout(keep, 250)));
  addEventListener("pagehide", () => timer && keep());
  document.addEventListener("visibilitychange", () => timer && document.visibilityState === "hidden" && keep());
  addEventListener("walkalong:signing-out", end);
  return { keep };
}
