// Which notes this person does not want to hear again: kept on this device alone.
const keyOf = (person) => `walkalong:companion-never:${person}`;

export function neverOf(person) {
  try {
    return new Set(JSON.parse(localStorage.getItem(keyOf(person))) ?? []);
  } catch {
    return new Set();
  }
}

export function neverAgain(person, label) {
  try {
    localStorage.setItem(keyOf(person), JSON.stringify([...neverOf(person).add(label)]));
    return true;
  } catch {
    return false; // nothing can be kept here
  }
}

export function hearAllAgain(person) {
  try {
    localStorage.removeItem(keyOf(person));
  } catch {
    // nothing was kept
  }
}
