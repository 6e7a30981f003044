// Fills in which tests cover the claims in docs/accessibility.md and SECURITY.md.
//
// A test names the claims that it covers by tags, such as `@wcag-2.4.3` or `@threat-readers`. A Playwright test has them at
// the end of its title or in `{ tag: … }`, any other test in a comment above it. Each claim is a row of a table in a
// document; this script fills in the last column.
//
//     cargo xtask docs                                writes the tables, among others
//     node tests/javascript/claims.js                 writes only them
//     node tests/javascript/claims.js threat-readers  lists the tests of one claim

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../../", import.meta.url);

/** The documents with such a table, and the prefix of their tags. */
export const DOCUMENTS = { "docs/accessibility.md": "wcag-", "SECURITY.md": "threat-" };

/** @typedef {{ tag: string, file: string, title: string }} Held A claim and a test that covers it. */

/** @param {string} path Relative to the project folder. */
export const read = (path) => readFileSync(new URL(path, ROOT), "utf8");

/** Whether a tag names a claim. Other tags, such as `full`, select tests to run. */
const isClaim = (/** @type {string} */ tag) => /^(wcag|threat)-/.test(tag);

/**
 * The tagged tests in Playwright's own list. A parametrized test is listed once.
 *
 * @returns {Held[]}
 */
function inTheBrowser() {
  return ["tests/e2e", "tests/wordpress"].flatMap(listed);
}

/**
 * @param {string} folder With a configuration of Playwright.
 * @returns {Held[]}
 */
function listed(folder) {
  const cli = fileURLToPath(new URL("node_modules/@playwright/test/cli.js", ROOT));
  const printed = execFileSync(
    process.execPath,
    [cli, "test", `--config=${folder}`, "--list", "--reporter=json"],
    {
      cwd: fileURLToPath(ROOT),
      encoding: "utf8",
      maxBuffer: 1 << 26,
      // List every test. Nothing is served or requested.
      env: {
        ...process.env,
        SUPPORT_FIT_URL: "http://localhost",
        NGINX_PROGRAM: "nginx",
        SUPPORT_FIT_FULL: "1",
        SUPPORT_FIT_PLUGIN: "plugin.zip",
      },
    },
  );
  /** @type {Map<string, Held>} */
  const found = new Map();
  const visit = (/** @type {any} */ suite) => {
    for (const { file, line, title, tags } of suite.specs ?? [])
      for (const tag of tags.filter(isClaim))
        found.set(`${tag} ${file} ${line}`, {
          tag,
          file: `${folder}/${file}`,
          title: title.replace(/ @\S+/g, ""),
        });
    for (const inner of suite.suites ?? []) visit(inner);
  };
  visit(JSON.parse(printed));
  return [...found.values()];
}

/** A comment with tags, then the attributes or comments and the name of the test below it. */
const TAGGED =
  /^[ \t]*\/\/ (@(?:wcag|threat)-.*)\n(?:[ \t]*(?:#\[|\/\/).*\n)*(?:[ \t]*(?:fn (\w+)|test\((["'`].*?["'`]),))?/gm;

/**
 * The tagged tests in a source file.
 *
 * @param {string} file
 * @param {string} source
 * @returns {Held[]}
 */
export function inSource(file, source) {
  return [...source.matchAll(TAGGED)].flatMap(([, tags = "", name, title]) => {
    const test = name ?? title?.slice(1, -1);
    if (!test) throw new Error(`${file}: there is no test below the comment "${tags}"`);
    return tags.split(" ").map((tag) => ({ tag: tag.slice(1), file, title: test }));
  });
}

/** @returns {Held[]} The tagged tests in Rust and in Node. */
function elsewhere() {
  return ["tests", "crates", "xtask/src"].flatMap((folder) =>
    readdirSync(new URL(folder, ROOT), { recursive: true })
      .map((name) => `${folder}/${String(name).replaceAll("\\", "/")}`)
      .filter((name) => /\.rs$|^tests\/javascript\/.*\.test\.js$/.test(name))
      .sort()
      .flatMap((name) => inSource(name, read(name))),
  );
}

/** @returns {Held[]} */
export const tests = () => [...inTheBrowser(), ...elsewhere()];

/**
 * The rows of a document's table: the tag of the claim, all cells but the last, and the line.
 *
 * @param {string} document
 * @param {string} prefix
 */
export function claims(document, prefix) {
  const [, table] = /<!-- claims -->\n([^]*?)<!-- \/claims -->/.exec(document) ?? [];
  if (table === undefined) throw new Error("There is no table between the comments for claims.");
  const lines = table.split("\n").filter((line) => /^\| (?!---|criterion|claim)/.test(line));
  return lines.map((line) => {
    const cells = line
      .slice(2, -2)
      .split(" | ")
      .map((cell) => cell.trim());
    const name = /^`?([\w.-]+)/.exec(cells[0] ?? "")?.[1];
    return { tag: prefix + name, cells: cells.slice(0, -1), line };
  });
}

/**
 * The last cell of a row: the files with tests of a claim, and the number of tests if there are several.
 *
 * @param {string} tag
 * @param {Held[]} all
 */
function cell(tag, all) {
  /** @type {Map<string, number>} */
  const files = new Map();
  for (const { file } of all.filter((test) => test.tag === tag)) {
    // The document explains these short names of browser tests.
    const name = file.replace(/^tests\/(e2e\/(.*)\.spec\.js$)?/, "$2");
    files.set(name, (files.get(name) ?? 0) + 1);
  }
  const shown = [...files].map(([name, n]) => `\`${name}\`${n > 1 ? ` (${n})` : ""}`);
  return shown.join(", ") || "none";
}

/**
 * The document with the last column filled in.
 *
 * @param {string} document
 * @param {string} prefix
 * @param {Held[]} all
 */
export function filledIn(document, prefix, all) {
  return claims(document, prefix).reduce(
    (text, { tag, cells, line }) =>
      text.replace(line, () => `| ${[...cells, cell(tag, all)].join(" | ")} |`),
    document,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const all = tests();
  const [wanted] = process.argv.slice(2);
  if (wanted) {
    for (const { tag, file, title } of all)
      if (tag === wanted.replace(/^@/, "")) console.log(`${file}: ${title}`);
  } else {
    for (const [path, prefix] of Object.entries(DOCUMENTS))
      writeFileSync(new URL(path, ROOT), filledIn(read(path), prefix, all));
  }
}
