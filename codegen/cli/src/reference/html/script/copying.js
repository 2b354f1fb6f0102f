// Copying

async function copy(button, what) {
  const copied = await writeToClipboard(what);
  const message = text(copied ? "copied" : "not-copied");
  announcement.textContent = message;
  button.textContent = message;
  button.addEventListener("blur", () => { button.textContent = text(button.dataset.text); }, { once: true });
}

async function writeToClipboard(what) {
  try {
    await navigator.clipboard.writeText(what);
    return true;
  } catch {
    // A page on disk may not have access to the clipboard: select the text and copy it.
    const field = document.createElement("textarea");
    const focused = document.activeElement;
    field.value = what;
    field.className = "unseen";
    document.body.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    focused?.focus();
    return copied;
  }
}

