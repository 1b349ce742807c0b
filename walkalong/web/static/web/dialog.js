// Buttons that open and close a <dialog>: data-opens="id", data-closes. Without JavaScript the same button is a link
// to a page that asks the same question, so give it an href.
addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  const dialog = opener && document.getElementById(opener.dataset.opens);
  if (dialog) {
    event.preventDefault();
    dialog.showModal();
    return;
  }
  const closer = event.target.closest("[data-closes]");
  const open = closer ? closer.closest("dialog") : event.target.matches?.("dialog[open]") && pressedOutside(event);
  if (open) open.close();
});

function pressedOutside(event) {
  const box = event.target.getBoundingClientRect();
  const inside =
    event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
  return inside ? null : event.target;
}
