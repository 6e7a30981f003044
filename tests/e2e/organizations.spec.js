// The public sample organizations, entered by clicks, against the reference figures. `tests/vectors.rs` checks all figures
// natively; two organizations show that the page collects the answers and shows the figures.

import { expect, test } from "@playwright/test";

import {
  GATES,
  ITEMS,
  MODEL_IDS,
  ORGANIZATIONS,
  WORDS,
  filled,
  labelOf,
  nameOf,
  shareInWords,
  textOf,
} from "./steps/content.js";
import { heading, open, press } from "./steps/flow.js";
import { answerEverything, rate, resultIsWhole } from "./steps/full.js";
import {
  card,
  flipGroup,
  flips,
  indexRow,
  reasons,
  section,
  shareRow,
  showView,
  unfold,
  verdict,
} from "./steps/result.js";

/** @typedef {import("./steps/content.js").Model} Model */

/**
 * The texts of the questions and answers behind a reason or a bar.
 *
 * @param {string} cause
 * @param {Record<string, import("./steps/content.js").Answer>} answers
 */
function evidenceOf(cause, answers) {
  if (cause === "priorities") return [WORDS.reason.priorities];
  return (ITEMS[cause] ?? [cause])
    .filter((id) => answers[id] !== undefined && answers[id] !== "dk")
    .flatMap((id) => [textOf(id), labelOf(id, optionOf(id, answers[id]))]);
}

/**
 * The option behind an answer; for a multiple choice, the one for its number of choices.
 *
 * @param {string} id
 * @param {import("./steps/content.js").Answer} answer
 */
function optionOf(id, answer) {
  if (typeof answer === "string") return answer;
  const letter = id === "signs" ? "n" : "e";
  return `${letter}${answer.length >= 3 ? 3 : Math.min(answer.length, 1)}`;
}

/** A result that is too close to call. */
const REPRESENTATIVE = "P10";

for (const { id, answers, priorities, result, min_flip, displayed } of ORGANIZATIONS) {
  const tag = id === REPRESENTATIVE ? [] : ["@full"];
  test(
    `the figures of ${id}, entered by clicks, match the reference`,
    { tag },
    async ({ page }) => {
      await open(page);
      await answerEverything(page, answers);
      for (const [dimension, rating] of Object.entries(priorities)) {
        await rate(page, dimension, rating);
      }
      await press(page, "Next: review your answers");
      await heading(page, "Review your answers").waitFor();
      await press(page, "See your result");
      await resultIsWhole(page);

      /** @type {(model: Model) => string} */
      const share = (model) =>
        shareInWords(displayed.share_of_100[model], result.first_share[model]);
      /** @type {Model} */
      const leader = result.leader;

      await test.step("the headline", async () => {
        const { inline } = WORDS.alternative[leader];
        const { title, short } = WORDS.verdict[result.verdict];
        // By share, as in the table; the runner-up of the reference is by score.
        const others = MODEL_IDS.filter((id) => id !== leader && result.status[id] !== "blocked");
        const [second = leader] = others.sort(
          (a, b) => result.first_share[b] - result.first_share[a],
        );
        const headline = filled(title, {
          leader: inline,
          short: short?.[leader],
          runner_up: WORDS.alternative[second].inline,
        });
        await expect(heading(page, /./)).toHaveText(headline);
      });

      await test.step("work that is shared by accident is a note", async () => {
        const { title, text, future_text } = WORDS.trap.level[result.trap];
        const words = `${title}. ${result.trap_future ? future_text : text}`;
        // A condition of the leader that comes before sharing work says the same.
        const isSaid = result.trap_future && result.status[leader] === "conditional";
        const isNoted = ["caught", "risk"].includes(result.trap) && !isSaid;
        await expect(verdict(page).getByText(words)).toHaveCount(isNoted ? 1 : 0);
      });

      for (const model of MODEL_IDS) {
        const name = nameOf(model);
        await test.step(`the share of ${name}`, async () => {
          await expect(shareRow(page, name).getByRole("cell")).toHaveText(
            `${share(model)} of 100 runs`,
          );
          const status = WORDS.status[result.status[model]];
          const row = shareRow(page, name).getByRole("rowheader");
          await expect(row).toHaveText(result.status[model] === "ok" ? name : `${name}${status}`);
        });
      }

      await showView(page, "why");
      await unfold(page);
      for (const model of MODEL_IDS) {
        const name = nameOf(model);
        await test.step(`the figures of ${name}`, async () => {
          const [low, high] = displayed.index_range[model].map((/** @type {number} */ x) =>
            Math.floor(x + 0.5),
          );
          const index = `${displayed.index[model]} (range ${low} to ${high})`;
          await expect(indexRow(page, name).getByRole("cell")).toHaveText(index);
          // A model that nothing rules out has no status.
          const status = result.status[model] === "ok" ? [] : [WORDS.status[result.status[model]]];
          await expect(card(page, name).locator(".status")).toHaveText(status);
          // A model that is ruled out names the rule, and no further conditions.
          const fired = result.gates_fired[model].filter(
            (/** @type {string} */ gate) => GATES[gate] === result.status[model],
          );
          for (const gate of fired) {
            await expect(card(page, name)).toContainText(WORDS.gate[gate]);
          }
        });

        await test.step(`the reasons of ${name}`, async () => {
          for (const [side, title] of [
            ["for", "Reasons for it"],
            ["against", "Reasons against it"],
          ]) {
            /** @type {[string, number][]} */
            const strongest = displayed.reasons[model][side].slice(0, 3);
            const shown = reasons(page, name, title);
            await expect(shown).toHaveCount(strongest.length);
            for (const [n, [cause]] of strongest.entries()) {
              for (const text of evidenceOf(cause, answers)) {
                await expect(shown.nth(n).getByText(text, { exact: true })).toBeVisible();
              }
            }
          }
        });
      }

      await test.step("the path", async () => {
        await showView(page, "plan");
        const path = WORDS.pattern[result.pattern];
        const { title } = result.pattern === "plain" ? path[leader] : path;
        await expect(section(page, WORDS.ui.result.roadmap.title)).toContainText(title);
      });

      await showView(page, "what-if");
      await test.step("the nearest flips", async () => {
        for (const [kind, title] of [
          ["evidence", WORDS.ui.result.change.evidence],
          ["gate", WORDS.flip.gate],
        ]) {
          const { size, sets, examples } = min_flip[kind];
          const part = flipGroup(page, title);
          // Also those in a fold.
          const shown = flips(page, title);
          if (size === null) {
            // Rules that no change touches are left out.
            if (kind === "gate") await expect(part).toHaveCount(0);
            else await expect(part.getByText(WORDS.ui.result.change.none)).toBeVisible();
            await expect(shown).toHaveCount(0);
            continue;
          }
          const ways = WORDS.ui.result.change.nearest[sets === 1 ? "one" : "other"];
          await expect(part.getByText(filled(ways, { n: sets }))).toBeVisible();
          await expect(shown).toHaveCount(examples.length);
          for (const [n, { changes, new_leader }] of examples.entries()) {
            const then = filled(WORDS.ui.result.change.then, {
              name: WORDS.alternative[new_leader].inline,
            });
            await expect(shown.nth(n)).toContainText(then);
            for (const { question, from, to } of changes) {
              await expect(shown.nth(n)).toContainText(textOf(question));
              await expect(shown.nth(n)).toContainText(
                filled(WORDS.ui.result.change.yours, { answer: labelOf(question, from) }),
              );
              // Two questions of one reason have a sentence for both answers.
              if (Object.values(ITEMS).flat().includes(question)) continue;
              await expect(shown.nth(n)).toContainText(WORDS.statement[question][to]);
            }
          }
        }
      });
    },
  );
}
