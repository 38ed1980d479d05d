// Keys: a control with data-key="x" is used by the key x. Everything works without this script, by mouse and Tab.
"use strict";
document.addEventListener("keydown", (event) => {
  const field = document.activeElement;
  const typing = field && /^(INPUT|SELECT|TEXTAREA)$/.test(field.tagName);
  if (typing && event.key === "Escape") { field.blur(); return; }
  if (typing || event.ctrlKey || event.altKey || event.metaKey) return;
  for (const control of document.querySelectorAll("[data-key]")) {
    if (control.dataset.key !== event.key) continue;
    event.preventDefault();
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(control.tagName)) control.focus(); else control.click();
    return;
  }
});
// The name of the reviewer is written once and goes with every form of the page.
document.addEventListener("submit", (event) => {
  const other = event.target.dataset.with && document.getElementById(event.target.dataset.with);
  const own = event.target.querySelector('input[type="hidden"][name="reviewer"]');
  if (other && own) own.value = other.value;
});
