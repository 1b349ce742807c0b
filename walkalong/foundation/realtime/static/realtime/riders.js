// Parts of a page that follow something of their own on the one connection the page has.
//
//   ride("name:id", { since: () => 12, heard: (frame) => {…} });    // before the page's own script connects
//
// The script that holds the connection asks riding() for their topics and hands on what is not its own.

const riders = new Map();

export function ride(topic, rider) {
  riders.set(topic, rider);
}

export function riding() {
  return Object.fromEntries([...riders].map(([topic, { since }]) => [topic, since()]));
}

export function passOn(frame) {
  riders.get(frame.topic)?.heard(frame);
}
