// One form sent by script: what came of it, in four words that the caller can act on.
export const ANSWERED = "answered";
export const SIGNED_OUT = "signed out";
export const UNREACHABLE = "unreachable";

const PATIENCE = 20_000;
const PATIENCE_WITH_A_PICTURE = 120_000;

export async function post(url, fields, { patient = false, signal = null, live = "" } = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const limit = AbortSignal.timeout(patient ? PATIENCE_WITH_A_PICTURE : PATIENCE);
  let response;
  try {
    response = await fetch(url, {
      method: "POST",
      body: form,
      headers: { Accept: "application/json", "X-CSRFToken": token(), "X-Live": live },
      redirect: "manual", // to the page where one signs in
      signal: signal && AbortSignal.any ? AbortSignal.any([signal, limit]) : (signal ?? limit),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    return { outcome: UNREACHABLE };
  }
  if (response.type === "opaqueredirect" || response.status === 401 || response.status === 403) return { outcome: SIGNED_OUT };
  if (response.status >= 500 || response.status === 408) return { outcome: UNREACHABLE };
  try {
    return { outcome: ANSWERED, status: response.status, said: await response.json() };
  } catch {
    return response.ok ? { outcome: UNREACHABLE } : { outcome: ANSWERED, status: response.status, said: null };
  }
}

// Read anew each time: signing in again changes it.
function token() {
  return /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? "";
}
