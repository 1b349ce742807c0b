// Where nothing can be written just now, or any more: says that what was begun is kept, and lets it be copied.
import { begunBy, letGoOfDrafts } from "./draft.js";

export function showRestingDraft(room, owner) {
  const place = room.querySelector("[data-resting-draft]");
  const body = begunBy(owner);
  if (!place || !body.trim()) return;
  const field = place.querySelector("textarea");
  if (field) field.value = body;
  place.hidden = false;
  place.querySelector("[data-let-go]")?.addEventListener("click", () => {
    letGoOfDrafts(owner);
    place.hidden = true;
    room.focus();
  });
}
