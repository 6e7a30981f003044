/** The script of `studio.html`: starts the form, and gives it what it needs from the browser. */

import { saveFile } from "../src/browser/files.js";
import { instantiate } from "./instance.js";
import { Preview } from "./preview-host.js";

/**
 * What the form calls (`Page` in `src/browser/mod.rs`).
 *
 * @typedef {object} Page
 * @property {string} version
 * @property {string} integrity
 * @property {(text: string, then: (isCopied: boolean) => void) => void} copy
 * @property {(name: string, type: string, text: string) => void} download
 * @property {(event: Event, longest: number, then: (text: string | undefined, problem: string) => void) => void} readFile
 * @property {(view: string) => void} preview
 * @property {(listener: (message: string) => void) => void} onPreview
 * @property {(settings: string, then: (report: string | undefined) => void) => void} fairness
 * @property {() => string} address
 * @property {() => string} fragment
 * @property {(fragment: string) => void} setFragment
 * @property {(id: string) => void} focus
 */

const { wasm, worker, version, integrity } = SUPPORT_FIT_STUDIO;

const root = /** @type {HTMLElement} */ (document.querySelector("#studio"));

/** @param {string} text */
function fail(text) {
  const message = document.createElement("p");
  message.setAttribute("role", "alert");
  message.textContent = text;
  document.body.prepend(message);
}

/** @param {string} file */
const address = (file) => new URL(file, import.meta.url).href;

/**
 * Reads the file that was chosen or dropped.
 *
 * @param {Event} event
 * @param {number} longest In bytes.
 */
async function chosen(event, longest) {
  const field = /** @type {HTMLInputElement} */ (event.target);
  const [file] = /** @type {DragEvent} */ (event).dataTransfer?.files ?? field.files ?? [];
  if (!file) throw new Error("No file was chosen.");
  const { size } = file;
  if (size > longest) {
    const [is, most] = [size, longest].map((bytes) => bytes.toLocaleString("en"));
    throw new Error(`The file has ${is} bytes; the limit is ${most}.`);
  }
  return file.text().catch(() => {
    throw new Error("The file could not be read.");
  });
}

/** Makes the address of the worker acceptable to trusted types. */
const trustedWorker = (() => {
  const url = address(worker);
  const types = /** @type {any} */ (globalThis).trustedTypes;
  return types
    ? types.createPolicy("support-fit-studio", { createScriptURL: () => url }).createScriptURL("")
    : url;
})();

const module = WebAssembly.compileStreaming(fetch(address(wasm)));

/** @type {Worker | undefined} */
let computing;

/** @type {Page["fairness"]} */
async function fairness(settings, then) {
  computing?.terminate();
  const own = (computing = new Worker(trustedWorker, { type: "module" }));
  /** @param {string | null} report */
  const end = (report) => {
    if (computing !== own) return;
    own.terminate();
    computing = undefined;
    then(report ?? undefined);
  };
  own.addEventListener("message", ({ data }) => end(data));
  own.addEventListener("error", () => end(null));
  own.postMessage({ module: await module, settings });
}

/** @param {string} id */
function focus(id) {
  const element = document.getElementById(id);
  for (let part = element?.closest("details"); part; part = part.parentElement?.closest("details"))
    part.open = true;
  element?.focus();
}

const preview = new Preview();

/** @type {Page} */
const page = {
  version,
  integrity,
  copy(text, then) {
    // There is no clipboard on an insecure page.
    const copied = navigator.clipboard?.writeText(text) ?? Promise.reject();
    copied.then(
      () => then(true),
      () => then(false),
    );
  },
  download: saveFile,
  readFile(event, longest, then) {
    const field = event.target;
    chosen(event, longest)
      .then(
        (text) => then(text, ""),
        (error) => then(undefined, error.message),
      )
      .finally(() => {
        // So that the same file can be chosen again.
        if (field instanceof HTMLInputElement) field.value = "";
      });
  },
  preview: (view) => preview.show(JSON.parse(view)),
  onPreview: (listener) => (preview.listener = (message) => listener(JSON.stringify(message))),
  fairness: (settings, then) => void fairness(settings, then),
  address: () => new URL("./", location.href).href,
  fragment: () => location.hash.slice(1),
  setFragment(fragment) {
    const { pathname, search } = location;
    history.replaceState(history.state, "", fragment ? `#${fragment}` : pathname + search);
  },
  focus(id) {
    if (document.getElementById(id)) focus(id);
    // What a press has just added is drawn first.
    else requestAnimationFrame(() => focus(id));
  },
};

// A link that is opened where the studio is open already only changes the fragment.
addEventListener("hashchange", () => {
  if (location.hash.startsWith("#design-")) location.reload();
});

// A field of several lines is read when it is left.
addEventListener("pagehide", () => {
  if (document.activeElement instanceof HTMLTextAreaElement) document.activeElement.blur();
});

// The browser would leave the page to show a file that is dropped next to its place.
for (const name of ["dragover", "drop"])
  addEventListener(name, (event) => {
    const { dataTransfer } = /** @type {DragEvent} */ (event);
    if (dataTransfer?.types.includes("Files")) event.preventDefault();
  });

addEventListener("error", ({ error }) => {
  if (error instanceof WebAssembly.RuntimeError)
    fail("The studio has crashed. Your draft is saved on this device: reload the page.");
});

try {
  const { start } = await instantiate(await module);
  start(root, page);
} catch (error) {
  fail("The studio could not start. It may need a newer browser, or the rest of the build.");
  throw error;
}
