// A receiver of messages: a server on another origin than the page, which answers as a test sets it.

import { createServer } from "node:http";

import { test as base } from "@playwright/test";

import { WORDS } from "./content.js";
import { button } from "./flow.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("node:http").IncomingMessage} Request */
/** @typedef {import("node:http").ServerResponse} Response */
/** @typedef {(response: Response) => void} Answer */

/**
 * A message that has arrived.
 *
 * @typedef {{ method: string, path: string, headers: Request["headers"], body: string }} Received
 */

/**
 * @param {number} status
 * @param {string} [text]
 * @param {string} [type]
 * @returns {Answer}
 */
const reply = (status, text = "", type = "text/plain") => {
  return (response) => response.writeHead(status, { "Content-Type": type }).end(text);
};

/**
 * @param {number} status
 * @param {unknown} value
 */
const json = (status, value) => reply(status, JSON.stringify(value), "application/json");

/** The page may not read what follows. */
const unreadable = (/** @type {Answer} */ answer) => (/** @type {Response} */ response) => {
  response.removeHeader("Access-Control-Allow-Origin");
  answer(response);
};

/** In bytes, of the longest answers. */
const MEGABYTE = 2 ** 20;

/** What a receiver may answer. */
export const ANSWERS = {
  ok: json(200, { ok: true }),
  created: reply(201),
  "no content": (/** @type {Response} */ response) => response.writeHead(204).end(),
  "a redirect": (/** @type {Response} */ response) =>
    response.writeHead(302, { Location: "/elsewhere" }).end(),
  "an error of HubSpot": json(400, {
    status: "error",
    errors: [
      {
        message: "Error in 'fields.email'. Invalid email address",
        errorType: "INVALID_EMAIL",
      },
    ],
  }),
  "an error of Formspree": json(422, {
    errors: [{ field: "email", code: "OTHER", message: "We cannot write to this address." }],
  }),
  "not authorized": reply(401),
  conflict: reply(409),
  "too many requests": reply(429),
  "a server error": reply(500),
  busy: reply(503),
  "a page": reply(200, "<!doctype html><title>Sign in</title>", "text/html"),
  "a huge page": reply(200, `<!doctype html>${"x".repeat(MEGABYTE)}`, "text/html"),
  "a huge refusal": json(400, { error: "x".repeat(MEGABYTE) }),
  /** Until `answerLate`. */
  nothing: () => {},
  "a lost connection": (/** @type {Response} */ response) => void response.destroy(),
  "an error that is cut off": (/** @type {Response} */ response) => {
    response.writeHead(500, { "Content-Length": 100 });
    response.write("Inter", () => response.destroy());
  },
  "success that may not be read": unreadable(json(200, { ok: true })),
};

/**
 * Answers to the question whether a page may send JSON.
 *
 * @type {Record<"allowed" | "refused", Answer>}
 */
const PREFLIGHT = {
  allowed: (response) =>
    response
      .writeHead(204, { "Access-Control-Allow-Headers": "content-type, idempotency-key" })
      .end(),
  refused: unreadable(reply(403)),
};

async function start() {
  let answers = [ANSWERS.ok];
  let preflight = PREFLIGHT.allowed;
  /** @type {Response | undefined} */
  let unanswered;
  /** @type {Received[]} */
  const received = [];
  /** @type {Received[]} */
  const preflights = [];

  const server = createServer(async (request, response) => {
    const { method = "", url: path = "", headers } = request;
    let body = "";
    for await (const part of request.setEncoding("utf8")) body += part;
    response.setHeader("Access-Control-Allow-Origin", "*");
    // On a connection that was used before, the browser itself repeats a request that is lost.
    response.setHeader("Connection", "close");
    // Browsers request it for a tab.
    if (path === "/favicon.ico") return reply(404)(response);
    if (method === "OPTIONS") {
      preflights.push({ method, path, headers, body });
      return preflight(response);
    }
    received.push({ method, path, headers, body });
    unanswered = response;
    const [answer = ANSWERS.ok, ...rest] = answers;
    if (rest.length) answers = rest;
    answer(response);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());

  return {
    /** Where it takes messages. */
    url: `http://127.0.0.1:${port}/lead`,

    /** What has arrived since `answers`, in order. */
    received,

    /** The requests by which the browser asked whether it may send. */
    preflights,

    /**
     * Sets how it answers from now on, one each; the last one stays.
     *
     * @param {Answer[]} given
     */
    answers(...given) {
      answers = given;
      received.length = 0;
      preflights.length = 0;
    },

    /**
     * Answers the message that has no answer so far.
     *
     * @param {Answer} answer
     */
    answerLate(answer) {
      if (unanswered) answer(unanswered);
    },

    refusePreflights() {
      preflight = PREFLIGHT.refused;
    },

    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * The heading that says how far a message is.
 *
 * @param {Page} page
 */
export const contactState = (page) => page.locator("support-fit #contact-now");

/**
 * Sends a message from a form that asks for the email address only.
 *
 * @param {Page} page
 */
export async function sendEmail(page) {
  const { field, check, review } = WORDS.contact;
  await page
    .locator("support-fit section.contact")
    .getByLabel(field.email)
    .fill("ana@harbor.example");
  await button(page, check).click();
  await button(page, review.send).click();
}

/** Tests with a receiver of their own, which accepts everything until a test says otherwise. */
export const test = base.extend(
  /** @type {import("@playwright/test").Fixtures<{ receiver: Awaited<ReturnType<typeof start>> }>} */ ({
    receiver: async ({}, use) => {
      const receiver = await start();
      await use(receiver);
      receiver.stop();
    },
  }),
);
