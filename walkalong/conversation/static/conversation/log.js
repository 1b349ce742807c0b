// What was said: a window on a long conversation. Older and newer stretches come as one scrolls, the far end goes,
// and what is being read stays where it is.
import { dropRepeatedDays, elementsFrom, messagesIn, place, trimmed } from "./log_nodes.js";

export const MOST = 300;
const NEAR = "900px";
const AT_ONCE = 5; // elements put in at once: more would be felt on a slow phone
const AT_END = 60; // pixels from the bottom that still count as being there

const nextFrame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

export function startLog(room, { onSeen }) {
  const scroll = room.querySelector("[data-scroll]");
  const inside = scroll.querySelector(".room__inside");
  const list = room.querySelector("[data-log]");
  const jump = room.querySelector("[data-to-newest]");
  const beginning = room.querySelector("[data-beginning]");
  const url = room.dataset.messagesUrl;
  const has = { older: Boolean(list.dataset.hasOlder), newer: Boolean(list.dataset.hasNewer) };
  let loading = null;
  let unseen = false;
  let newest = 0; // what was ever heard of

  for (const link of room.querySelectorAll("[data-older], [data-newer-links]")) (link.closest("p") ?? link).remove();
  const [top, bottom] = [sentinel("afterbegin"), sentinel("beforeend")];

  // In a column-reverse box 0 is the bottom and all else is negative.
  const atEnd = () => !has.newer && scroll.scrollTop > -AT_END;
  const toEnd = () => (scroll.scrollTop = 0);
  const first = () => Number(list.querySelector("[data-seq]")?.dataset.seq ?? 0);
  const last = () => Number(messagesIn(list).at(-1)?.dataset.seq ?? 0);

  function steadily(change) {
    if (atEnd()) {
      change();
      toEnd();
      return;
    }
    const edge = scroll.getBoundingClientRect().top;
    const anchor = messagesIn(list).find((message) => message.getBoundingClientRect().bottom > edge);
    const before = anchor?.getBoundingClientRect().top;
    change();
    if (anchor?.isConnected) scroll.scrollTop += anchor.getBoundingClientRect().top - before;
  }

  async function ask(query) {
    const response = await fetch(`${url}${query}`, { headers: { Accept: "application/json" }, redirect: "error" });
    if (!response.ok) throw new Error("not now");
    return response.json();
  }

  // One stretch at a time; trouble means that it is tried again when one scrolls there again.
  function load(query, take) {
    loading ??= ask(query)
      .then(take)
      .catch(() => null)
      .finally(() => {
        loading = null;
        watch();
      });
    return loading;
  }

  const older = () =>
    has.older &&
    load(`?before=${first()}`, async (found) => {
      const elements = elementsFrom(found.html);
      await nextFrame(); // making them is work enough for one frame
      while (elements.length) {
        const some = elements.splice(-AT_ONCE);
        steadily(() => {
          if (trimmed(list, MOST - some.length, "end")) has.newer = true;
          list.prepend(...some);
          tidy();
        });
        await nextFrame();
      }
      has.older = found.older;
      tidy();
    });

  const newer = () =>
    has.newer &&
    load(`?after=${last()}`, async (found) => {
      const elements = elementsFrom(found.html).filter((one) => !one.id || !document.getElementById(one.id));
      while (elements.length) {
        const some = elements.splice(0, AT_ONCE);
        steadily(() => {
          if (trimmed(list, MOST - some.length, "start")) has.older = true;
          list.append(...some);
          tidy();
        });
        await nextFrame();
      }
      has.newer = found.newer;
      seen();
    });

  // Asked for by a press, so it is tried a few times.
  async function replaceWith(query) {
    let replaced = false;
    for (let tries = 0; tries < 3 && !replaced; tries += 1) {
      while (loading) await loading;
      await load(query, (found) => {
        list.replaceChildren(...elementsFrom(found.html));
        Object.assign(has, { older: found.older, newer: found.newer || (!query && last() < newest) });
        tidy();
        replaced = true;
      });
    }
  }

  async function toNewest() {
    if (has.newer) await toNewestAnew();
    toEnd();
    seen();
  }

  // Answers the messages that were not here before.
  function show(messages) {
    const fresh = [];
    steadily(() => {
      for (const message of messages) {
        newest = Math.max(newest, message.seq);
        const known = document.getElementById(message.id);
        const [day, item] = parts(message.html);
        if (known) {
          if (Number(known.dataset.change) < message.change) known.replaceWith(item);
        } else if (message.seq > first() || !has.older) {
          fresh.push(message);
          if (!has.newer) place(list, item, day);
        }
      }
      if (atEnd() && trimmed(list, MOST, "start")) has.older = true;
      tidy();
    });
    if (fresh.some((message) => !message.mine)) {
      if (atEnd()) seen();
      else unseen = true;
    }
    tellJump();
    return fresh;
  }

  function parts(html) {
    const elements = elementsFrom(html);
    return [elements.find((one) => one.matches(".day")), elements.find((one) => one.matches(".said"))];
  }

  function tidy() {
    dropRepeatedDays(list);
    if (beginning) beginning.hidden = has.older;
  }

  function seen() {
    if (!atEnd() || document.visibilityState !== "visible") return;
    unseen = false;
    tellJump();
    if (last()) onSeen(last());
  }

  // At each scroll: the same words again would be laid out anew.
  function tellJump() {
    const words = unseen ? jump.dataset.new : jump.dataset.plain;
    jump.hidden = atEnd();
    if (jump.textContent !== words) jump.textContent = words;
  }

  async function jumpTo(id, seq) {
    if (!document.getElementById(id)) await replaceWith(`?at=${seq}`);
    const message = document.getElementById(id);
    message?.scrollIntoView({ block: "center" });
    message?.focus({ preventScroll: true });
    tellJump();
  }

  function sentinel(where) {
    const line = document.createElement("div");
    line.className = "room__edge";
    inside.insertAdjacentElement(where, line);
    return line;
  }

  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) if (entry.isIntersecting) (entry.target === top ? older : newer)();
    },
    { root: scroll, rootMargin: `${NEAR} 0px` },
  );

  // An observer speaks only when something changes: ask it anew after each stretch.
  function watch() {
    for (const line of [top, bottom]) {
      observer.unobserve(line);
      observer.observe(line);
    }
  }

  list.addEventListener("click", (event) => {
    const link = event.target.closest("[data-jump]");
    if (!link) return;
    event.preventDefault();
    jumpTo(link.dataset.jump, link.dataset.jumpSeq);
  });
  jump.addEventListener("click", toNewest);
  let ticking = false;
  scroll.addEventListener(
    "scroll",
    () => {
      if (ticking) return;
      ticking = true;
      requestAnimationFrame(() => {
        ticking = false;
        tellJump();
        if (unseen) seen();
      });
    },
    { passive: true },
  );
  tidy();
  tellJump();
  watch();
  return { show, toEnd, toNewest, renew: toNewestAnew, seen };

  async function toNewestAnew() {
    await replaceWith("");
    if (has.newer) await newer(); // said while these were on their way
    toEnd();
    seen();
  }
}
