/**
 * The inside of the frame: makes the element from the frame's address, and talks with the page around. What it sends and
 * takes is in `docs/embedding.md`.
 *
 * Whoever embeds the frame learns its height and what kind of step was taken. Commands, and events that carry answers, are
 * for the origins that the configuration names.
 */

/** What an address may set. Where the call to action leads is not among it: our address must not lead anywhere else. */
const SETTINGS = [
  "currency",
  "data-layer",
  "flow",
  "lang",
  "provider-name",
  "storage",
  "storage-key",
  "theme",
];

/** What the element tells. */
const EVENTS = [
  "ready",
  "start",
  "answer",
  "progress",
  "result",
  "export",
  "cta",
  "reset",
  "error",
];

/** @type {Record<string, (element: import("./element.js").SupportFit) => Promise<unknown>>} */
const COMMANDS = {
  reset: (element) => element.reset(),
  "show-result": (element) => element.showResult(),
  print: (element) => element.print(),
};

/** The origin of the page around, once it has said hello. */
let parentOrigin = "";

/** @type {string[]} */
let trusted = [];

/** @param {object} message */
function send(message) {
  // An opaque origin cannot be named.
  if (parentOrigin) parent.postMessage(message, parentOrigin === "null" ? "*" : parentOrigin);
}

function sendHeight() {
  send({
    type: "support-fit:height",
    height: Math.ceil(document.body.getBoundingClientRect().height),
  });
}

/**
 * The configuration of the address, if it is a file of the frame's own origin.
 *
 * @param {string | null} path
 */
async function configuration(path) {
  if (!path) return null;
  try {
    const url = new URL(path, location.href);
    if (url.origin !== location.origin) throw new Error(`${url} is not on ${location.origin}`);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    return await response.json();
  } catch (error) {
    console.warn("<support-fit> goes on without its configuration.", error);
    return null;
  }
}

const parameters = new URLSearchParams(location.search);
const element = /** @type {import("./element.js").SupportFit} */ (
  document.createElement("support-fit")
);
for (const name of SETTINGS) {
  const value = parameters.get(name);
  if (value !== null) element.setAttribute(name, value);
}
// The page around has decided that the frame is to load.
element.setAttribute("loading", "eager");

addEventListener("message", ({ data, origin, source }) => {
  if (source !== parent || parent === window || typeof data?.type !== "string") return;
  if (data.type === "support-fit:hello") {
    parentOrigin = origin;
    sendHeight();
  } else if (data.type === "support-fit:command" && trusted.includes(origin)) {
    if (Object.hasOwn(COMMANDS, data.name)) void COMMANDS[data.name]?.(element).catch(() => {});
  }
});

for (const name of EVENTS) {
  element.addEventListener(`support-fit-${name}`, (event) => {
    const { answer, ...detail } = /** @type {CustomEvent} */ (event).detail;
    const told =
      trusted.includes(parentOrigin) && answer !== undefined ? { ...detail, answer } : detail;
    send({ type: "support-fit:event", name, detail: told });
  });
}

new ResizeObserver(sendHeight).observe(document.body);

const config = await configuration(parameters.get("config"));
if (Array.isArray(config?.frameParents)) trusted = config.frameParents;
element.config = config;
document.body.append(element);
