/**
 * What the details of events may contain, as documented on the class in `element.js`. The frame and the script around it keep
 * to this list, so a new entry of a detail leaves the frame only when it is listed here.
 */

/** @type {Record<string, string[]>} */
const PLAIN = {
  ready: [],
  start: [],
  "question-shown": ["step"],
  answer: ["step"],
  progress: ["step", "screen", "view"],
  result: ["verdict", "leader", "isFull"],
  export: ["format"],
  share: ["method"],
  cta: ["url", "verdict", "leader"],
  contact: ["stage"],
  lead: ["id", "receiver"],
  "lead-result": ["id", "outcome"],
  reset: [],
  error: ["code", "message"],
};

const QUESTION = ["question", "position", "total"];

/**
 * What detailed events contain as well.
 *
 * @type {Record<string, string[]>}
 */
const DETAILED = { "question-shown": QUESTION, answer: [...QUESTION, "answer"] };

/** The events that a frame passes to the page around it, without their prefix. */
export const EVENTS = Object.keys(PLAIN);

/**
 * The entries of a detail that an event may contain. Others are left out.
 *
 * @param {string} event One of `EVENTS`.
 * @param {unknown} detail
 * @param {boolean} isDetailed
 * @returns {Record<string, unknown>}
 */
export function allowedDetail(event, detail, isDetailed) {
  const given = /** @type {Record<string, unknown>} */ (Object(detail));
  const names = [...(PLAIN[event] ?? []), ...((isDetailed && DETAILED[event]) || [])];
  const entries = names.filter((name) => Object.hasOwn(given, name));
  return Object.fromEntries(entries.map((name) => [name, given[name]]));
}
