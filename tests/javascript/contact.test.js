// Sending a message to a receiver that answers, fails, or does not stop.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, afterEach, before, beforeEach, mock, test } from "node:test";

/** The window. */
const page = new EventTarget();
const navigator = { onLine: true };

for (const [name, value] of Object.entries({
  navigator,
  addEventListener: page.addEventListener.bind(page),
  removeEventListener: page.removeEventListener.bind(page),
}))
  Object.defineProperty(globalThis, name, { value, configurable: true });

const { post, send } = await import("../../src/embed/contact.js");

/** @typedef {import("node:http").IncomingMessage} Request */
/** @typedef {import("node:http").ServerResponse} Response */

/** How the receiver answers. @type {(request: Request, response: Response) => void} */
let answer;

/** What the receiver got. @type {{ method?: string, headers: Request["headers"], body: string }[]} */
let received;

const receiver = createServer(async (request, response) => {
  let body = "";
  for await (const part of request.setEncoding("utf8")) body += part;
  received.push({ method: request.method, headers: request.headers, body });
  answer(request, response);
});

let url = "";

before(async () => {
  await new Promise((listening) => receiver.listen(0, "127.0.0.1", () => listening(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (receiver.address());
  url = `http://127.0.0.1:${port}/lead`;
});
after(() => {
  receiver.closeAllConnections();
  receiver.close();
});
beforeEach(() => {
  received = [];
  navigator.onLine = true;
});
afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

const MESSAGE = {
  headers: { "Content-Type": "application/json" },
  body: '{"email":"ana@example.com"}',
};

/** @param {AbortSignal} [canceled] */
const sent = (canceled = new AbortController().signal) => send({ url, ...MESSAGE }, canceled);

/**
 * @param {number} status
 * @param {string} [text]
 * @param {Record<string, string>} [headers]
 */
const answers =
  (status, text = "", headers = {}) =>
  (/** @type {Request} */ _, /** @type {Response} */ response) =>
    response.writeHead(status, headers).end(text);

test("the status, type and text of an answer are returned", async () => {
  const json = { "Content-Type": "application/json; charset=utf-8" };
  answer = answers(200, '{"ok":"Grüße"}', json);
  assert.deepEqual(await sent(), {
    status: 200,
    type: json["Content-Type"],
    text: '{"ok":"Grüße"}',
  });
  answer = answers(400, '{"errors":[]}', json);
  assert.deepEqual(await sent(), {
    status: 400,
    type: json["Content-Type"],
    text: '{"errors":[]}',
  });
  answer = answers(204);
  assert.deepEqual(await sent(), { status: 204, type: "", text: "" });
});

// @threat-contact-privacy
test("the receiver gets the message once, and nothing about the page or the visitor", async () => {
  answer = answers(200);
  const options = mock.method(globalThis, "fetch");
  await sent();
  assert.equal(received.length, 1);
  const [{ method, headers, body } = { headers: {} }] = received;
  assert.deepEqual(
    [method, body, headers["content-type"]],
    ["POST", MESSAGE.body, "application/json"],
  );
  assert.deepEqual(
    [headers.cookie, headers.referer, headers.authorization],
    Array(3).fill(undefined),
  );
  const { signal, ...given } = /** @type {RequestInit} */ (options.mock.calls[0]?.arguments[1]);
  assert.ok(signal);
  assert.deepEqual(given, {
    ...MESSAGE,
    method: "POST",
    mode: "cors",
    credentials: "omit",
    redirect: "error",
    referrerPolicy: "no-referrer",
    cache: "no-store",
  });
});

// @threat-contact-answers
test("a redirect is not followed", async () => {
  answer = answers(302, "", { Location: "/elsewhere" });
  assert.deepEqual(await sent(), { failure: "network" });
  assert.equal(received.length, 1);
});

// @threat-contact-answers
test("an answer without an end is read up to 16,000 bytes", async () => {
  let written = 0;
  const more = (/** @type {Response} */ response) => {
    while (!response.destroyed && response.write("x".repeat(10_000))) written++;
    if (!response.destroyed) response.once("drain", () => more(response));
  };
  answer = (_, response) => {
    response.writeHead(200, { "Content-Type": "text/plain" });
    more(response);
  };
  assert.deepEqual(await sent(), { status: 200, type: "text/plain", text: "x".repeat(16_000) });
  assert.ok(written < 10_000, `${written} parts were written`);
});

test("an answer that is cut off counts by its status", async () => {
  answer = (_, response) => {
    response.writeHead(200, { "Content-Type": "text/plain", "Content-Length": 100 });
    response.write("thank", () => response.destroy());
  };
  assert.deepEqual(await sent(), { status: 200, type: "text/plain", text: "thank" });
});

test("a connection that is lost before the answer is a network failure", async () => {
  answer = (_, response) => response.destroy();
  assert.deepEqual(await sent(), { failure: "network" });
});

/** Resolves once the receiver has a request. */
const arrival = () => new Promise((arrived) => (answer = () => arrived(undefined)));

// @threat-contact-answers
test("a receiver that does not answer is given up after 15 seconds", async () => {
  const arrived = arrival();
  mock.timers.enable({ apis: ["setTimeout"] });
  const result = sent();
  await arrived;
  mock.timers.tick(14_999);
  assert.equal(
    await Promise.race([result, new Promise((done) => setImmediate(done, "waits"))]),
    "waits",
  );
  mock.timers.tick(1);
  assert.deepEqual(await result, { failure: "timeout" });
});

test("a status that has arrived counts, even if the rest of the answer does not follow in time", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  mock.method(globalThis, "fetch", async () => new Response(new ReadableStream(), { status: 201 }));
  const result = sent();
  await new Promise(setImmediate);
  mock.timers.tick(15_000);
  assert.deepEqual(await result, { status: 201, type: "", text: "" });
});

test("a message can be canceled, also before it is sent", async () => {
  const cancel = new AbortController();
  const closed = new Promise((closed) => {
    answer = (_, response) => {
      response.once("close", closed);
      cancel.abort();
    };
  });
  assert.deepEqual(await sent(cancel.signal), { failure: "canceled" });
  await closed;
  assert.deepEqual(await sent(cancel.signal), { failure: "canceled" });
  assert.equal(received.length, 1);
});

/** As browsers report a missing CORS header, a refused preflight and a blocked request. */
const refuses = () =>
  mock.method(globalThis, "fetch", async () => {
    throw new TypeError("Failed to fetch");
  });

// @threat-contact-outcomes
test("an answer that the page may not read is a network failure", async () => {
  refuses();
  assert.deepEqual(await sent(), { failure: "network" });
});

test("without a connection, nothing is sent", async () => {
  refuses();
  navigator.onLine = false;
  assert.deepEqual(await sent(), { failure: "offline" });
});

/** @param {object} violation */
const violates = (violation) =>
  setTimeout(() =>
    page.dispatchEvent(
      Object.assign(new Event("securitypolicyviolation"), {
        blockedURI: url,
        disposition: "enforce",
        effectiveDirective: "connect-src",
        ...violation,
      }),
    ),
  );

/** @returns A function that returns the directives to which the console so far says to add the receiver. */
function policyRemedies() {
  const warn = mock.method(console, "warn", () => {});
  const { origin } = new URL(url);
  const [before, after] = [`<support-fit> contact: add ${origin} to `, " in the page's policy."];
  return () =>
    warn.mock.calls.map(({ arguments: [line] }) => line.replace(before, "").replace(after, ""));
}

// @threat-contact-outcomes
test("a message that the policy of the page blocks is reported as blocked, and the console names what its policy lacks", async () => {
  refuses();
  const remedies = policyRemedies();
  violates({});
  assert.deepEqual(await sent(), { failure: "blocked" });
  assert.deepEqual(remedies(), ["connect-src"]);
  for (const other of [{ blockedURI: "https://other.example/" }, { disposition: "report" }]) {
    violates(other);
    assert.deepEqual(await sent(), { failure: "network" });
  }
});

/** An element of a fake page. */
class FakeElement {
  /** @type {FakeElement[]} */
  children = [];
  /** @type {Record<string, string>} */
  attributes = {};
  /** @type {FakeElement | undefined} */
  parent;
  /** @param {string} tag */
  constructor(tag) {
    this.tag = tag;
  }
  setAttribute = (/** @type {string} */ name, /** @type {string} */ value) =>
    void (this.attributes[name] = value);
  append = (/** @type {FakeElement[]} */ ...children) => void this.children.push(...children);
  appendChild = (/** @type {FakeElement} */ child) => {
    child.parent = this;
    this.append(child);
  };
  remove = () => void (this.parent?.children ?? []).splice(0);
}

// @threat-contact-answers
test("a form is posted in a new tab that cannot reach the page, and leaves nothing behind", async () => {
  /** @type {FakeElement[]} */
  const submitted = [];
  const place = new FakeElement("div");
  Object.assign(globalThis, {
    document: { createElement: (/** @type {string} */ tag) => new FakeElement(tag) },
    HTMLFormElement: class {
      /** @this {any} */
      submit() {
        assert.equal(this.parent, place);
        submitted.push(this);
      }
    },
  });
  /** @type {[string, string][]} */
  const entries = [
    ["email", "ana@example.com"],
    ["submit", "a name that forms have a method of"],
  ];
  assert.deepEqual(await post({ url, entries }, /** @type {any} */ (place)), {});
  const [form] = submitted;
  const { method, action, target, rel } = form?.attributes ?? {};
  assert.deepEqual([method, action, target, rel], ["post", url, "_blank", "noreferrer"]);
  assert.deepEqual(
    form?.children.map(({ attributes: { type, name, value } }) => [type, name, value]),
    entries.map(([name, value]) => ["hidden", name, value]),
  );
  assert.deepEqual(place.children, []);
  const remedies = policyRemedies();
  violates({ effectiveDirective: "form-action" });
  assert.deepEqual(await post({ url, entries }, /** @type {any} */ (place)), {
    failure: "blocked",
  });
  assert.deepEqual(remedies(), ["form-action"]);
});
