// A visitor whose system sets all colors.

import assert from "node:assert/strict";

import { LEANS, QUESTIONS } from "../e2e/steps/flow.js";
import { visits } from "./steps/visit.js";

const visit = visits(["forced colors"]);

visit("the chosen answer and the bars can be told apart", async (visitor, { widget }) => {
  await visitor.open(widget);
  assert.equal(await visitor.run(() => matchMedia("(forced-colors: active)").matches), true);
  await visitor.choose(LEANS[0]);
  const looks = await visitor.run(() => {
    const rows = document.querySelector("support-fit")?.shadowRoot?.querySelectorAll("label") ?? [];
    return [...rows].map((row) => {
      const { outlineStyle, outlineWidth, borderColor } = getComputedStyle(row);
      const { backgroundColor } = getComputedStyle(row.querySelector("input") ?? row, "::before");
      const look = [outlineStyle, outlineWidth, borderColor, backgroundColor].join();
      return { isChosen: row.querySelector("input")?.checked, look };
    });
  });
  const chosen = looks.find(({ isChosen }) => isChosen)?.look;
  const others = looks.filter(({ isChosen }) => !isChosen).map(({ look }) => look);
  assert.ok(chosen && !others.includes(chosen), "the chosen answer looks like the others");

  await visitor.answerAll(QUESTIONS, LEANS);
  await visitor.heading("Leaning toward co-managed IT");
  await visitor.resultIsWhole();
  const { fills, paper } = await visitor.run(() => ({
    paper: getComputedStyle(document.body).backgroundColor,
    fills: [
      ...(document.querySelector("support-fit")?.shadowRoot?.querySelectorAll("svg.bar .fill") ??
        []),
    ].map((bar) => getComputedStyle(bar).fill),
  }));
  assert.ok(fills.length >= 3);
  assert.ok(!fills.includes(paper), `a bar is ${paper}, as the paper is`);
});
