/** Keeps everything inside of the preview that a visitor could send or open, and says so. */

/** @typedef {"accepted" | "refused" | "offline"} Answer */

/** The folder of the build. */
const FOLDER = new URL("./", location.href).href;

const NOT_OPENED = "Links open only on your page, not in the preview.";

const NOT_SENT = "Nothing is sent from the preview.";

/** What a receiver says that refuses an address. */
const REFUSAL = {
  errors: [{ field: "email", message: "We cannot write to this address." }],
};

/** @type {Answer} */
let answer = "accepted";

/**
 * Sets how messages are answered.
 *
 * @param {Answer} given
 */
export function answerAs(given) {
  const wasOffline = answer === "offline";
  answer = given;
  if (wasOffline && given !== "offline") dispatchEvent(new Event("online"));
}

/** What is noted as long as nothing else is. */
let standing = "";

/**
 * Shows a note at the end of the preview.
 *
 * @param {string} text Empty for the standing one.
 */
export function note(text) {
  const place = document.querySelector(".note");
  const shown = text || standing;
  if (place && place.textContent !== shown) place.textContent = shown;
}

/** Forgets the notes on other settings. */
export function forgetNotes() {
  standing = "";
  note("");
}

/** @param {unknown} body */
const json = (body, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });

/** Answers in place of a receiver. */
function received() {
  if (answer === "offline") throw new TypeError("The preview has no network.");
  note(NOT_SENT);
  return answer === "refused" ? json(REFUSAL, 422) : json({ ok: true });
}

/** Replaces what could leave the preview. Before the loader runs. */
export function keepInside() {
  const { fetch } = window;
  window.fetch = async (input, init) => {
    const { url, method } = new Request(input, init);
    const isOfTheBuild = method === "GET" && url.startsWith(FOLDER);
    return isOfTheBuild ? fetch(input, init) : received();
  };
  Object.defineProperty(navigator, "onLine", { get: () => answer !== "offline" });

  HTMLFormElement.prototype.submit = () => note(NOT_SENT);
  window.open = () => {
    note(NOT_OPENED);
    return null;
  };
  // An address for email is opened by a link that is not on the page.
  const { click } = HTMLElement.prototype;
  HTMLElement.prototype.click = function () {
    if (this instanceof HTMLAnchorElement && !this.isConnected)
      note(this.protocol === "mailto:" ? NOT_SENT : NOT_OPENED);
    else click.call(this);
  };
  addEventListener(
    "click",
    (event) => {
      const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
      // Links inside of the element only move the focus.
      if (!link || link.getAttribute("href")?.startsWith("#")) return;
      event.preventDefault();
      note(NOT_OPENED);
    },
    // After the element, which reports the click to the page.
    false,
  );
  addEventListener("submit", (event) => event.preventDefault());

  // The owner types in the form next to it: the preview takes neither the focus nor the place in the page around it.
  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = function (options) {
    if (document.hasFocus()) focus.call(this, options);
  };
  Element.prototype.scrollIntoView = function (options) {
    const { top, bottom } = this.getBoundingClientRect();
    const isInView = top >= 0 && bottom <= innerHeight;
    const isNearest = typeof options === "object" && options.block === "nearest";
    if (!isNearest || !isInView) scrollBy(0, top);
  };

  addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
    if (effectiveDirective !== "img-src") return;
    standing = "The preview shows pictures only from this server and in data: addresses.";
    note("");
  });
}
