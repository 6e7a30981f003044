// A visitor whose system is dark and does not want things to move.

import assert from "node:assert/strict";

import { LEANS, QUESTIONS } from "../e2e/steps/flow.js";
import { visits } from "./steps/visit.js";

const visit = visits(["dark", "still"]);

/**
 * How light a color is, from 0 to 1.
 *
 * @param {string} color As computed: the colors of the element are in OKLCH.
 */
const lightness = (color) => Number.parseFloat(/^oklch\(([\d.]+) /.exec(color)?.[1] ?? color);

visit("our page is dark, with light words", async (visitor, { widget }) => {
  await visitor.open(widget);
  const title = await visitor.heading(QUESTIONS[0]);
  const paper = await (await visitor.see(".root", "")).getCssValue("background-color");
  const ink = await title.getCssValue("color");
  assert.ok(lightness(paper) < 0.3 && lightness(ink) > 0.8, `${ink} on ${paper}`);
});

visit("a host page that is light alone keeps it light", async (visitor, site) => {
  const body = `<support-fit></support-fit><script type="module" src="${site.widget}support-fit.js"></script>`;
  await visitor.open(site.page(body));
  const paper = await (await visitor.see(".root", "")).getCssValue("background-color");
  assert.ok(lightness(paper) > 0.95, paper);
});

visit("nothing moves", async (visitor, { widget }) => {
  await visitor.open(widget);
  await visitor.answerAll(QUESTIONS, LEANS);
  await visitor.heading("Leaning toward co-managed IT");
  await visitor.resultIsWhole();
  assert.equal(await visitor.run(() => matchMedia("(prefers-reduced-motion)").matches), true);
  const moving = await visitor.run(() => {
    const inside = document.querySelector("support-fit")?.shadowRoot?.querySelectorAll("*") ?? [];
    return [...inside]
      .filter((element) => {
        const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
        const times = [transitionDuration, animationName === "none" ? "0s" : animationDuration];
        return times.some((time) => time.split(",").some((one) => Number.parseFloat(one) > 0.01));
      })
      .map((element) => element.outerHTML.slice(0, 80));
  });
  assert.deepEqual(moving, []);
});
