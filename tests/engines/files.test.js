// The files that a visitor saves.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { WORDS, organization } from "../e2e/steps/content.js";
import { fullDraft } from "../e2e/steps/full.js";
import { KEY } from "../e2e/steps/drafts.js";
import { visits } from "./steps/visit.js";

const visit = visits();

const { result, take } = WORDS.ui;

/** A draft at the plan, with a start, so that the steps have dates. */
const DRAFT = JSON.stringify({
  ...JSON.parse(fullDraft(organization("P2"), { screen: "result", view: "plan" })),
  steps: { start: "2026-12-01" },
});

visit("five saved files are whole", async (visitor, { widget }) => {
  // A page without the element: leaving it interrupts nothing that a page would complain of.
  await visitor.driver.get(`${widget}404.html`);
  await visitor.run((key, draft) => localStorage.setItem(key, draft), KEY, DRAFT);
  await visitor.open(widget);
  await visitor.run(() => {
    const made = /** @type {Blob[]} */ ([]);
    const create = URL.createObjectURL;
    URL.createObjectURL = (blob) => create.call(URL, (made.push(/** @type {Blob} */ (blob)), blob));
    Object.assign(window, { made });
  });

  /**
   * Presses a button, and compares the file on the device with what the page made.
   *
   * @param {string} label
   * @param {string} name
   */
  const saves = async (label, name) => {
    await visitor.press(label);
    await visitor.until(`${name} is not made`, () =>
      visitor.run(() => /** @type {any} */ (window).made.length > 0),
    );
    const made = await visitor.run(() => /** @type {any} */ (window).made.pop().text());
    const path = join(visitor.downloads, name);
    await visitor.until(`${name} is not whole`, async () => {
      // The decoder leaves out the byte order mark, as `Blob.text()` does.
      return existsSync(path) && new TextDecoder().decode(readFileSync(path)) === made;
    });
    assert.ok(made.length > 200, `${name} has only ${made.length} characters`);
  };
  await visitor.heading(result.roadmap.title);
  await saves(result.roadmap.save, "support-fit-roadmap.ics");
  await visitor.press(result.view.save);
  await visitor.heading(take.title);
  await (await visitor.see("summary", take.files.title)).click();
  await saves(take.files.markdown, "support-fit-report.md");
  await saves(take.files.answers, "support-fit-answers.csv");
  await saves(take.files.json, "support-fit-report.json");
  await (await visitor.see("summary", take.device.title)).click();
  await saves(take.device.save, "support-fit-answers.json");
});
