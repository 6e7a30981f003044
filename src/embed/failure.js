/** Errors that keep the application from loading or make it crash. */

/** @typedef {import("./first-screen.js").Tree} Tree */

import { emit } from "./events.js";
import { draw } from "./first-screen.js";

/**
 * By code, what the site owner has to do; nothing if the visitor is offline. For the console; visitors never see it.
 *
 * @type {Readonly<Record<string, string>>}
 */
const REMEDIES = {
  unsupported: "This browser is too old or has no WebAssembly.",
  "blocked-by-policy": "Add it to the page's policy. For .wasm: 'wasm-unsafe-eval'.",
  unreachable: "Send it with Access-Control-Allow-Origin.",
  "not-found": "Deploy the whole build. Do not copy its loader elsewhere.",
  refused: "Look into the log of the server or its firewall.",
  "wrong-type": "Send it as text/javascript.",
  "broken-build": "Deploy the whole build.",
  crashed: "Please report this.",
};

/**
 * An error with a stable code.
 *
 * @typedef {Error & { code: string }} Failure
 */

/**
 * @param {string} code
 * @param {string} where The URL that failed.
 * @param {unknown} [cause]
 * @returns {Failure}
 */
export function failure(code, where, cause) {
  const message = [`${code}:`, where, cause, REMEDIES[code]];
  // Servers do not send files of types that they do not know.
  if (code === "not-found" && where.endsWith("wasm"))
    message.push("Add .wasm to the server's types.");
  return Object.assign(new Error(message.filter(Boolean).join(" "), { cause }), { code });
}

/**
 * Reports a failure to the developer and the page.
 *
 * @param {EventTarget} target Of the event.
 * @param {Failure} failure
 */
export function report(target, failure) {
  const { code, message } = failure;
  console.error("<support-fit>", failure);
  emit(target, "error", { code, message });
}

/**
 * The message that replaces the application: text, buttons, and the fallback content.
 *
 * @param {string} text
 * @param {Record<string, () => void>} actions What each button does, by its label.
 * @param {string} lang Of the text and the labels.
 */
export function message(text, actions, lang) {
  const root = draw([
    "div.root",
    { lang },
    [
      "div.shell",
      [
        "div",
        { role: "alert" },
        ["slot", { name: "failed" }, ["p.lead", text]],
        [
          "div.actions",
          ...Object.keys(actions).map((label) => /** @type {Tree} */ (["button.primary", label])),
        ],
      ],
      ["slot"],
    ],
  ]);
  for (const button of root.querySelectorAll("button"))
    button.onclick = /** @type {() => void} */ (actions[button.textContent]);
  return root;
}
