/**
 * What the contact module needs of the browser: its style sheet, and sending. Only pages with a contact load it.
 *
 * Nothing else sends what a visitor has entered.
 */

import { sheet } from "./sheet.js";

/** In milliseconds, from the request to the end of the answer. */
const LONGEST_WAIT = 15_000;

/** In bytes. What follows is not read. */
const LONGEST_ANSWER = 16_000;

/** How long a policy may take to block a form, in milliseconds: the form is a navigation of another tab. */
const LONGEST_LOOK = 500;

/** How long the visitor sees a message before it can be sent, in milliseconds. */
const SHORTEST_LOOK = 500;

/**
 * Why there is no answer. `offline` and `blocked` mean that nothing was sent; after the others, the message may have arrived.
 *
 * @typedef {"offline" | "network" | "timeout" | "blocked" | "canceled"} Failure
 */

/**
 * What the receiver has answered. The text is what arrived of it.
 *
 * @typedef {{ status: number, type: string, text: string }} Answer
 */

/**
 * Sends a message, once. Never rejects.
 *
 * @param {{ url: string, headers: Record<string, string>, body: string }} request
 * @param {AbortSignal} canceled
 * @returns {Promise<Answer | { failure: Failure }>}
 */
export async function send({ url, headers, body }, canceled) {
  if (canceled.aborted) return { failure: "canceled" };
  const request = new AbortController();
  const policy = watchPolicy(url);
  const wasOnline = navigator.onLine;
  /** @type {Answer | undefined} */
  let answer;
  /** @type {(failure: Failure) => void} */
  let stop = () => {};
  /** @type {Promise<Failure>} */
  const stopped = new Promise((resolve) => (stop = resolve));
  const timer = setTimeout(stop, LONGEST_WAIT, "timeout");
  const cancel = () => stop("canceled");
  canceled.addEventListener("abort", cancel);
  const answered = async () => {
    const response = await fetch(url, {
      method: "POST",
      headers,
      body,
      mode: "cors",
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      signal: request.signal,
    });
    const { status, body: stream } = response;
    answer = { status, type: response.headers.get("Content-Type") ?? "", text: "" };
    if (stream) await read(stream, answer);
    return undefined;
  };
  /** @returns {Promise<Failure>} */
  const unanswered = async () => {
    if (await policy.hasBlocked()) return "blocked";
    return wasOnline ? "network" : "offline";
  };
  // A page can have replaced `fetch` by a function that ignores the signal.
  const failure = await Promise.race([stopped, answered().catch(unanswered)]);
  clearTimeout(timer);
  canceled.removeEventListener("abort", cancel);
  policy.leave();
  request.abort();
  // Once there is a status, the message has arrived, even if the rest of the answer has not.
  return answer ?? { failure: failure ?? "network" };
}

/**
 * @param {ReadableStream<Uint8Array>} stream
 * @param {Answer} answer
 */
async function read(stream, answer) {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  for (let left = LONGEST_ANSWER; left > 0;) {
    const { done, value } = await reader.read();
    if (done) return;
    answer.text += decoder.decode(value.subarray(0, left), { stream: true });
    left -= value.length;
  }
}

/**
 * Sends entries as an HTML form, in a new tab. What it answers cannot be read.
 *
 * @param {{ url: string, entries: [string, string][] }} message
 * @param {Node} place
 * @returns {Promise<{ failure?: Failure }>}
 */
export async function post({ url, entries }, place) {
  const policy = watchPolicy(url);
  const form = element("form", {
    method: "post",
    action: url,
    target: "_blank",
    // The page around it is nobody's business, and cannot be reached from there.
    rel: "noreferrer",
    "accept-charset": "utf-8",
    hidden: "",
  });
  form.append(...entries.map(([name, value]) => element("input", { type: "hidden", name, value })));
  place.appendChild(form);
  // An entry may have the name `submit`.
  HTMLFormElement.prototype.submit.call(form);
  form.remove();
  const isBlocked = await policy.hasBlocked(LONGEST_LOOK);
  policy.leave();
  return isBlocked ? { failure: "blocked" } : {};
}

/** @param {string} address A `mailto:` address. */
export async function open(address) {
  if (address.startsWith("mailto:")) element("a", { href: address }).click();
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} attributes
 */
function element(tag, attributes) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/**
 * Notices whether the page's policy blocks a request to an address, and says what it lacks.
 *
 * @param {string} url
 */
function watchPolicy(url) {
  /** @type {(event: SecurityPolicyViolationEvent) => void} */
  let note = () => {};
  const blocked = new Promise((resolve) => {
    note = ({ blockedURI, disposition, effectiveDirective }) => {
      const { origin, href } = new URL(url);
      if (disposition !== "enforce" || blockedURI !== href.replace(/#.*/, "")) return;
      console.warn(
        `<support-fit> contact: add ${origin} to ${effectiveDirective} in the page's policy.`,
      );
      resolve(true);
    };
  });
  addEventListener("securitypolicyviolation", note);
  return {
    /** @param {number} [milliseconds] At least a task, since the browser reports it in one of its own. */
    hasBlocked: (milliseconds) =>
      Promise.race([blocked, new Promise((resolve) => setTimeout(resolve, milliseconds, false))]),
    leave: () => removeEventListener("securitypolicyviolation", note),
  };
}

/** @type {CSSStyleSheet | undefined} */
let style;

/**
 * What is being sent, by the shadow root of the element.
 *
 * @type {WeakMap<ShadowRoot, AbortController>}
 */
const sending = new WeakMap();

/**
 * What was typed, by the element.
 *
 * @type {WeakMap<Element, object>}
 */
const typedIn = new WeakMap();

/** What the application calls, with the shadow root of its element (`mounting.js`). */
export const calls = {
  /**
   * @param {null} _
   * @param {ShadowRoot} shadow
   */
  add(_, { adoptedStyleSheets }) {
    style ??= sheet(SUPPORT_FIT_CONTACT_CSS);
    if (!adoptedStyleSheets.includes(style)) adoptedStyleSheets.push(style);
  },

  /**
   * What a new message needs: an id, how long the visitor has been here, and the cookie of HubSpot if the page sends it.
   *
   * @param {boolean} withCookie
   */
  begin: (withCookie) => ({
    id: newId(),
    seconds: Math.round(performance.now() / 1_000),
    cookie: withCookie ? (/(?:^|; *)hubspotutk=([^;]*)/.exec(document.cookie)?.[1] ?? null) : null,
  }),

  /**
   * Keeps what was typed while the element restarts, until the answers are erased.
   *
   * @param {object} typed
   * @param {ShadowRoot} shadow
   */
  keep(typed, { host }) {
    if (!typedIn.has(host))
      host.addEventListener("support-fit-reset", () => typedIn.delete(host), { once: true });
    typedIn.set(host, typed);
  },

  /**
   * @param {null} _
   * @param {ShadowRoot} shadow
   */
  kept: (_, { host }) => typedIn.get(host) ?? null,

  isOnline: () => navigator.onLine,

  /** Resolves when the browser is online. */
  online: () =>
    new Promise((resolve) => {
      if (navigator.onLine) resolve(null);
      else addEventListener("online", () => resolve(null), { once: true });
    }),

  /**
   * Resolves when the title of the section is in view.
   *
   * @param {null} _
   * @param {ShadowRoot} shadow
   */
  inView: (_, shadow) =>
    new Promise((resolve) => {
      const title = shadow.querySelector("#contact");
      const observer = new IntersectionObserver((entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        resolve(null);
      });
      if (title) observer.observe(title);
    }),

  /** Resolves when the visitor has had time to see what is shown. */
  seen: () => new Promise((resolve) => setTimeout(resolve, SHORTEST_LOOK, null)),

  /** @param {number} milliseconds */
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds, null)),

  /**
   * @param {Parameters<typeof send>[0]} request
   * @param {ShadowRoot} shadow
   */
  send(request, shadow) {
    const controller = new AbortController();
    sending.set(shadow, controller);
    return send(request, controller.signal);
  },

  /**
   * @param {null} _
   * @param {ShadowRoot} shadow
   */
  cancel: (_, shadow) => sending.get(shadow)?.abort(),

  post,
  open,

  /** @param {string} line Why a message was not taken. Nothing that was typed. */
  warn: (line) =>
    console.warn(`<support-fit> contact: ${line}. See "Troubleshooting" in docs/contact.md.`),

  /**
   * What the fields of the page's own form are marked with, once there is one: form services add their fields late.
   *
   * @param {null} _
   * @param {ShadowRoot} shadow
   */
  marks: (_, { host }) =>
    new Promise((resolve) => {
      const look = () => {
        const marks = marked(host).map((field) => field.dataset["supportFit"]);
        if (marks.length === 0) return;
        observer.disconnect();
        resolve(marks);
      };
      const observer = new MutationObserver(look);
      observer.observe(host, { subtree: true, childList: true, attributes: true });
      look();
    }),

  /**
   * Puts parts of the result into the marked fields. Returns whether each took its part: a select may not have the option.
   *
   * @param {Record<string, string>} parts
   * @param {ShadowRoot} shadow
   */
  fill: (parts, { host }) =>
    marked(host)
      .map((field) => {
        const mark = field.dataset["supportFit"] ?? "";
        if (!Object.hasOwn(parts, mark)) return true;
        const { value: before } = field;
        field.value = parts[mark] ?? "";
        if (field.value !== parts[mark]) {
          field.value = before;
          return false;
        }
        for (const type of ["input", "change"])
          field.dispatchEvent(new Event(type, { bubbles: true }));
        return true;
      })
      .every(Boolean),
};

/** A marked field whose value is a text. */
const FIELD =
  ":is(input:not([type=checkbox],[type=radio],[type=file]),textarea,select)[data-support-fit]:enabled";

/**
 * The fields of the page's own form that parts of the result can go into.
 *
 * @param {Element} host
 * @returns {(HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[]}
 */
const marked = (host) => [
  .../** @type {NodeListOf<HTMLInputElement>} */ (
    host.querySelectorAll(`:scope > [slot=contact] ${FIELD}, :scope > ${FIELD}[slot=contact]`)
  ),
];

/** A random UUID. Pages without encryption do not have `randomUUID`. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  // Version 4, variant 1 (RFC 9562).
  bytes[6] = (Number(bytes[6]) & 0x0f) | 0x40;
  bytes[8] = (Number(bytes[8]) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
