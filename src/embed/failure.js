/** Errors that keep the application from loading or make it crash. */

/** @typedef {import("./first-screen.js").Tree} Tree */

import { draw } from "./first-screen.js";

/**
 * By code, what the site owner has to do. For the console; visitors never see it.
 *
 * @type {Readonly<Record<string, string>>}
 */
const REMEDIES = {
  unsupported: "This browser is too old.",
  "blocked-by-policy":
    "Allow its origin and 'wasm-unsafe-eval' in script-src, and support-fit in trusted-types.",
  offline: "There is no network.",
  unreachable: "Allow its origin in connect-src, and send Access-Control-Allow-Origin.",
  "wrong-type": "Send it as text/javascript or application/wasm.",
  crashed: "Please report this.",
};

/** An error with a stable code. */
export class Failure extends Error {
  /**
   * @param {string} code
   * @param {string} where The URL that failed.
   * @param {unknown} [cause]
   */
  constructor(code, where, cause) {
    // `not-found` and `broken-build`: files are missing, or from another build.
    const remedy = REMEDIES[code] ?? "Deploy a whole build.";
    super(`${code}: ${[where, cause].filter(Boolean).join(" ")}. ${remedy}`, { cause });
    this.code = code;
    this.name = "Failure";
  }
}

/**
 * The message that replaces the application: text, buttons, and the fallback content.
 *
 * @param {string} text
 * @param {Record<string, () => void>} actions What each button does, by its label.
 */
export function message(text, actions) {
  const root = draw([
    "div.root",
    { lang: SUPPORT_FIT.first.language },
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
