/**
 * Opens a modal dialog where the visitor looks. In a page of its own, browsers do that. A frame as tall as its content is mostly
 * out of view, and may not ask where the page around it has scrolled to, but an intersection observer says what is in view.
 *
 * @param {HTMLDialogElement} dialog
 */
export function openDialog(dialog) {
  if (window === window.top) return show(dialog);
  new IntersectionObserver(([entry], observer) => {
    observer.disconnect();
    const { top, bottom, height } = /** @type {IntersectionObserverEntry} */ (entry)
      .intersectionRect;
    // No height: nothing is in view.
    if (height) {
      Object.assign(dialog.style, {
        top: `${top}px`,
        bottom: `${innerHeight - bottom}px`,
        maxHeight: `calc(${height}px - 2em)`,
      });
    }
    show(dialog);
  }).observe(/** @type {Element} */ (document.querySelector(":root")));
}

/** @param {HTMLDialogElement} dialog */
function show(dialog) {
  // It was opened twice, or removed meanwhile.
  if (dialog.isConnected && !dialog.open) dialog.showModal();
}
