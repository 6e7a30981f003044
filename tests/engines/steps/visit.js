// A test with a browser and a site of its own.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { ENGINE, NAME } from "./engines.js";
import { Site } from "./site.js";
import { Visitor } from "./visitor.js";

/** @typedef {import("./engines.js").Wish} Wish */

/** How long one test may take. */
const PATIENCE = 120_000;

/**
 * Makes the function that adds tests. All of a file's tests share one browser, which starts before the first.
 *
 * @param {Wish[]} [wishes] What the visitor's system asks of pages.
 */
export function visits(wishes = []) {
  /** @type {import("./engines.js").Running} */
  let running;
  const cannot = wishes.filter((wish) => !ENGINE.emulates.includes(wish));
  const skip = cannot.length > 0 && `${NAME} cannot be told: ${cannot.join(", ")}`;
  const downloads = mkdtempSync(join(tmpdir(), "support-fit-downloads-"));
  before(async () => {
    if (!skip) running = await ENGINE.start(wishes, downloads);
  });
  after(async () => {
    await running?.quit();
    rmSync(downloads, { recursive: true, force: true });
  });

  /**
   * @param {string} name
   * @param {(visitor: Visitor, site: Site) => Promise<void>} visit
   * @param {{ silent?: boolean }} [options] Whether pages may not complain.
   */
  return (name, visit, { silent = true } = {}) =>
    test(name, { skip, timeout: PATIENCE }, async () => {
      const site = new Site();
      await site.start();
      const { driver } = running;
      try {
        await visit(new Visitor(driver, downloads), site);
        // Before it leaves: Firefox fails what a page still asks for then, and the page says so.
        if (silent) assert.deepEqual(site.complaints, []);
      } catch (error) {
        if (site.complaints.length) console.error("The page said:", site.complaints);
        throw error;
      } finally {
        await driver.switchTo().defaultContent();
        // What the page would still do, it does not do in the next test.
        await driver.get("about:blank");
        await site.stop();
      }
    });
}
