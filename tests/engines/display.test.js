// Widths and directions of writing, as far as an engine can be told them.

import assert from "node:assert/strict";

import { LEANS, QUESTIONS } from "../e2e/steps/flow.js";
import { visits } from "./steps/visit.js";

const visit = visits();

const LEAN = "Leaning toward co-managed IT";

visit("on a desktop nothing is too wide", async (visitor, { widget }) => {
  await visitor.driver.manage().window().setRect({ width: 1280, height: 900 });
  await visitor.open(widget);
  assert.ok((await visitor.run(() => innerWidth)) >= 1264);
  await visitor.answerAll(QUESTIONS, LEANS);
  await visitor.heading(LEAN);
  await visitor.resultIsWhole();
  assert.equal(await visitor.sideways(), 0);
});

// Windows of Firefox and WebKit do not get as narrow as a phone: a frame does, and is laid out as a window is.
for (const width of [390, 320]) {
  visit(`in ${width} px nothing is too wide`, async (visitor, site) => {
    const { driver } = visitor;
    await driver.get(
      site.page(`<iframe src="${site.widget}frame.html" width="${width}" height="844"
        style="border: 0" title="A phone"></iframe>`),
    );
    await driver.switchTo().frame(await driver.findElement({ css: "iframe" }));
    await visitor.ready();
    assert.equal(await visitor.run(() => innerWidth), width);
    await visitor.answerAll(QUESTIONS, LEANS);
    await visitor.heading(LEAN);
    await visitor.resultIsWhole();
    assert.equal(await visitor.sideways(), 0);
  });
}

visit("it turns with a page that reads from right to left", async (visitor, site) => {
  const body = `<support-fit></support-fit><script type="module" src="${site.widget}support-fit.js"></script>`;
  await visitor.open(site.page(body, { attributes: 'dir="rtl"' }));
  const row = await visitor.see("label", LEANS[0]);
  const [control, words] = await visitor.run(
    (row) =>
      [.../** @type {any} */ (row).children].map((part) => part.getBoundingClientRect().left),
    row,
  );
  assert.ok(control > words, `the control is at ${control}, the words at ${words}`);
  await visitor.answerAll(QUESTIONS, LEANS);
  await visitor.heading(LEAN);
  await visitor.resultIsWhole();
  assert.equal(await visitor.sideways(), 0);
});
