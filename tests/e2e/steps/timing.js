// How long a page takes to follow what is changed on it.

/** @typedef {import("@playwright/test").Locator} Locator */

/**
 * The time until the page has its new shape: the handlers and the layout, without the wait for the next frame, in
 * milliseconds.
 *
 * @param {Locator} control
 * @param {string} [value] What is entered; without one it is pressed.
 */
export function timeOfChange(control, value) {
  return control.evaluate(async (/** @type {HTMLInputElement} */ input, value) => {
    const { host } = /** @type {ShadowRoot} */ (input.getRootNode());
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const start = performance.now();
    if (value === undefined) input.click();
    else {
      input.value = value;
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    // What the handlers put off until after them is done in microtasks.
    await new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
    host.getBoundingClientRect();
    return Math.round((performance.now() - start) * 10) / 10;
  }, value);
}

/**
 * The time that half of them do not exceed.
 *
 * @param {number[]} times
 */
export function median(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

/**
 * A bound that also holds on a slow or busy machine. What a test prints is compared with the release's own bound by people.
 *
 * @param {number} time The release's bound, in milliseconds.
 */
export const bound = (time) => 4 * time;
