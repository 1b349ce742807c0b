// "Don't tell me this again" can be taken back, where the companion is explained.
import { hearAllAgain, neverOf } from "./companion_never.js";

const person = document.documentElement.dataset.person;
const place = document.querySelector("[data-hear-again]");
const said = place.querySelector("[data-done]");

place.hidden = neverOf(person).size === 0;
place.querySelector("button").addEventListener("click", (event) => {
  hearAllAgain(person);
  said.textContent = said.dataset.done;
  said.focus();
  event.target.hidden = true;
});
