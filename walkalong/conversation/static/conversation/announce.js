// New words of the other are said aloud, once and politely; one's own and older ones are not.
const HEARD_AFTER = 8_000;

export function announceFrom(status) {
  let timer = null;
  return (message) => {
    clearTimeout(timer);
    status.textContent = ""; // what was taken back meanwhile must not stay here
    if (!message) return;
    const words = message.querySelector(".said__words")?.textContent;
    if (!words && !message.querySelector(".said__picture")) return;
    status.textContent = `${status.dataset.said} ${words || status.dataset.picture}`;
    timer = setTimeout(() => (status.textContent = ""), HEARD_AFTER);
  };
}
