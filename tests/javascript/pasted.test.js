// Every snippet of README and the documents, pasted into a blog post.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

import { evaluate } from "@mdx-js/mdx";
import { autop } from "@wordpress/autop";
import markdownIt from "markdown-it";
import { marked } from "marked";
import { remark } from "remark";
import remarkHtml from "remark-html";

import { found, post, read, snippets, wanted } from "./snippets.js";

// These packages have no types.
const load = createRequire(import.meta.url);
const { minify } = load("html-minifier-terser");
const { createElement } = load("react");
const { renderToStaticMarkup } = load("react-dom/server");
const runtime = load("react/jsx-runtime");

const MINIFIED = {
  collapseWhitespace: true,
  conservativeCollapse: false,
  decodeEntities: true,
  minifyCSS: true,
  minifyJS: true,
  removeAttributeQuotes: true,
  removeComments: true,
  removeEmptyAttributes: true,
  removeEmptyElements: true,
  removeOptionalTags: true,
  removeRedundantAttributes: true,
  removeScriptTypeAttributes: true,
  sortAttributes: true,
};

/**
 * Programs that turn a post into a page. Those for Markdown pass HTML through, as they do in blogs.
 *
 * @type {Record<string, (post: string) => string | Promise<string>>}
 */
const MARKDOWN = {
  marked: (post) => marked.parse(post, { breaks: true }),
  "markdown-it": (post) =>
    markdownIt({ html: true, breaks: true, linkify: true, typographer: true }).render(post),
  remark: async (post) => String(await remark().use(remarkHtml, { sanitize: false }).process(post)),
};

/** @type {typeof MARKDOWN} */
const OTHERS = {
  // The block editor keeps a Custom HTML block as it is.
  "the classic editor of WordPress": autop,
  "an HTML minifier": (post) => minify(autop(post), MINIFIED),
  "a program that joins lines": (post) => autop(post).replace(/\s*\n\s*/g, " "),
};

const all = snippets();

test("the documents have snippets", () => {
  assert.ok(all.length >= 10);
});

for (const [program, render] of Object.entries({ ...MARKDOWN, ...OTHERS })) {
  test(`every snippet survives ${program}`, async () => {
    for (const { name, html } of all) {
      assert.deepEqual(found(await render(post(html))), wanted(html), name);
    }
  });
}

for (const [program, render] of Object.entries(MARKDOWN)) {
  test(`every snippet survives ${program} without blank lines around it`, async () => {
    for (const { name, html } of all) {
      assert.deepEqual(found(await render(post(html, "\n"))), wanted(html), name);
    }
  });
}

test("every snippet is short, has each tag on one line, and no blank line or bare ampersand", () => {
  for (const { name, html } of all) {
    const tags = html.replace(/(<script[^>]*>).*?(?=<\/script>)/gs, "$1").match(/<[^>]*>/g);
    assert.doesNotMatch(String(tags), /\n/, name);
    assert.doesNotMatch(html, /\n\s*\n|&(?!\w+;)/, name);
    assert.ok(html.length < 1000, name);
  }
});

test("markdown-it shows a snippet as text if HTML is turned off", () => {
  const page = markdownIt({ html: false }).render(post(read("docs/snippets/plain.html")));
  assert.doesNotMatch(page, /<(script|support-fit)/);
  assert.match(page, /&lt;support-fit provider-name=/);
});

test("the recipe for MDX results in the element of plain.html", async () => {
  const source = read("docs/snippets/docusaurus.mdx");
  const { default: Content } = await evaluate(`Before it.\n\n${source}\n\nAfter it.\n`, runtime);
  const [, div] = wanted(read("docs/snippets/plain.html"));
  assert.deepEqual(found(renderToStaticMarkup(createElement(Content))), [div?.at(-1)]);
});
