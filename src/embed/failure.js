/**
 * Why the application could not start or had to stop: a stable code, what the visitor reads, and what the owner of the
 * site has to do.
 */

/** @typedef {import("./first-screen.js").Tree} Tree */

import { draw } from "./first-screen.js";

/**
 * What the owner of the site has to do. In English, as everything in a console; the visitor never sees it.
 *
 * @type {Readonly<Record<string, string>>}
 */
const REMEDIES = {
  unsupported: "This browser is too old.",
  "blocked-by-policy": "Add its origin and 'wasm-unsafe-eval' to script-src.",
  offline: "There is no network.",
  unreachable: "Add its origin to connect-src, and send it with Access-Control-Allow-Origin.",
  "wrong-type": "Send it as text/javascript or application/wasm.",
  crashed: "Please report this.",
};

/** A failure with a stable code. */
export class Failure extends Error {
  /**
   * @param {string} code
   * @param {string} where The address that it is about.
   * @param {unknown} [cause]
   */
  constructor(code, where, cause) {
    // `not-found` and `broken-build`: files of the build are missing or mixed with those of another.
    const remedy = REMEDIES[code] ?? "Deploy a whole build.";
    super(`${code}: ${[where, cause].filter(Boolean).join(" ")}. ${remedy}`, { cause });
    this.code = code;
    this.name = "Failure";
  }
}

/**
 * What the visitor sees instead of the application: a message with a way on, and the fallback content.
 *
 * @param {string} text
 * @param {Record<string, () => void>} ways What each button says and does.
 */
export function message(text, ways) {
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
          ...Object.keys(ways).map((way) => /** @type {Tree} */ (["button.primary", way])),
        ],
      ],
      ["slot"],
    ],
  ]);
  for (const button of root.querySelectorAll("button"))
    button.onclick = /** @type {() => void} */ (ways[button.textContent]);
  return root;
}
