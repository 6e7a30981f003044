// Pages translated by the browser: a translator changes the texts of the page, and what is shown stays right.

import { test } from "@playwright/test";

import { addressOf } from "./steps/compare.js";
import {
  DIMENSIONS,
  RATINGS,
  WORDS,
  labelOf,
  nameOf,
  organization,
  textOf,
} from "./steps/content.js";
import { ofRow } from "./steps/duties.js";
import { LEANS, NOT_SURE } from "./steps/flow.js";
import { fullDraft } from "./steps/full.js";
import { call, fold, openTranslated, use } from "./steps/translating.js";

const { nav, check, result, cost, duties, take, compare, footer, confirm } = WORDS.ui;
const CLOSE = organization("P10");

test("A translator of the browser leaves no old text, and answers are recorded as shown", async ({
  page,
}) => {
  await openTranslated(page);

  await test.step("the quick check, with missing and changed answers", async () => {
    await use(page, nav.next);
    for (const [n, label] of LEANS.entries()) {
      await use(page, NOT_SURE[n] ?? "");
      await use(page, label);
      await use(page, n === LEANS.length - 1 ? nav.result : nav.next);
      if (n === 2) for (const name of [nav.back, nav.next]) await use(page, name);
    }
  });

  await test.step("the quick result", async () => {
    for (const view of ["why", "what-if", "cost", "sources", "answer"]) {
      await call(page, "showResult", view);
      await fold(page, true);
      await fold(page, false);
    }
  });

  await test.step("the priorities and the answers before the full result", async () => {
    await call(page, "importDraft", fullDraft(CLOSE, { screen: "priorities" }));
    const [first, second] = DIMENSIONS.map((id) => `fieldset:has([name=${id}])`);
    await use(page, RATINGS[3] ?? "", { within: first });
    await use(page, WORDS.ui.priorities.effect);
    await use(page, RATINGS[0] ?? "", { within: second });
    await use(page, WORDS.ui.priorities.reset);
    await use(page, RATINGS[2] ?? "", { within: second });
    await use(page, nav.to_check);
    const name = check.change_to.replace("{name}", textOf("cap"));
    await use(page, name);
    await use(page, labelOf("cap", "none"));
    await use(page, nav.return);
    await use(page, name);
    await use(page, labelOf("cap", "lead"));
    await use(page, nav.return);
    await use(page, nav.to_result);
  });

  const { trial, slider, roadmap, ask } = result;

  await test.step("the answer, and why", async () => {
    for (const open of [true, false]) await fold(page, open);
    await use(page, result.view.why);
    for (const open of [true, false, true]) await fold(page, open);
    await use(page, "", { within: ".segments input:not(:checked)" });
  });

  await test.step("what if: trials and sliders", async () => {
    await use(page, result.view.what_if);
    const question = textOf("decide");
    const tryOne = async () => {
      await use(page, trial.question, { value: question });
      await use(page, trial.answer, { value: labelOf("decide", "all") });
    };
    await tryOne();
    await use(page, trial.drop);
    await tryOne();
    await use(page, trial.keep);
    await use(page, footer.undo, { within: ".panel" });
    await use(page, "", { within: "#try-1" });
    await use(page, "", { within: "#try-1" });
    await fold(page, true);
    for (const value of ["5", "20", "-60"]) await use(page, "", { within: "[id^=weight-]", value });
    await use(page, slider.back);
  });

  await test.step("cost: own figures, errors and sliders", async () => {
    await use(page, result.view.cost);
    for (const value of ["many", "120", "0", "130"]) {
      await use(page, "", { within: "[id^=cost-own-]", value });
    }
    await use(page, cost.view.year);
    await use(page, cost.view.per_user);
    for (const _ of [1, 2]) await fold(page, true);
    await use(page, "", { within: "input.slide", value: "5" });
    for (const value of ["x", "7"]) await use(page, "", { within: ".three input", value });
    await use(page, footer.undo, { within: ".essentials" });
    await use(page, cost.own.reset_all);
    await fold(page, false);
  });

  await test.step("who does what: marks, an editor, hidden and own tasks", async () => {
    await use(page, result.view.who);
    await use(page, duties.mark);
    for (const doer of ["provider", "nobody", "not_said"]) {
      await use(page, "", { within: ".today select", value: duties.today[doer] });
    }
    await use(page, nameOf("in_house"));
    await use(page, nameOf("co_managed"));
    await use(page, "", { within: "#duty-2" });
    await use(page, "", { within: "#duty-name", value: "Phones" });
    await use(page, "", { within: "#duty-note", value: "A note" });
    await use(page, "", {
      within: ".charges select",
      value: duties.suggested.replace("{name}", result.split.inside),
    });
    await use(page, ofRow(duties.hide, "Phones"));
    await fold(page, true);
    await use(page, duties.add);
    await use(page, ofRow(duties.done, duties.new.replace("{n}", "1")));
    await use(page, "", { within: ".jumps .quiet" });
    await use(page, footer.undo);
    await use(page, duties.reset_all);
    await use(page, duties.mark);
  });

  await test.step("the plan: dates, steps and measures", async () => {
    await use(page, result.view.plan);
    await use(page, "", { within: "#step-start", value: "2026-01-05" });
    await use(page, "", { within: ".timeline .tick input" });
    await fold(page, true);
    await use(page, "", { within: ".timeline [type=date]", value: "2026-11-01" });
    await use(page, "", { within: ".timeline .fields [type=text]", value: "Ann" });
    await use(page, roadmap.what, { value: "Own step" });
    await use(page, roadmap.add);
    for (const [n, value] of ["4", "2", "x", "3"].entries()) {
      await use(page, "", {
        within: `#scorecard .entry:nth-child(${n < 2 ? n + 1 : 3}) [type=text]`,
        value,
      });
    }
    await use(page, footer.undo, { within: "#scorecard" });
    await use(page, "", { within: "#step-start", value: "" });
  });

  await test.step("questions to a provider", async () => {
    await use(page, result.view.ask);
    await use(page, "", { within: ".asking .tick input" });
    await fold(page, true);
    await use(page, "", { within: "#firm-0", value: "North IT" });
    await use(page, "", { within: ".asking textarea", value: "Yes" });
    await use(page, "", { within: ".asking .firm textarea", value: "No" });
    await use(page, "", { within: ".asking .firm select", value: ask.mark.poor });
    await use(page, "", { within: "#firm-0", value: "South IT" });
    await use(page, ask.remove.replace("{name}", "South IT"));
    await use(page, footer.undo);
  });

  await test.step("sharing and comparing", async () => {
    await use(page, result.view.save);
    await use(page, take.mail.copy);
    await fold(page, true);
    await use(page, compare.with.link, { value: "not a link" });
    await use(page, compare.with.add);
    for (const id of ["P6", "P2"]) {
      await use(page, compare.with.link, { value: addressOf(id) });
      await use(page, compare.with.add);
    }
    await use(page, "", { within: "#compare-name-1", value: "Bo" });
    await fold(page, true);
    await use(page, compare.with.remove_name.replace("{n}", "2"));
    await use(page, result.view.sources, { within: "p" });
  });

  await test.step("starting over, and undo", async () => {
    await use(page, footer.start_over);
    await use(page, confirm.no);
    await use(page, footer.start_over);
    await use(page, confirm.start_over.yes, { within: "dialog" });
    await use(page, footer.undo);
    await use(page, footer.erase);
    await use(page, confirm.erase.yes);
    await use(page, WORDS.ui.notice.close);
    await use(page, LEANS[0] ?? "");
  });
});
