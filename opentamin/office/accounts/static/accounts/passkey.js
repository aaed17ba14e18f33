// Signing in by a passkey, and making one. Every other way in works without this file.
const box = document.getElementById("passkey");
const canSpeak = window.PublicKeyCredential && PublicKeyCredential.parseRequestOptionsFromJSON;

if (box && canSpeak) {
  box.hidden = false;
  document.getElementById("passkey-none")?.setAttribute("hidden", "");
  const button = box.querySelector("button");
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      await ("register" in box.dataset ? register() : signIn());
    } catch (error) {
      say(error.words || (error instanceof DOMException ? box.dataset.refused : box.dataset.failed));
    }
    button.disabled = false;
  });
}

async function signIn() {
  const options = PublicKeyCredential.parseRequestOptionsFromJSON(await ask(box.dataset.begin));
  const credential = await navigator.credentials.get({ publicKey: options });
  const wanted = document.querySelector("input[name=next]").value;
  const answer = await ask(`${box.dataset.complete}?${new URLSearchParams({ next: wanted })}`, credential.toJSON());
  location.assign(answer.redirect_url);
}

async function register() {
  const options = PublicKeyCredential.parseCreationOptionsFromJSON(await ask(box.dataset.begin));
  const credential = await navigator.credentials.create({ publicKey: options });
  const name = document.getElementById("passkey-name").value;
  await ask(box.dataset.complete, { ...credential.toJSON(), name });
  location.assign(box.dataset.next);
}

async function ask(address, body = {}) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": box.querySelector("[name=csrfmiddlewaretoken]").value },
    body: JSON.stringify(body),
  });
  if (answer.ok) return answer.json();
  const told = await answer.json().catch(() => ({}));
  throw Object.assign(new Error(told.code), { words: told.code === "not_confirmed" ? told.detail : "" });
}

function say(words) {
  const note = document.getElementById("passkey-says");
  note.querySelector("p").textContent = words;
  note.hidden = false;
}
