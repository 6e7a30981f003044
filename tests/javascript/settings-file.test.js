// Reading a file of settings from a server that does not answer, or does not stop.

import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { configuration } from "../../src/embed/mounting.js";
import { TOO_LONG, fetchSettings } from "../../src/embed/settings-file.js";

const URL_OF_FILE = "https://marlow.example/settings.json";

/** @type {AbortSignal | undefined} */
let signal;

/**
 * Lets the next request be answered like this.
 *
 * @param {() => Promise<unknown> | unknown} respond
 */
const answer = (respond) =>
  mock.method(globalThis, "fetch", async (/** @type {string} */ _url, /** @type {any} */ init) => {
    signal = init.signal;
    return respond();
  });

/**
 * A response that sends one part each time it is asked.
 *
 * @param {() => string | undefined | Promise<never>} part Undefined at the end.
 */
const streamed = (part) =>
  new Response(
    new ReadableStream({
      async pull(controller) {
        const text = await part();
        if (text === undefined) controller.close();
        else controller.enqueue(new TextEncoder().encode(text));
      },
    }),
  );

const never = () => /** @type {Promise<never>} */ (new Promise(() => {}));

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

/** @type {Record<string, () => unknown>} */
const HANGING = {
  "a server that never answers": never,
  "a server that never ends the file": () => {
    let parts = ['{"theme":'];
    return streamed(() => parts.pop() ?? never());
  },
};

for (const [what, respond] of Object.entries(HANGING)) {
  // @threat-settings-file
  test(`${what} is given up after 5 seconds`, async () => {
    answer(respond);
    const text = fetchSettings(URL_OF_FILE);
    mock.timers.tick(4_999);
    assert.equal(signal?.aborted, false);
    mock.timers.tick(1);
    await assert.rejects(text, /settings\.json did not arrive within 5 seconds/);
    assert.equal(signal?.aborted, true);
  });

  // @threat-settings-file
  test(`${what} leaves the element without its configuration, and the console says so`, async () => {
    answer(respond);
    const warn = mock.method(console, "warn", () => {});
    const read = configuration(element(URL_OF_FILE), null);
    mock.timers.tick(5_000);
    assert.deepEqual(await read, {});
    assert.equal(warn.mock.callCount(), 1);
    const line = warn.mock.calls[0]?.arguments.join(" ") ?? "";
    assert.match(line, /ignores its configuration.*did not arrive within 5 seconds/);
  });
}

// @threat-settings-file
test("a file without an end is read only up to the length that is too long", async () => {
  let parts = 0;
  answer(() => streamed(() => (parts++, "x".repeat(10_000))));
  assert.equal((await fetchSettings(URL_OF_FILE)).length, TOO_LONG);
  assert.ok(parts < 30, `${parts} parts were read`);
  assert.equal(signal?.aborted, true);
});

test("a file of several parts is joined, also within a character", async () => {
  const bytes = new TextEncoder().encode('{"providerName":"Müller"}');
  const parts = [bytes.slice(19), bytes.slice(0, 19)];
  const body = new ReadableStream({
    pull(controller) {
      const part = parts.pop();
      if (part) controller.enqueue(part);
      else controller.close();
    },
  });
  answer(() => new Response(body));
  assert.equal(await fetchSettings(URL_OF_FILE), '{"providerName":"Müller"}');
});

test("an empty response is an empty file", async () => {
  answer(() => new Response(null));
  assert.equal(await fetchSettings(URL_OF_FILE), "");
});

/**
 * What the configuration needs of an element.
 *
 * @param {string | null} config
 * @returns {any}
 */
function element(config) {
  return { baseURI: URL_OF_FILE, getAttribute: () => config };
}

/** @type {Record<string, { config: object, says: RegExp }>} */
const OBJECTS = {
  "has a getter that throws": {
    config: {
      get theme() {
        throw new Error("thrown by the page");
      },
    },
    says: /ignores its configuration.*thrown by the page/,
  },
  "has a toJSON that throws": {
    config: {
      toJSON() {
        throw new Error("thrown by the page");
      },
    },
    says: /ignores its configuration.*thrown by the page/,
  },
  "has a toJSON that returns nothing": { config: { toJSON() {} }, says: /not-json at \$/ },
  "contains itself": {
    config: Object.defineProperty({}, "self", {
      enumerable: true,
      get() {
        return this;
      },
    }),
    says: /ignores its configuration.*circular/,
  },
};

for (const [what, { config, says }] of Object.entries(OBJECTS)) {
  test(`a configuration object that ${what} is ignored with one warning`, async () => {
    const warn = mock.method(console, "warn", () => {});
    assert.deepEqual(await configuration(element(null), config), {});
    assert.equal(warn.mock.callCount(), 1);
    assert.match(warn.mock.calls[0]?.arguments.join(" ") ?? "", says);
  });
}

test("a language or theme that is not a string is left to the application, which reports it", async () => {
  const cursed = { toString: null, valueOf: null };
  const text = JSON.stringify({ lang: cursed, theme: cursed });
  const read = await configuration(element(null), JSON.parse(text));
  assert.deepEqual(read, { text, lang: undefined, theme: undefined });
});
