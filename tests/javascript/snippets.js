// The HTML that the documents tell people to paste, and what is left of it in a finished page.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

import { transformSync } from "esbuild";
import { parse, parseFragment } from "parse5";

/** @typedef {import("parse5").DefaultTreeAdapterTypes.ChildNode} Node */
/** @typedef {import("parse5").DefaultTreeAdapterTypes.Element} Element */

/**
 * An element as its name, its attributes and its content, or a text.
 *
 * @typedef {string | [string, Record<string, string>, ...Piece[]]} Piece
 */

export const ROOT = new URL("../../", import.meta.url);

/** @param {string} path Relative to the project folder. */
export const read = (path) => readFileSync(new URL(path, ROOT), "utf8");

/** @param {string} pattern */
const files = (pattern) =>
  execFileSync("git", ["ls-files", pattern], { cwd: ROOT, encoding: "utf8" }).trim().split("\n");

/**
 * Every snippet in HTML: the files, and the blocks in the documents that are not copies of them.
 *
 * @returns {{ name: string, html: string }[]}
 */
export function snippets() {
  /** @type {Map<string, string>} */
  const names = new Map();
  for (const path of files("docs/snippets/*.html")) names.set(read(path).trim(), path);
  for (const path of ["README.md", ...files("docs/*.md")]) {
    for (const [, html = ""] of read(path).matchAll(/^```html\n(.*?)^```$/gms)) {
      const start = html.trim().slice(0, 60);
      if (!names.has(html.trim())) names.set(html.trim(), `${path}: ${start}`);
    }
  }
  return [...names].map(([html, name]) => ({ name, html }));
}

/** The paragraphs around a snippet in a post. */
const [BEFORE, AFTER] = ["Before it.", "After it."];

/**
 * A post with the snippet between two paragraphs.
 *
 * @param {string} html
 * @param {string} [gap]
 */
export const post = (html, gap = "\n\n") => `${BEFORE}${gap}${html}${gap}${AFTER}\n`;

/**
 * The snippet itself.
 *
 * @param {string} html
 */
export const wanted = (html) => parseFragment(html).childNodes.flatMap(pieces);

/**
 * What a page has besides the two paragraphs. A paragraph around nothing but a script is invisible, so only the script is
 * returned.
 *
 * @param {string} page
 */
export function found(page) {
  const body = parse(page).childNodes.flatMap(pieces)[0]?.at(-1);
  const [, , ...content] = /** @type {Exclude<Piece, string>} */ (body);
  return content.flatMap((piece) => {
    const [name, , ...inner] = typeof piece === "string" ? ["", {}, piece] : piece;
    if (inner.length === 1 && [BEFORE, AFTER].includes(String(inner[0]))) return [];
    return name === "p" && inner.every(([name]) => name === "script") ? inner : [piece];
  });
}

/**
 * @param {Node} node
 * @returns {Piece[]}
 */
function pieces(node) {
  if (node.nodeName === "#text") {
    const text = /** @type {{ value: string }} */ (node).value.replace(/\s+/g, " ").trim();
    return text ? [text] : [];
  }
  const { tagName, attrs, childNodes } = /** @type {Element} */ (node);
  if (!tagName) return [];
  const attributes = attrs.map(({ name, value }) => [name, value]).sort();
  const inner = tagName === "script" ? script(node) : childNodes.flatMap(pieces);
  return [[tagName, Object.fromEntries(attributes), ...inner]];
}

/**
 * The content of a script in one form, whatever its spaces and comments.
 *
 * @param {Node} node
 */
function script(node) {
  const { attrs, childNodes } = /** @type {Element} */ (node);
  const code = childNodes.map((node) => /** @type {{ value: string }} */ (node).value).join("");
  const isJson = attrs.some(({ value }) => value === "application/json");
  const { code: short } = transformSync(code, { minify: true, loader: isJson ? "json" : "js" });
  return short ? [short] : [];
}
