// Answering a certain message: its beginning stands above the words.
export function startReply(form, room, onChosen) {
  const field = form.elements.reply_to;
  const line = form.querySelector("[data-reply-line]");
  const gone = form.querySelector("[data-reply-gone]");
  const quoted = form.querySelector("[data-reply-words]");

  function to({ id, words }) {
    gone.textContent = "";
    field.value = id;
    quoted.textContent = words || quoted.dataset.whenPicture;
    line.hidden = false;
  }

  function clear() {
    field.value = "";
    quoted.textContent = "";
    line.hidden = true;
    gone.textContent = "";
  }

  room.addEventListener("click", (event) => {
    if (event.target.closest("[data-drop-reply]")) {
      event.preventDefault();
      clear();
      onChosen();
      return;
    }
    const link = event.target.closest("[data-reply]");
    if (!link) return;
    event.preventDefault();
    const message = link.closest("[data-seq]");
    link.closest("details").open = false;
    const words = message.querySelector(".said__words")?.textContent ?? "";
    to({ id: message.id.slice(2), words: words.replace(/\s+/g, " ").trim().slice(0, 140) });
    onChosen();
  });

  return {
    to,
    clear,
    current: () => (field.value ? { id: field.value, words: quoted.textContent } : null),
    // What was taken back meanwhile is no longer quoted, and whoever answers it is told. True when it was so.
    check(typed) {
      const message = field.value ? document.getElementById(`m-${field.value}`) : null;
      if (!message?.querySelector(".said__gone")) return false;
      clear();
      gone.textContent = typed ? gone.dataset.goneWords : gone.dataset.gone;
      return true;
    },
  };
}
