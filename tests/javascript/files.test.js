// Files that are saved, without a page.

import assert from "node:assert/strict";
import { resolveObjectURL } from "node:buffer";
import { test } from "node:test";

import { saveFile } from "../../src/browser/files.js";

test("A saved file can be read for a minute after the click, and is freed then", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const link = { href: "", download: "", clicks: 0, click: () => void link.clicks++ };
  Object.assign(globalThis, { document: { createElement: () => link } });
  const read = () => resolveObjectURL(link.href)?.text();

  saveFile("plan.ics", "text/calendar", "the whole file");
  assert.deepEqual([link.download, link.clicks], ["plan.ics", 1]);
  t.mock.timers.tick(59_000);
  assert.equal(await read(), "the whole file");
  t.mock.timers.tick(1_000);
  assert.equal(read(), undefined);
});
