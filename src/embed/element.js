/**
 * The class of the custom element. It is JavaScript because a Rust type cannot extend `HTMLElement`, and because a module
 * that has panicked cannot show an error message. It knows nothing about questions or results.
 */

import { application, fetchedText, renew } from "./application.js";
import { claim, release, savedDraft } from "./drafts.js";
import { failure, message, report } from "./failure.js";
import { firstScreen } from "./first-screen.js";
import { ENGLISH, available, languageOf } from "./language.js";
import { sheet } from "./sheet.js";

/** @typedef {import("./failure.js").Failure} Failure */
/** @typedef {import("./mounting.js").Attached} Attached */

/**
 * Survives the element being detached.
 *
 * @typedef {{ promise: Promise<Attached>, resolve: (attached: Attached) => void, reject: (failure: Failure) => void }} PendingLoad
 */

/** Loading starts when the element is within one screen of the viewport. */
const NEAR = { rootMargin: "100% 0%" };

/**
 * An assessment that helps to choose between in-house, co-managed and fully outsourced IT support. It runs in the visitor's
 * browser. Answers leave the device only if the visitor sends them.
 *
 * @tag support-fit
 * @tagname support-fit
 *
 * @slot - Shown without JavaScript, and until something else can be shown.
 * @slot disclosure - Replaces the line that says who offers the assessment and what they sell, but not what they changed.
 * @slot contact - A form of the page, shown after the result instead of the built-in one. Its fields with `data-support-fit` (`verdict`, `leader`, `summary`, `link` or `answers`) get that part of the result when the visitor asks for it.
 * @slot failed - Replaces the message that the assessment could not be loaded or has crashed.
 *
 * @csspart shell - The whole widget.
 * @csspart heading - The title and the promise.
 * @csspart progress - The progress bar and its text.
 * @csspart question - A question with its answers.
 * @csspart answer - One answer.
 * @csspart primary-button - The main button of a screen, such as Next.
 * @csspart secondary-button - The other buttons.
 * @csspart result - The result.
 * @csspart cta - The call to action.
 * @csspart footer - Where the answers are saved, and how to delete them.
 *
 * @cssprop --support-fit-accent - Color of controls. It is made darker or lighter if the contrast is too low.
 * @cssprop --support-fit-background - Background color, limited to what keeps text readable.
 * @cssprop --support-fit-color - Text color, limited to what is readable.
 * @cssprop --support-fit-font-family - Default: that of the page.
 * @cssprop --support-fit-font-size - Default: that of the page, from 16 to 20 px.
 * @cssprop --support-fit-radius - Radius of corners. Default: `0.5em`.
 *
 * @fires {CustomEvent<{}>} support-fit-ready - The application is ready to use.
 * @fires {CustomEvent<{}>} support-fit-start - The visitor gave the first answer.
 * @fires {CustomEvent<{ step: number, question?: string, position?: number, total?: number }>} support-fit-question-shown - The visitor went to a question. `step` counts the questions shown in this visit; the rest comes only with `"events": "detailed"`.
 * @fires {CustomEvent<{ step: number, question?: string, position?: number, total?: number, answer?: string | string[] | null }>} support-fit-answer - The visitor answered a question. All but `step`, and changes of the answer at the same step, come only with `"events": "detailed"`.
 * @fires {CustomEvent<{ step: number, screen: "question" | "overview" | "priorities" | "check" | "result", view: string | null }>} support-fit-progress - The visitor went to another screen.
 * @fires {CustomEvent<{ verdict: "insufficient" | "close" | "lean" | "clear" | "only", leader: "in-house" | "co-managed" | "outsourced" | null, isFull: boolean }>} support-fit-result - The visitor sees a result, or the result has changed.
 * @fires {CustomEvent<{ format: "draft" | "markdown" | "csv" | "json" | "calendar" }>} support-fit-export - The visitor saved a file.
 * @fires {CustomEvent<{ method: "link" | "mail" | "text" }>} support-fit-share - The visitor copied the link or the text of the email, or opened an email.
 * @fires {CustomEvent<{ url: string, verdict: "insufficient" | "close" | "lean" | "clear" | "only", leader: "in-house" | "co-managed" | "outsourced" | null }>} support-fit-cta - The visitor clicked the call to action; `preventDefault()` cancels it.
 * @fires {CustomEvent<{ stage: "shown" | "started" }>} support-fit-contact - The visitor has scrolled to the contact part below the result, or has begun to fill in the built-in form. Each once in a visit.
 * @fires {CustomEvent<{ id: string, receiver: "json" | "form" | "hubspot" | "post" | "mailto" | "event", payload?: object }>} support-fit-lead - The visitor sends a message; `preventDefault()` cancels it. Only the receiver `event` has the message as `payload`.
 * @fires {CustomEvent<{ id: string, outcome: "accepted" | "refused" | "unconfirmed" }>} support-fit-lead-result - What became of a message.
 * @fires {CustomEvent<{}>} support-fit-reset - The visitor started over or erased the answers.
 * @fires {CustomEvent<{ code: "unsupported" | "blocked-by-policy" | "offline" | "unreachable" | "refused" | "not-found" | "wrong-type" | "broken-build" | "crashed", message: string }>} support-fit-error - The application could not be loaded or has crashed.
 */
export class SupportFit extends HTMLElement {
  static observedAttributes = [...SUPPORT_FIT_SETTINGS, "config", "lang"];

  /** @type {"idle" | "loading" | "ready" | "failed"} */
  #status = "idle";

  /** @type {object | string | null} */
  #config = null;

  /** The storage key; empty while the element is detached. */
  #key = "";

  /**
   * The last draft, whether or not it could be saved.
   *
   * @type {import("./mounting.js").Draft | undefined}
   */
  #draft;

  /** The storage key of that draft. */
  #draftKey = "";

  /** The `lang` that applied when the element was attached. A browser that translates the page replaces it, with its region. */
  #tag = "";

  /** @type {ReturnType<typeof firstScreen>} */
  #first;

  /** @type {Attached | undefined} */
  #application;

  /** @type {PendingLoad | undefined} */
  #pending;

  /** Counts loads, and what ends them: a load that is no longer the last one is gone. */
  #starts = 0;

  /** Once requested, the application is loaded whenever the element is attached. */
  #isWanted = false;

  #isRestarting = false;

  #visibility = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) this.#request();
  }, NEAR);

  #shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });

  connectedCallback() {
    if (this.ownerDocument !== document) {
      // Neither our style sheets nor our events work there.
      this.#detach();
      this.#shadow.replaceChildren(document.createElement("slot"));
      return;
    }
    // Moved: the element was removed and inserted again in the same task.
    if (this.#key) return;
    if (Object.hasOwn(this, "config")) {
      // Set before the element was upgraded.
      const { config } = this;
      delete (/** @type {any} */ (this).config);
      this.config = config;
    }
    this.#attach();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#detach();
    });
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    // The style sheet handles the theme, and `loading` only matters at the start.
    if (before !== now && name !== "theme" && name !== "loading") this.#restart();
  }

  /**
   * The configuration, which replaces the one in the attribute. A string has the meaning of the attribute.
   *
   * @type {object | string | null}
   */
  get config() {
    return this.#config;
  }

  set config(config) {
    this.#config = config ?? null;
    this.#restart();
  }

  /**
   * Whether the application is loaded.
   *
   * @type {"idle" | "loading" | "ready" | "failed"}
   */
  get status() {
    return this.#status;
  }

  /**
   * The result; null if there is none. Shares are integers from 0 to 100.
   *
   * @type {{ verdict: "insufficient" | "close" | "lean" | "clear" | "only", leader: "in-house" | "co-managed" | "outsourced" | null, shares: Record<"in-house" | "co-managed" | "outsourced", number>, ruledOut: ("in-house" | "co-managed" | "outsourced")[], isFull: boolean } | null}
   */
  get result() {
    return /** @type {any} */ (this.#application?.result() ?? null);
  }

  /**
   * Loads the application now.
   *
   * @returns {Promise<void>} Rejected if it cannot be loaded.
   */
  async load() {
    await this.#loaded();
  }

  /**
   * Erases all answers, including those saved on the device.
   *
   * @returns {Promise<void>}
   */
  async reset() {
    (await this.#loaded()).reset();
  }

  /**
   * The answers as a draft.
   *
   * @returns {Promise<object>}
   */
  async exportDraft() {
    return (await this.#loaded()).exportDraft();
  }

  /**
   * Replaces the answers.
   *
   * @param {object | string} draft From `exportDraft`, or its JSON.
   * @returns {Promise<void>} Rejected if it is not a draft; the answers stay the same then.
   */
  async importDraft(draft) {
    (await this.#loaded()).importDraft(draft);
  }

  /**
   * Shows the result.
   *
   * @param {string} [view] `answer`, `why`, `what-if`, `cost`, `who`, `plan`, `ask`, `save` or `sources`.
   * @returns {Promise<boolean>} Whether there are enough answers for a result. Rejected if there is no such view.
   */
  async showResult(view = "answer") {
    return (await this.#loaded()).showResult(String(view));
  }

  /**
   * Prints the widget without the page around it: the report if a result is shown, otherwise the current screen.
   *
   * @returns {Promise<void>} Rejected if the browser cannot print, as in many apps that show pages.
   */
  async print() {
    (await this.#loaded()).print();
  }

  /** @returns {Promise<Attached>} */
  #loaded() {
    // A restart with other settings is pending, or the element was just removed.
    if (this.#isRestarting || (this.#key && !this.isConnected))
      return Promise.resolve().then(() => this.#loaded());
    this.#isWanted = true;
    if (!this.#pending) {
      // Not `Promise.withResolvers`, which some libraries remove.
      const pending = /** @type {PendingLoad} */ ({});
      pending.promise = new Promise((resolve, reject) =>
        Object.assign(pending, { resolve, reject }),
      );
      this.#pending = pending;
      // Callers handle a rejection. Without a caller, the event `error` has reported it.
      this.#pending.promise.catch(() => {});
      if (this.#key) void this.#start(this.#pending);
    }
    return this.#pending.promise;
  }

  #request = () => void this.#loaded();

  #attach() {
    this.#tag = languageOf(this);
    this.#key = claim(this);
    if (this.#draftKey !== this.#key) this.#draft = this.#first = undefined;
    this.#draftKey = this.#key;
    this.#showFirst();
    if (this.#pending) void this.#start(this.#pending);
    else if (this.#isWanted || this.getAttribute("loading") === "eager") this.#request();
    else this.#visibility.observe(this);
  }

  #detach() {
    if (!this.#key) return;
    this.#visibility.disconnect();
    release(this.#key, this);
    this.#application?.free();
    // A load that is under way would otherwise end as a second application.
    this.#starts++;
    // A pending load continues when the element is attached again.
    if (this.#status !== "loading") this.#pending = undefined;
    this.#application = undefined;
    this.#key = "";
    this.#status = "idle";
    this.#shadow.replaceChildren();
  }

  /** Restarts with changed settings, after the current task has changed all of them. */
  #restart() {
    if (!this.#key || this.#isRestarting) return;
    this.#isRestarting = true;
    queueMicrotask(() => {
      this.#isRestarting = false;
      this.#detach();
      if (this.isConnected) this.#attach();
    });
  }

  /** Shows the first question if the application will start with it, otherwise the fallback content. */
  #showFirst() {
    const asBuilt =
      !this.#config &&
      !this.matches("[config],[flow=full],[storage]:not([storage=local])") &&
      this.#language().startsWith(ENGLISH);
    // What the visitor chose before a restart.
    if (asBuilt) this.#first ??= firstScreen(savedDraft(this.#key));
    const content = (asBuilt && this.#first?.root) || document.createElement("slot");
    // It can be used far from the viewport, as by a screen reader.
    content.addEventListener("focusin", this.#request);
    this.#show(content);
  }

  /** @param {Element} content */
  #show(content) {
    this.#shadow.adoptedStyleSheets = content.matches("slot") ? [] : [sheet(SUPPORT_FIT.first.css)];
    this.#shadow.replaceChildren(content);
  }

  /** @param {PendingLoad} pending */
  async #start(pending) {
    const start = ++this.#starts;
    const isGone = () => this.#starts !== start;
    this.#status = "loading";
    this.#visibility.disconnect();
    let attached;
    try {
      const [module, css] = await Promise.all([
        application(),
        fetchedText(SUPPORT_FIT.assets.css),
        // Ahead. If it fails, the application reports it.
        wordsIn(this.#language()).catch(() => {}),
      ]);
      if (isGone()) return;
      attached = await module.attach({
        element: this,
        shadow: this.#shadow,
        settings: SUPPORT_FIT_SETTINGS,
        config: this.#config,
        key: this.#key,
        draft: this.#draft,
        first: this.#first,
        css,
        tag: this.#tag,
        show: (root) => {
          this.#first = undefined;
          this.#show(root);
        },
        match: available,
        words: wordsIn,
        read: fetchedText,
        keep: (draft) => (this.#draft = draft),
        renew,
        failure: (cause) => failure("crashed", cause),
        stop: (cause, text, language, actions) => {
          this.#application = undefined;
          this.#fail(failure("crashed", cause), text, actions(this.#request), language);
        },
        isGone,
      });
      if (!attached) return;
      this.#application = attached;
      this.#status = "ready";
      pending.resolve(attached);
    } catch (error) {
      renew();
      if (isGone()) return;
      const language = this.#language();
      const [failed, retry] = /** @type {[string, string]} */ (SUPPORT_FIT.texts[language]);
      const known = /** @type {Failure} */ (error);
      const reported =
        typeof known.code === "string" ? known : failure("broken-build", import.meta.url, error);
      // First, since the page may have replaced what reports the failure.
      pending.reject(reported);
      this.#fail(reported, failed, { [retry]: this.#request }, language);
    }
    // Outside, because what a page does at the event is no failure to load.
    attached?.ready();
  }

  /**
   * @param {Failure} failure
   * @param {string} text
   * @param {Record<string, () => void>} actions
   * @param {string} language
   */
  #fail(failure, text, actions, language) {
    this.#pending = undefined;
    this.#starts++;
    this.#status = "failed";
    this.#show(message(text, actions, language));
    report(this, failure);
  }

  /** The language of the build for that of the page. */
  #language() {
    return available(this.#tag) ?? ENGLISH;
  }
}

/** @param {string} language */
const wordsIn = (language) => fetchedText(SUPPORT_FIT.assets.words.replace("*", language));
