// Questions and strings from the application's own content files, and the reference figures from the test vectors.

import { readFileSync } from "node:fs";

/** @typedef {string | string[]} Answer */
/** @typedef {"in_house" | "co_managed" | "outsourced"} Model */

/**
 * A sample organization with answers and priorities.
 *
 * @typedef {{ id: string, answers: Record<string, Answer>, priorities: Record<string, number> }} Organization
 */

/**
 * Reads a file of the repository.
 *
 * @param {string} path
 * @returns {any}
 */
function read(path) {
  return JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8"));
}

/**
 * Every string of the application in a language that is not one of a region.
 *
 * @param {string} language
 */
export const wordsOf = (language) => read(`crates/content/data/words/${language}.json`);

/**
 * Our translations of the quotations.
 *
 * @param {string} language
 * @returns {Record<string, string>}
 */
export const quotationsIn = (language) => read(`crates/content/data/quotations/${language}.json`);

/** Every string of the application. */
export const WORDS = wordsOf("en");

/**
 * The questions, in the order of the sections.
 *
 * @type {{
 *   id: string,
 *   section: string,
 *   kind: "fact" | "preference" | "context",
 *   type: "single" | "multi",
 *   scored: boolean,
 *   asked_if?: Record<string, { not: string[] }>,
 *   options: { id: string }[],
 * }[]}
 */
export const ALL_QUESTIONS = read("crates/content/data/structure/questions.json");

const { alternatives, dimensions, quick, version } = read(
  "crates/content/data/structure/assessment.json",
);

/**
 * The content version that is saved in drafts and earlier results.
 *
 * @type {string}
 */
export const VERSION = version;

/** @type {string[]} */
export const DIMENSIONS = dimensions;

/** @type {Model[]} */
export const MODEL_IDS = alternatives.map((/** @type {{ id: Model }} */ { id }) => id);

/**
 * The question ids in the order of the full assessment. The quick check comes first.
 *
 * @type {string[]}
 */
export const IN_ORDER = [
  ...quick,
  ...ALL_QUESTIONS.map(({ id }) => id).filter((id) => !quick.includes(id)),
];

/** The labels of the ratings, from 0 to 3. */
export const RATINGS = ["none", "normal", "important", "decisive"].map(
  (code) => /** @type {string} */ (WORDS.priority[code]),
);

/**
 * The questions behind each combined reason.
 *
 * @type {Record<string, string[]>}
 */
export const ITEMS = { people_fit: ["cap", "load"], rules_fit: ["rules", "know"] };

/**
 * The effect of each rule on its model: blocked or conditional.
 *
 * @type {Record<string, string>}
 */
export const GATES = Object.fromEntries(
  read("crates/content/data/structure/gates.json").map((/** @type {any} */ gate) => [
    gate.id,
    gate.status,
  ]),
);

const cases = (/** @type {string} */ name) => read(`tests/vectors/${name}.json`).cases;

/**
 * The public sample organizations with their reference figures.
 *
 * @type {(Organization & { result: any, min_flip: any, displayed: any })[]}
 */
export const ORGANIZATIONS = cases("model_personas").map((/** @type {Organization} */ one) => ({
  ...one,
  displayed: cases("displayed_quantities").find((/** @type {Organization} */ c) => c.id === one.id),
}));

/**
 * A public sample organization.
 *
 * @param {string} id
 */
export function organization(id) {
  const found = ORGANIZATIONS.find((one) => one.id === id);
  if (!found) throw new Error(`there is no organization ${id}`);
  return found;
}

/**
 * An incomplete set of answers.
 *
 * @param {string} name
 * @returns {Organization}
 */
export function partial(name) {
  const found = cases("partial_answers").find((/** @type {any} */ one) => one.name === name);
  if (!found) throw new Error(`there is no case “${name}”`);
  return { id: name, answers: found.answers, priorities: found.priorities };
}

/**
 * The text of a question.
 *
 * @param {string} id
 * @returns {string}
 */
export function textOf(id) {
  return WORDS.question[id].text;
}

/**
 * The label of an option.
 *
 * @param {string} question
 * @param {string} option
 * @returns {string}
 */
export function labelOf(question, option) {
  return WORDS.question[question].option[option].label;
}

/**
 * The labels to check for an answer, in the order shown. A missing answer is “Not sure”.
 *
 * @param {string} question
 * @param {Answer | undefined} answer
 * @returns {string[]}
 */
export function labelsOf(question, answer) {
  if (answer === undefined || answer === "dk") return [WORDS.ui.answer.not_sure];
  if (typeof answer === "string") return [labelOf(question, answer)];
  if (answer.length === 0) return [WORDS.ui.answer.none];
  const { choice } = WORDS.question[question];
  return Object.keys(choice)
    .filter((id) => answer.includes(id))
    .map((id) => choice[id]);
}

/**
 * The name of a model outside of a sentence.
 *
 * @param {Model} model
 * @returns {string}
 */
export function nameOf(model) {
  return WORDS.alternative[model].name;
}

/**
 * A string with its placeholders filled in.
 *
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/**
 * A share in words: “all” and “none” only if they are exact.
 *
 * @param {number} rounded
 * @param {number} share
 * @returns {string}
 */
export function shareInWords(rounded, share) {
  if (rounded === 100 && share < 1) return WORDS.share.over;
  if (rounded === 0 && share > 0) return WORDS.share.under;
  return String(rounded);
}
