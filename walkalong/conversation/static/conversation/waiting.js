// Shows what was not sent yet, below what was, and what one can do about it.
export function startWaiting(room, { again, edit, drop, bringBack }) {
  const list = room.querySelector("[data-waiting]");
  const part = document.querySelector('[data-part="waiting"]');
  const records = new Map();
  const pictures = new Map();

  function draw(record) {
    const item = part.content.firstElementChild.cloneNode(true);
    item.dataset.n = record.n;
    slot(item, "words").textContent = record.body;
    slot(item, "words").hidden = !record.body;
    if (record.reply) reveal(item, "quote").textContent = record.reply.words;
    if (record.picture) {
      const address = URL.createObjectURL(record.picture);
      pictures.set(record.n, address);
      reveal(item, "picture");
      slot(item, "image").src = address;
    }
    return item;
  }

  function update(item, record) {
    const state = slot(item, "state");
    const name = record.state === "waiting" && record.sending ? "sending" : record.state;
    state.textContent = state.dataset[name];
    item.dataset.state = name;
    const acts = slot(item, "acts");
    const here = document.activeElement; // a button that hides must not take the place of who stands on it away
    acts.hidden = name !== "refused" && !record.stuck;
    slot(item, "bubble").hidden = name === "gone";
    slot(item, "back").hidden = name !== "gone";
    if (item.contains(here) && here.closest("[hidden]")) item.focus({ preventScroll: true });
    slot(item, "why").textContent = record.why ?? "";
    slot(item, "why").hidden = !record.why;
    item.querySelector('[data-act="again"]').hidden = Boolean(record.closed || record.stuck);
    item.querySelector('[data-act="edit"]').hidden = Boolean(record.closed);
  }

  function remove(n) {
    const item = list.querySelector(`[data-n="${n}"]`);
    if (item?.contains(document.activeElement)) room.focus({ preventScroll: true });
    item?.remove();
    records.delete(n);
    if (pictures.has(n)) URL.revokeObjectURL(pictures.get(n));
    pictures.delete(n);
  }

  function show(now) {
    const kept = new Set(now.map((record) => record.n));
    for (const n of [...records.keys()]) if (!kept.has(n)) remove(n);
    for (const record of now) {
      let item = list.querySelector(`[data-n="${record.n}"]`);
      if (!item) {
        item = draw(record);
        list.append(item);
      }
      records.set(record.n, record);
      update(item, record);
    }
  }

  list.addEventListener("click", (event) => {
    const act = event.target.closest("[data-act]")?.dataset.act;
    const record = records.get(Number(event.target.closest("[data-n]")?.dataset.n));
    if (!act || !record) return;
    if (act === "again") again(record.n);
    if (act === "edit") edit(record);
    if (act === "drop") drop(record.n);
    if (act === "back") bringBack(record.n);
  });
  return { show, remove };
}

function slot(item, name) {
  return item.querySelector(`[data-slot="${name}"]`);
}

function reveal(item, name) {
  const found = slot(item, name);
  found.hidden = false;
  return found;
}
