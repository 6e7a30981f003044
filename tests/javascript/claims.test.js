// The claims in docs/accessibility.md and SECURITY.md name the tests that cover them.

import assert from "node:assert/strict";
import { test } from "node:test";

import { DOCUMENTS, claims, filledIn, inSource, read, tests } from "./claims.js";

const all = tests();

for (const [path, prefix] of Object.entries(DOCUMENTS)) {
  const document = read(path);
  const rows = claims(document, prefix);

  test(`the table in ${path} is current`, () => {
    const current = filledIn(document, prefix, all).split("\n");
    const stale = document.split("\n").filter((line) => !current.includes(line));
    const remedy = "Run: cargo xtask docs. These rows are out of date:";
    assert.deepEqual(stale, [], `${remedy}\n${stale.join("\n")}`);
  });

  test(`every claim in ${path} has a test, does not apply, or says why there is no test`, () => {
    for (const { tag, cells } of rows) {
      const isExempt = cells.some((cell) => /^Not applicable|No test:/.test(cell));
      const isTested = all.some((test) => test.tag === tag);
      assert.ok(isTested || isExempt, `${tag} in ${path}: tag a test, or write "No test:" and why`);
      assert.ok(!isTested || !cells.some((cell) => /No test:/.test(cell)), `${tag} has a test`);
    }
  });

  test(`every tag that begins with ${prefix} is a claim in ${path}`, () => {
    const known = rows.map(({ tag }) => tag);
    assert.equal(new Set(known).size, known.length, "a claim is listed twice");
    for (const { tag, file, title } of all.filter((test) => test.tag.startsWith(prefix)))
      assert.ok(known.includes(tag), `@${tag} in ${file} ("${title}") is not in ${path}`);
  });
}

test("docs/accessibility.md has all 55 criteria of levels A and AA", () => {
  const rows = claims(read("docs/accessibility.md"), "");
  assert.equal(rows.length, 55);
  for (const { tag, cells } of rows) {
    assert.match(cells[1] ?? "", /^AA?$/, tag);
    assert.match(cells[2] ?? "", /^(Yes|Not applicable)/, tag);
  }
});

test("a comment tags the test below its attributes", () => {
  const source = "    // @threat-a @threat-b\n    #[test]\n    // why\n    fn holds() {}\n";
  const twice = ["threat-a", "threat-b"].map((tag) => ({ tag, file: "x.rs", title: "holds" }));
  assert.deepEqual(inSource("x.rs", source), twice);
  assert.deepEqual(inSource("x.js", '// @threat-a\ntest("it holds", () => {});\n'), [
    { tag: "threat-a", file: "x.js", title: "it holds" },
  ]);
});

test("a tag without a test below it is an error", () => {
  assert.throws(() => inSource("x.rs", "// @threat-a\n\nfn apart() {}\n"), /no test below/);
});
