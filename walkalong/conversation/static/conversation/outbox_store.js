// Where unsent messages wait: IndexedDB, or the page's memory in a browser that keeps nothing.
const DATABASE = "walkalong";
const STORE = "waiting";
const PATIENCE = 4000; // a browser may never answer at all

export async function openStore() {
  try {
    return await Promise.race([lasting(), new Promise((_, reject) => setTimeout(reject, PATIENCE))]);
  } catch {
    return passing();
  }
}

async function lasting() {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => {
    const store = opening.result.createObjectStore(STORE, { keyPath: "n", autoIncrement: true });
    store.createIndex("owner", "owner");
  };
  const database = await done(opening);
  const close = () => database.close();
  database.onversionchange = close; // signing out deletes it, from any tab
  addEventListener("walkalong:signing-out", close);

  // Resolves when the transaction is complete: only then is it safe to forget the words elsewhere.
  async function act(work) {
    const transaction = database.transaction(STORE, "readwrite", { durability: "strict" });
    const request = work(transaction.objectStore(STORE));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
    return request.result;
  }

  return {
    lasts: true,
    add: (record) => act((store) => store.add(record)),
    put: (record) => act((store) => store.put(record)),
    remove: (n) => act((store) => store.delete(n)),
    all: (owner) => act((store) => store.index("owner").getAll(owner)),
  };
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error);
  });
}

function passing() {
  const records = new Map();
  let last = 0;
  return {
    lasts: false,
    add: async (record) => {
      records.set(++last, { ...record, n: last });
      return last;
    },
    put: async (record) => records.set(record.n, record),
    remove: async (n) => records.delete(n),
    all: async (owner) => [...records.values()].filter((record) => record.owner === owner).sort((one, other) => one.n - other.n),
  };
}
