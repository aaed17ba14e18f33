// Extras only: every page works without this file.
"use strict";

// A field for files also takes files dropped anywhere on its box.
document.addEventListener("dragover", (event) => {
  if (event.target.closest("[data-drop]")) event.preventDefault();
});
document.addEventListener("drop", (event) => {
  const box = event.target.closest("[data-drop]");
  const input = box && box.querySelector("input[type=file]");
  if (!input || !event.dataTransfer.files.length) return;
  event.preventDefault();
  input.files = event.dataTransfer.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
});

// A button that prints is shown only where it can print.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// After a failed submit the summary of errors takes the focus.
const summary = document.querySelector(".errsum[autofocus]");
if (summary) summary.focus();
