// The npm package, installed as a page's project would. `cargo xtask test` packs it; SUPPORT_FIT_PACKAGE is the file. Pages
// that use it: `tests/e2e/package.spec.js` and `apps.spec.js`.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

import { build } from "esbuild";

const PACKAGE = String(process.env.SUPPORT_FIT_PACKAGE);

const ROOT = new URL("../../", import.meta.url).pathname;

/** A project that has installed the package. */
const project = mkdtempSync(join(tmpdir(), "support-fit-npm-"));
after(() => rmSync(project, { recursive: true }));
writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", PACKAGE], { cwd: project });

const installed = join(project, "node_modules/support-fit");

const read = (/** @type {string} */ path) => readFileSync(join(installed, path), "utf8");

const files = readdirSync(installed, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name).slice(installed.length + 1));

const assets = files.filter((path) => path.startsWith("assets/"));

const languages = readdirSync(join(ROOT, "crates/content/data/words"))
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.replace(".json", ""));

test("the package has the files of the element, and none of our own pages and servers", () => {
  const words = languages.flatMap((language) =>
    ["words", "words-contact", "words-later"].map((part) => `assets/${part}-${language}-*.txt`),
  );
  assert.deepEqual(
    files.map((path) => path.replace(/-[0-9a-f]{8}\./, "-*.")).sort(),
    [
      "LICENSE-APACHE",
      "LICENSE-MIT",
      "README.md",
      "THIRD-PARTY.txt",
      "assets/contact-*.js",
      "assets/support-fit-*.css.txt",
      "assets/support-fit-*.js",
      "assets/support-fit-*.wasm",
      "assets/support-fit-contact-*.wasm",
      "assets/support-fit-later-*.css.txt",
      "assets/support-fit-later-*.wasm",
      ...words,
      "custom-elements.json",
      "package.json",
      "sbom.cdx.json",
      "server.js",
      "support-fit-react.d.ts",
      "support-fit-vue.d.ts",
      "support-fit.d.ts",
      "support-fit.js",
      "support-fit.schema.json",
    ].sort(),
  );
});

test("the loader names every file of assets in a form that bundlers find", () => {
  const found = read("support-fit.js").matchAll(
    /(?:import\(|new URL\()"\.\/(assets\/[^"?]+)(?:\?[\w-]+)?"(?:,import\.meta\.url)?\)/g,
  );
  assert.deepEqual([...found].map(([, path]) => path).sort(), assets.sort());
});

test("no other script of the package looks for files on its own", () => {
  for (const path of assets.filter((path) => path.endsWith(".js"))) {
    assert.doesNotMatch(read(path), /import\.meta|import\(|new URL\("/, path);
  }
});

test("the version is that of the project, and the manifest leads to files", () => {
  const { version, exports, types, customElements } = JSON.parse(read("package.json"));
  const [, own] = /^version = "(.*)"$/m.exec(readFileSync(join(ROOT, "Cargo.toml"), "utf8")) ?? [];
  assert.equal(version, own);
  /** @type {(part: any) => string[]} */
  const leaves = (part) =>
    typeof part === "string" ? [part] : Object.values(part).flatMap((inner) => leaves(inner));
  for (const path of [types, customElements, ...leaves(exports)]) read(path);
});

/**
 * Runs a module in Node, in the project.
 *
 * @param {string} code
 */
function run(code) {
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: project,
    encoding: "utf8",
  });
  assert.equal(stderr, "");
  return stdout.trim();
}

test("a server can import each entry, which does nothing there", () => {
  const printed = run(`
    const before = Object.getOwnPropertyNames(globalThis).join();
    for (const name of ["support-fit", "support-fit/react", "support-fit/vue"])
      if (Object.keys(await import(name)).length) console.log(name + " exports something");
    if (Object.getOwnPropertyNames(globalThis).join() !== before) console.log("a global was added");
  `);
  assert.equal(printed, "");
});

for (const [conditions, entry] of /** @type {const} */ ([
  [["node", "import"], "server.js"],
  [["react-server", "node", "import"], "server.js"],
  [["workerd", "worker", "browser"], "server.js"],
  [["edge-light", "worker", "browser"], "server.js"],
  [["browser", "module", "import"], "support-fit.js"],
  [["module", "import"], "support-fit.js"],
])) {
  test(`a bundler with the conditions ${conditions.join(", ")} takes ${entry}`, async () => {
    for (const name of ["support-fit", "support-fit/react", "support-fit/vue"]) {
      const { metafile } = await build({
        stdin: { contents: `import "${name}";`, resolveDir: project },
        bundle: true,
        write: false,
        metafile: true,
        format: "esm",
        platform: "neutral",
        conditions: [...conditions],
        external: ["./assets/*"],
        absWorkingDir: project,
      });
      assert.ok(Object.keys(metafile.inputs).includes(`node_modules/support-fit/${entry}`), name);
    }
  });
}

test("the types hold in TypeScript, in JSX of React and for templates of Vue", () => {
  cpSync(join(ROOT, "tests/npm/types"), project, { recursive: true });
  mkdirSync(join(project, "node_modules/@types"));
  for (const name of ["@types/react", "vue"])
    symlinkSync(join(ROOT, "node_modules", name), join(project, "node_modules", name));
  const { stdout } = spawnSync(join(ROOT, "node_modules/.bin/tsc"), ["--project", project], {
    cwd: project,
    encoding: "utf8",
  });
  assert.equal(stdout, "");
});

test("packing the same content in another folder gives the same bytes", () => {
  const folder = mkdtempSync(join(project, "again-"));
  const copy = join(folder, "copy");
  cpSync(installed, copy, { recursive: true });
  const options = ["--ignore-scripts", "--loglevel=error", "--pack-destination"];
  const name = execFileSync("npm", ["pack", ...options, folder, copy], { encoding: "utf8" });
  assert.deepEqual(readFileSync(join(folder, name.trim())), readFileSync(PACKAGE));
});
