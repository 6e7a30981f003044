/** The page's side of the preview: a channel to the frame, and what it has to show. */

/** The `id` of the frame, as in `src/host.rs`. */
const ID = "preview";

/** By which the frame asks for the channel. */
export const HERE = "support-fit-studio-preview";

/** @typedef {import("./preview.js").View} View */

export class Preview {
  /** @type {MessagePort | undefined} */
  #port;

  /** @type {View | undefined} */
  #view;

  /** @type {(message: unknown) => void} */
  listener = () => {};

  constructor() {
    addEventListener("message", ({ data, source }) => {
      const frame = document.getElementById(ID);
      if (data !== HERE || !(frame instanceof HTMLIFrameElement)) return;
      // The frame has an opaque origin, so its window is what identifies it.
      if (source !== frame.contentWindow) return;
      const { port1, port2 } = new MessageChannel();
      this.#port?.close();
      this.#port = port1;
      port1.addEventListener("message", ({ data }) => this.listener(data));
      port1.start();
      frame.contentWindow?.postMessage(HERE, "*", [port2]);
      if (this.#view) port1.postMessage(this.#view);
    });
  }

  /**
   * Shows a view as soon as the frame is there. Also after the frame has reloaded itself.
   *
   * @param {View} view
   */
  show(view) {
    this.#view = view;
    this.#port?.postMessage(view);
  }
}
