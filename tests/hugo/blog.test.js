// A blog that Hugo builds with the snippets, as docs/blogs.md says. `cargo xtask test --full` runs it; HUGO is the program.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";

import { found, post, read, snippets, wanted } from "../javascript/snippets.js";

/**
 * Builds a blog with these posts. Returns the pages.
 *
 * @param {boolean} unsafe Whether HTML in Markdown is allowed.
 * @param {string[]} posts
 * @param {object} [more]
 * @param {string} [more.shortcode] The shortcode `support-fit`.
 * @param {string[]} [more.options] Of Hugo.
 */
function built(unsafe, posts, { shortcode = "", options = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "support-fit-hugo-"));
  const write = (/** @type {string} */ path, /** @type {string} */ text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write("hugo.toml", `baseURL = "/"\n[markup.goldmark.renderer]\nunsafe = ${unsafe}\n`);
  write("layouts/_default/single.html", "<!doctype html><html><body>{{ .Content }}</body></html>");
  write("layouts/shortcodes/support-fit.html", shortcode);
  posts.forEach((text, n) => write(`content/post-${n}.md`, `---\ntitle: Post\n---\n\n${text}`));
  try {
    const quick = ["--quiet", "--disableKinds=home,section,taxonomy,term,RSS,sitemap,404"];
    execFileSync(String(process.env.HUGO), [...quick, ...options], { cwd: folder });
    return posts.map((_, n) => readFileSync(join(folder, `public/post-${n}/index.html`), "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const all = snippets();

for (const options of [[], ["--minify"]]) {
  test(["every snippet survives Hugo where HTML is allowed", ...options].join(", "), () => {
    const posts = all.map(({ html }) => post(html));
    const pages = built(true, posts, { options });
    all.forEach(({ name, html }, n) => assert.deepEqual(found(pages[n] ?? ""), wanted(html), name));
  });
}

test("Hugo drops a snippet where HTML is not allowed", () => {
  const [page = ""] = built(false, [post(read("docs/snippets/plain.html"))]);
  assert.deepEqual(found(page), []);
  assert.match(page, /<!-- raw HTML omitted -->/);
});

test("plain.html works as a shortcode in either case", () => {
  const plain = read("docs/snippets/plain.html");
  for (const unsafe of [true, false]) {
    const [page = ""] = built(unsafe, [post("{{< support-fit >}}")], { shortcode: plain });
    assert.deepEqual(found(page), wanted(plain), `unsafe = ${unsafe}`);
  }
});
