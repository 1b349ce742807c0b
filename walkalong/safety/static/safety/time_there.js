// What the clock says where the programme is. This device says it: the card is also read without a network.
const now = (timeZone) =>
  new Intl.DateTimeFormat(document.documentElement.lang, {
    weekday: "long",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23", // as the programme writes its hours
    timeZone,
  }).format();

function say(place) {
  try {
    const there = now(place.dataset.timeIn);
    place.hidden = there === now();
    place.querySelector("time").textContent = there;
  } catch {
    place.hidden = true; // a zone this browser does not know
  }
}

const places = document.querySelectorAll("[data-time-in]");
const sayAll = () => places.forEach(say);
sayAll();
if (places.length) setInterval(sayAll, 20_000);
