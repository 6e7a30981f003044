// The trusted types policies that our scripts create.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { Failure } from "../../src/embed/failure.js";

/** @param {string} path Relative to the project folder. */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

const created = readdirSync(new URL("../../src/embed", import.meta.url))
  .filter((name) => name.endsWith(".js"))
  .flatMap((name) => [...read(`src/embed/${name}`).matchAll(/createPolicy\("([\w-]+)"/g)])
  .map(([, name]) => name);

test("the policies of our own pages allow the names that our scripts use, and no others", () => {
  assert.equal(created.length, 2);
  const list = `; trusted-types ${created.join(" ")}`;
  for (const path of ["hosting/_headers", "hosting/nginx.conf", "docs/hosting.md"]) {
    const policies = [...read(path).matchAll(/default-src 'none';.*/g)].map(([policy]) => policy);
    assert.ok(policies.length > 0, path);
    for (const policy of policies)
      assert.ok(/; trusted-types [^;"]*/.exec(policy)?.[0] === list, policy);
  }
});

test("the guide and the remedy name the policy that a page has to allow", () => {
  assert.match(read("docs/embedding.md"), /\| `trusted-types` +\| the name `support-fit`/);
  const { message } = new Failure("blocked-by-policy", "https://widget.example/x.js");
  assert.match(message, /support-fit in trusted-types/);
});

// @threat-policy
test("the policy accepts no address but that of the application", async () => {
  /** @type {((text: string) => string) | undefined} */
  let create;
  /** @type {any[]} */
  const scripts = [];
  const page = {
    SUPPORT_FIT: { assets: { glue: "assets/glue-01234567.js", wasm: "assets/x.wasm" } },
    trustedTypes: {
      createPolicy: (/** @type {string} */ _, /** @type {any} */ rules) => {
        create = rules.createScriptURL;
        return rules;
      },
    },
    document: {
      createElement: () => ({ remove() {} }),
      body: { append: (/** @type {any} */ script) => scripts.push(script) },
    },
    fetch: async () => new Response("", { status: 404 }),
  };
  Object.assign(globalThis, page);
  const { address, application } = await import("../../src/embed/application.js");
  const failed = application(address(), "nonce").catch(() => {});
  const glue = new URL("../../src/embed/assets/glue-01234567.js", import.meta.url).href;
  for (const asked of ["", "https://evil.example/x.js", "data:text/javascript,x"])
    assert.equal(create?.(asked), `${glue}#0`);
  assert.deepEqual(
    scripts.map(({ src }) => src),
    [`${glue}#0`],
  );
  scripts[0].onerror(new Error("blocked"));
  await failed;
});
