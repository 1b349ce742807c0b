// Lists of messages as elements: making, ordering, trimming, and days said once.
export function elementsFrom(html) {
  const template = document.createElement("template");
  template.innerHTML = html; // drawn and escaped by our own server
  return [...template.content.children];
}

export function messagesIn(list) {
  return [...list.querySelectorAll(":scope > [data-seq]")];
}

// Puts a message where its number belongs, with its day before it.
export function place(list, item, day) {
  const seq = Number(item.dataset.seq);
  let next = null;
  for (let other = list.lastElementChild; other; other = other.previousElementSibling) {
    if (other.dataset.seq && Number(other.dataset.seq) < seq) break;
    next = other;
  }
  for (const element of day ? [day, item] : [item]) list.insertBefore(element, next);
}

// A day stands once, before its first message. A new stretch brings its own first day along.
export function dropRepeatedDays(list) {
  let current = "";
  for (const element of [...list.children]) {
    if (element.matches(".day")) {
      const following = nextMessage(element);
      if (!following || following.dataset.day === current) element.remove();
    } else if (element.dataset.seq) current = element.dataset.day;
  }
}

function nextMessage(element) {
  let next = element.nextElementSibling;
  while (next && !next.dataset.seq) next = next.nextElementSibling;
  return next;
}

// Keeps at most `most` messages, letting go at one end. True when something went.
export function trimmed(list, most, end) {
  const messages = messagesIn(list);
  const over = messages.length - most;
  if (over <= 0) return false;
  if (end === "end") {
    const lastKept = messages[most - 1];
    while (list.lastElementChild !== lastKept) list.lastElementChild.remove();
    return true;
  }
  const firstKept = messages[over];
  let day = null;
  while (list.firstElementChild !== firstKept) {
    if (list.firstElementChild.matches(".day")) day = list.firstElementChild;
    list.firstElementChild.remove();
  }
  if (day) list.prepend(day);
  return true;
}
