/**
 * Shows [data-passkey] only where passkeys can work ([data-no-passkey] elsewhere), and says kindly when one did not.
 * Browsers refuse passkeys for a bare network address such as 127.0.0.1; `localhost` and names are fine.
 */
const bareAddress = /^[\d.]+$|^\[/.test(location.hostname);
const possible = "PublicKeyCredential" in window && window.isSecureContext && !bareAddress;
for (const part of document.querySelectorAll("[data-passkey]")) part.hidden = !possible;
for (const part of document.querySelectorAll("[data-no-passkey]")) part.hidden = possible;

document.addEventListener("allauth.error", (event) => {
  event.preventDefault(); // allauth would only write to the console
  const trouble = document.querySelector("[data-passkey-trouble]");
  if (trouble) trouble.hidden = false;
});
