// How long a page takes to respond to a change.

/** @typedef {import("@playwright/test").Locator} Locator */

/**
 * The time that a change takes in milliseconds: event handlers and layout, without the wait for the next frame.
 *
 * @param {Locator} control
 * @param {string} [value] The value to enter; without it, the control is clicked.
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
    // Handlers defer some work to microtasks.
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
 * The median.
 *
 * @param {number[]} times
 */
export function median(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

/**
 * A bound that also holds on a slow or busy machine. People compare the printed time with the release's own bound.
 *
 * @param {number} time The release's bound, in milliseconds.
 */
export const bound = (time) => 4 * time;
