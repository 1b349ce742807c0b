// What is being typed survives a reload: kept on this device by person and match, cleared when it is sent.
const keyOf = (owner) => `walkalong:draft:${owner}`;

function stored(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // not allowed here
  }
}

// What this person had begun to write, or null.
export function draftOf(owner) {
  try {
    return JSON.parse(stored(keyOf(owner)));
  } catch {
    return null;
  }
}

export function letGoOfDraft(owner) {
  try {
    localStorage.removeItem(keyOf(owner));
  } catch {
    // nothing was kept
  }
}

// `waiting` answers words that wait in this page alone, and would go with it.
export function keepDraft(owner, composer, waiting) {
  const key = keyOf(owner);
  let timer = null;
  let mine = stored(key); // as this page found or kept it: an empty field does not take another page's away
  let over = false; // somebody is signing out: what a message on its way brings back now is not kept either

  function keep() {
    clearTimeout(timer);
    timer = null;
    if (over) return;
    const typed = composer.typed();
    const [body, reply] = [[...waiting(), typed.body].filter(Boolean).join("\n"), typed.reply];
    try {
      if (body || reply) {
        const kept = JSON.stringify({ body, reply });
        localStorage.setItem(key, kept);
        mine = kept;
      } else if (stored(key) === mine) localStorage.removeItem(key);
    } catch {
      // No room, or not allowed here: then it is not kept, and typing goes on.
    }
  }

  function end() {
    over = true;
    clearTimeout(timer);
    timer = null;
    letGoOfDraft(owner);
  }

  const kept = draftOf(owner);
  if (kept && !composer.typed().body) composer.fill(kept);
  composer.words.addEventListener("input", () => (timer ??= setTimeout(keep, 250)));
  addEventListener("pagehide", () => timer && keep());
  document.addEventListener("visibilitychange", () => timer && document.visibilityState === "hidden" && keep());
  addEventListener("walkalong:signing-out", end);
  return { keep };
}
