// Host pages with hostile styles, scripts and containers.

import { readFileSync } from "node:fs";

/** @param {string} path In `node_modules`. */
const installed = (path) =>
  readFileSync(new URL(`../../../node_modules/${path}`, import.meta.url), "utf8");

/** A theme in the style of 2012: a small root font, floats, image replacements for radio buttons, and our class names. */
const OLD_THEME = `
  html { font-size: 62.5%; }
  body { line-height: 1; letter-spacing: 3px; word-spacing: 9px; text-transform: uppercase;
    text-align: center; text-indent: 2em; font-style: italic; font-weight: 700; cursor: help; }
  div, p, form, fieldset { float: left; margin: 0 0 2em; }
  label { float: left; width: 30%; text-align: right; }
  input[type="radio"], input[type="checkbox"] { position: absolute; left: -9999px; opacity: 0; }
  button { background: url(none.png) red !important; border: 0 !important; text-indent: -9999px; }
  .root, .shell, .screen, .row, .rows, .primary, .notice, .question, .answers, .result, .card {
    display: none !important; width: 960px !important; color: red !important; }
  h2, h3, #help, #kind { font: 40px/1 fantasy !important; color: red !important; }
  :focus { outline: none !important; }
`;

/**
 * Style sheets of host pages, without a font: the element takes the page's font on purpose.
 *
 * @type {Record<string, string>}
 */
export const STYLES = {
  "unsets everything": "* { all: unset !important; }",
  "is made with Bootstrap": installed("bootstrap/dist/css/bootstrap.min.css"),
  "is made with Tailwind's preflight": installed("tailwindcss/preflight.css"),
  "has an old theme": OLD_THEME,
};

/**
 * Scripts of host pages that run before anything else.
 *
 * @type {Record<string, () => void>}
 */
export const SCRIPTS = {
  "extends the prototypes": () => {
    for (const prototype of [Array.prototype, Object.prototype, String.prototype]) {
      Object.assign(prototype, {
        each() {},
        extended: "by the page",
      });
    }
  },
  "has custom elements of another framework": () => {
    for (const name of ["x-card", "x-row", "support-fit-card"]) {
      customElements.define(
        name,
        class extends HTMLElement {
          connectedCallback() {
            const root = this.attachShadow({ mode: "open" });
            root.innerHTML = "<slot></slot>";
            // Like a framework that renders again: remove the content and add it back.
            const inside = [...this.childNodes];
            this.replaceChildren();
            this.append(...inside);
          }
        },
      );
    }
  },
  "has an old Prototype": () => {
    for (const { prototype } of [Array, Object, String, Number, Boolean]) {
      Object.assign(prototype, {
        toJSON() {
          return String(this);
        },
      });
    }
    // Without the second parameter, and only for what has a length.
    Object.assign(Array, { from: (/** @type {any} */ list) => [].slice.call(list) });
  },
  "replaces functions of the browser": () => {
    const { fetch, Promise: Native } = window;
    Object.assign(window, {
      fetch: (/** @type {Parameters<typeof fetch>} */ ...all) => fetch(...all),
      $: () => {},
      // @ts-ignore The page's own class, as a polyfill defines one.
      Promise: class extends Native {},
    });
    // Older versions of zone.js lack it.
    Object.assign(Promise, { withResolvers: undefined });
  },
};

/** Containers around the element. */
export const PLACES = {
  "in a box with a transform": (/** @type {string} */ element) =>
    `<div style="transform: translateZ(0); overflow: hidden">${element}</div>`,
  "in a flex row": (/** @type {string} */ element) => `<div style="display: flex">${element}</div>`,
  "in a grid": (/** @type {string} */ element) => `<div style="display: grid">${element}</div>`,
  "next to a float": (/** @type {string} */ element) =>
    `<p style="float: left; width: 95%">A text that leaves little room</p>${element}`,
  "in a row with something wide": (/** @type {string} */ element) =>
    `<div style="display: flex; flex-wrap: wrap">${element}<div style="width: 90%">Wide</div></div>`,
  "in a paragraph": (/** @type {string} */ element) => `<p>${element}</p>`,
  "in a table": (/** @type {string} */ element) =>
    `<table width="100%"><tr><td>${element}</td></tr></table>`,
};
