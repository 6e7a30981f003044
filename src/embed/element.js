/**
 * The element's class. JavaScript owns it, because a type of Rust cannot extend `HTMLElement`, and because a module that
 * has panicked cannot show its own failure. What is asked and shown is none of this file's business.
 */

import { address, application, fetchedSheet, renew, sheet, text } from "./application.js";
import { claim, kept, release } from "./drafts.js";
import { emit } from "./events.js";
import { Failure, message } from "./failure.js";
import { firstScreen } from "./first-screen.js";

/** @typedef {import("./mounting.js").Attached} Attached */

/**
 * The way from the wish for the application to its being there. It outlives the element's absence from the page.
 *
 * @typedef {PromiseWithResolvers<Attached>} Arrival
 */

const FIRST = sheet(SUPPORT_FIT.first.css);

/** How far from the viewport the element starts to load: a screen away. */
const NEAR = { rootMargin: "100% 0%" };

/** What shows that the visitor is about to use it. */
const INTENT = ["pointerenter", "touchstart", "focusin"];

/** Attributes that the application reads, as opposed to this file. */
const SETTINGS = [
  "provider-name",
  "cta-url",
  "cta-label",
  "flow",
  "theme",
  "storage",
  "storage-key",
  "currency",
  "data-layer",
  "loading",
];

/**
 * An assessment that helps to choose between in-house, co-managed and fully outsourced IT support. It runs in the visitor's
 * browser; what they answer leaves the device only if they send it.
 *
 * @tag support-fit
 * @tagname support-fit
 *
 * @attr {string} config - Address of a configuration (JSON), or `#id` of a `<script type="application/json">` on the page.
 * @attr {string} lang - Language tag of the words. Default: that of the nearest element that has one.
 * @attr {string} provider-name - Who shows the assessment; named in the disclosure line and the call to action.
 * @attr {string} cta-url - Where the call to action leads: an `https:`, `mailto:` or `tel:` address. Default: there is none.
 * @attr {string} cta-label - What the call to action says.
 * @attr {"auto" | "quick" | "full"} flow - The quick check first, the quick check alone, or all questions. Default: `auto`.
 * @attr {"auto" | "light" | "dark"} theme - Light or dark. Default: `auto`, as the page's `color-scheme` says.
 * @attr {"local" | "none"} storage - Whether answers outlive the page. Default: `local`.
 * @attr {string} storage-key - Under which key answers are kept. Default: `support-fit`, with a number for further elements.
 * @attr {string} currency - Currency of the cost model, three letters. Default: by the region of the language tag, else `USD`.
 * @attr {"lazy" | "eager"} loading - When the application is loaded. Default: `lazy`, a screen before it comes into view.
 * @attr {string} data-layer - Name of a global array that hears the events too. Without a value: `dataLayer`.
 * @attr {string} nonce - Nonce of the page's content policy, where that names nonces instead of addresses.
 *
 * @slot - What is shown without scripts, and while nothing else can be.
 * @slot disclosure - Replaces the line on who shows the assessment and what they sell.
 * @slot failed - Replaces the message that the assessment could not be loaded, or has stopped.
 *
 * @csspart shell - Everything.
 * @csspart heading - The title and the promise.
 * @csspart progress - How far the visitor is.
 * @csspart question - A question with its answers.
 * @csspart answer - One answer.
 * @csspart primary-button - The way on.
 * @csspart secondary-button - Other ways.
 * @csspart result - The result.
 * @csspart cta - The call to action.
 * @csspart footer - Where the answers are kept.
 *
 * @cssprop --support-fit-accent - Color of what can be pressed. It is made darker or lighter until it can be read.
 * @cssprop --support-fit-background - Color behind everything, within what can be read on.
 * @cssprop --support-fit-color - Color of the text, within what can be read.
 * @cssprop --support-fit-font-family - Default: that of the page.
 * @cssprop --support-fit-font-size - Default: that of the page, from 16 to 20 px.
 * @cssprop --support-fit-radius - How round corners are. Default: `0.5em`.
 *
 * @fires {CustomEvent<{}>} support-fit-ready - The application is there.
 * @fires {CustomEvent<{}>} support-fit-start - The visitor gave the first answer.
 * @fires {CustomEvent<{ step: number, question?: string, position?: number, total?: number }>} support-fit-question-shown - The visitor went to a question. `step` counts the questions shown in this visit; the rest comes only with `"events": "detailed"`.
 * @fires {CustomEvent<{ step: number, question?: string, position?: number, total?: number, answer?: string | string[] | null }>} support-fit-answer - The visitor answered a question. All but `step` comes only with `"events": "detailed"`.
 * @fires {CustomEvent<{ step: number, screen: "question" | "overview" | "priorities" | "check" | "result", view: string | null }>} support-fit-progress - The visitor went to another screen.
 * @fires {CustomEvent<{ verdict: "insufficient" | "close" | "lean" | "clear" | "only", leader: "in-house" | "co-managed" | "outsourced" | null, isFull: boolean }>} support-fit-result - The visitor sees a result, or another one.
 * @fires {CustomEvent<{ format: "draft" | "markdown" | "csv" | "json" | "calendar" }>} support-fit-export - The visitor saved a file.
 * @fires {CustomEvent<{ method: "link" | "mail" | "text" }>} support-fit-share - The visitor copied the link or the text of the mail, or opened a mail.
 * @fires {CustomEvent<{ url: string, verdict: "insufficient" | "close" | "lean" | "clear" | "only", leader: "in-house" | "co-managed" | "outsourced" | null }>} support-fit-cta - The visitor follows the call to action; `preventDefault()` keeps it from being followed.
 * @fires {CustomEvent<{}>} support-fit-reset - The visitor started over, or erased the answers.
 * @fires {CustomEvent<{ code: "unsupported" | "blocked-by-policy" | "offline" | "unreachable" | "not-found" | "wrong-type" | "broken-build" | "crashed", message: string }>} support-fit-error - The application could not be loaded, or has stopped.
 */
export class SupportFit extends HTMLElement {
  static observedAttributes = [...SETTINGS, "config", "lang"];

  /** @type {"idle" | "loading" | "ready" | "failed"} */
  #status = "idle";

  /** @type {object | string | null} */
  #config = null;

  /** The key of its draft while it is on the page. */
  #key = "";

  /**
   * The draft as it was last kept, wherever else that was.
   *
   * @type {string | undefined}
   */
  #draft;

  /** Under which key that was. */
  #draftKey = "";

  /** @type {ReturnType<typeof firstScreen>} */
  #first;

  /** @type {Attached | undefined} */
  #attached;

  /** @type {Arrival | undefined} */
  #arrival;

  /** Once it was asked for, it is there whenever the element is. */
  #wanted = false;

  #isChanging = false;

  #sight = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) this.#want();
  }, NEAR);

  #shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });

  connectedCallback() {
    // Moved, if there is a key: it was removed, and is back before anything was done about it.
    if (this.#key) return;
    if (Object.hasOwn(this, "config")) {
      // Set before the element was defined.
      const { config } = this;
      delete (/** @type {any} */ (this).config);
      this.config = config;
    }
    this.#enter();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    // The style sheet follows the theme, and what is loaded is loaded.
    if (before !== now && name !== "theme" && name !== "loading") this.#settingsChanged();
  }

  /**
   * The configuration, instead of the one that the attribute names; a text is taken as that attribute.
   *
   * @type {object | string | null}
   */
  get config() {
    return this.#config;
  }

  set config(config) {
    this.#config = config ?? null;
    this.#settingsChanged();
  }

  /**
   * How far the element is.
   *
   * @type {"idle" | "loading" | "ready" | "failed"}
   */
  get status() {
    return this.#status;
  }

  /**
   * The result, or null before there is one. Shares are whole numbers of 100.
   *
   * @type {{ verdict: "insufficient" | "close" | "lean" | "clear" | "only", leader: "in-house" | "co-managed" | "outsourced" | null, shares: Record<"in-house" | "co-managed" | "outsourced", number>, ruledOut: ("in-house" | "co-managed" | "outsourced")[], isFull: boolean } | null}
   */
  get result() {
    return /** @type {any} */ (this.#attached?.result() ?? null);
  }

  /**
   * Loads the application now.
   *
   * @returns {Promise<void>} Rejected where it cannot be loaded.
   */
  async load() {
    await this.#there();
  }

  /**
   * Forgets all answers, here and on the device.
   *
   * @returns {Promise<void>}
   */
  async reset() {
    (await this.#there()).reset();
  }

  /**
   * The answers, as they are kept.
   *
   * @returns {Promise<object>}
   */
  async exportDraft() {
    return (await this.#there()).exportDraft();
  }

  /**
   * Goes on with other answers. What is no draft is refused, and changes nothing.
   *
   * @param {object | string} draft What `exportDraft` gave, or its JSON.
   * @returns {Promise<void>} Rejected where the draft is none.
   */
  async importDraft(draft) {
    (await this.#there()).importDraft(draft);
  }

  /**
   * Goes to the result. Gives whether there are enough answers for one.
   *
   * @returns {Promise<boolean>}
   */
  async showResult() {
    return (await this.#there()).showResult();
  }

  /**
   * Prints the report where the result is shown, else what is shown; without the page around it.
   *
   * @returns {Promise<void>}
   */
  async print() {
    (await this.#there()).print();
  }

  /** @returns {Promise<Attached>} */
  #there() {
    // With the settings that were changed just now.
    if (this.#isChanging) return Promise.resolve().then(() => this.#there());
    this.#wanted = true;
    if (!this.#arrival) {
      this.#arrival = Promise.withResolvers();
      // Who asks for it hears of a failure; where nobody asks, the page has been told.
      this.#arrival.promise.catch(() => {});
      if (this.#key) void this.#start(this.#arrival);
    }
    return this.#arrival.promise;
  }

  #want = () => void this.#there();

  #enter() {
    this.#key = claim(this);
    if (this.#draftKey !== this.#key) this.#draft = undefined;
    this.#draftKey = this.#key;
    this.#wait();
    for (const type of INTENT) this.addEventListener(type, this.#want, { passive: true });
    if (this.#arrival) void this.#start(this.#arrival);
    else if (this.#wanted || this.getAttribute("loading") === "eager") this.#want();
    else this.#sight.observe(this);
  }

  #leave() {
    if (!this.#key) return;
    this.#rest();
    release(this.#key, this);
    this.#attached?.free();
    // Whoever still waits gets it when the element is back.
    if (this.#status !== "loading") this.#arrival = undefined;
    this.#attached = undefined;
    this.#key = "";
    this.#status = "idle";
    this.#shadow.replaceChildren();
  }

  /** Waits for nothing any more: what is asked for is under way. */
  #rest() {
    for (const type of INTENT) this.removeEventListener(type, this.#want);
    this.#sight.disconnect();
  }

  /** Starts anew with other settings, once all of them are set, and whoever has set them is done. */
  #settingsChanged() {
    if (!this.#key || this.#isChanging) return;
    this.#isChanging = true;
    queueMicrotask(() => {
      this.#isChanging = false;
      this.#leave();
      if (this.isConnected) this.#enter();
    });
  }

  /** Shows the first screen if it will be the one of the build, or else the fallback content. */
  #wait() {
    const asBuilt =
      !this.#config &&
      !this.matches("[config],[flow=full],[storage=none]") &&
      this.#language() === SUPPORT_FIT.first.language;
    this.#first = asBuilt ? firstScreen(kept(this.#key)) : undefined;
    this.#show(this.#first?.root ?? document.createElement("slot"));
  }

  /** @param {Element} content */
  #show(content) {
    this.#shadow.adoptedStyleSheets = content.matches("slot") ? [] : [FIRST];
    this.#shadow.replaceChildren(content);
  }

  /** @param {Arrival} arrival */
  async #start(arrival) {
    const key = this.#key;
    const isGone = () => this.#key !== key || this.#arrival !== arrival;
    this.#status = "loading";
    this.#rest();
    try {
      const language = this.#language();
      const [module, css, words] = await Promise.all([
        application(address(), this.nonce),
        fetchedSheet(SUPPORT_FIT.assets.css),
        this.#words(language),
      ]);
      if (isGone()) return;
      const attached = await module.attach({
        element: this,
        shadow: this.#shadow,
        settings: SETTINGS,
        config: this.#config,
        key,
        draft: this.#draft,
        first: this.#first,
        css,
        words,
        language,
        show: (root) => this.#show(root),
        other: (wanted) => this.#language(wanted),
        read: (language) => this.#words(language),
        emit: (name, detail) => emit(this, name, detail),
        keep: (draft) => (this.#draft = draft || undefined),
        renew,
        failure: (cause) => new Failure("crashed", cause),
        stop: (cause, said, ways) => {
          this.#attached = undefined;
          this.#fail(new Failure("crashed", cause), said, ways(this.#want));
        },
        isGone,
      });
      if (!attached) return;
      this.#first = undefined;
      this.#attached = attached;
      this.#status = "ready";
      arrival.resolve(attached);
      attached.ready();
    } catch (error) {
      if (isGone()) return;
      const { failed, retry } = SUPPORT_FIT.texts;
      const failure =
        error instanceof Failure ? error : new Failure("broken-build", import.meta.url, error);
      // The files may be others the next time.
      text.forget();
      fetchedSheet.forget();
      this.#fail(failure, failed, { [retry]: this.#want });
      arrival.reject(failure);
    }
  }

  /**
   * @param {Failure} failure
   * @param {string} said
   * @param {Record<string, () => void>} ways
   */
  #fail(failure, said, ways) {
    this.#arrival = undefined;
    this.#status = "failed";
    this.#show(message(said, ways));
    console.error("<support-fit>", failure);
    emit(this, "error", { code: failure.code, message: failure.message });
  }

  /**
   * The language of the words that the element is shown in.
   *
   * @param {string} [tag] What is wanted; else that of the nearest element that has one.
   */
  #language(tag = this.closest("[lang]")?.getAttribute("lang") ?? "") {
    const known = SUPPORT_FIT.assets.words;
    return (
      [tag, ...tag.split("-", 1)].find((name) => Object.hasOwn(known, name)) ??
      SUPPORT_FIT.first.language
    );
  }

  /** @param {string} language */
  #words(language) {
    return text(SUPPORT_FIT.assets.words[language] ?? "");
  }
}
