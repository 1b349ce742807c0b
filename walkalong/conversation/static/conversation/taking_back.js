// Taking back without leaving the room. Without this script the same link leads to a page that asks.
import { post } from "./post.js";

export function startTakingBack(room, onTaken) {
  const dialog = document.querySelector('[data-part="take-back"]');
  const failed = dialog.querySelector('[data-slot="failed"]');
  const yes = dialog.querySelector('[data-act="yes"]');
  let url = "";

  room.addEventListener("click", (event) => {
    const link = event.target.closest("[data-take-back]");
    if (!link) return;
    event.preventDefault();
    url = link.href;
    failed.hidden = true;
    dialog.showModal();
  });
  dialog.querySelector('[data-act="no"]').addEventListener("click", () => dialog.close());
  yes.addEventListener("click", async () => {
    yes.setAttribute("aria-busy", "true");
    const { status, said } = await post(url, {});
    yes.removeAttribute("aria-busy");
    failed.hidden = status === 200;
    if (status !== 200) return;
    dialog.close();
    onTaken(said);
  });
}
