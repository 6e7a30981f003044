/**
 * Reads the configuration that the address of the frame names. Anyone can write that address, so it can name only a file next
 * to `frame.html`, and that file has to say that it is meant for frames.
 */

import { TOO_LONG, fetchSettings } from "./settings-file.js";

/** At most 80 characters, without a slash, a query or an escape. */
const NAME = /^[\w-][\w.-]{0,74}\.json$/;

const JSON_TYPE = /^((application|text)\/json|[^;]+\+json)\s*(;|$)/i;

/** Entries that set nothing. The application checks them. */
const NOT_SETTINGS = ["$schema", "version", "frame"];

/**
 * The URL of a configuration.
 *
 * @param {string} name
 * @param {string} page The URL of the frame.
 */
export function addressOf(name, page) {
  const folder = new URL("./", page).href;
  if (!NAME.test(name) || new URL(name, folder).href !== folder + name)
    throw new Error("Expected the name of a JSON file next to frame.html, such as marlow.json.");
  return folder + name;
}

/**
 * The settings that count. Without `"frame": true`, anyone may have put the file there, so these are only what the address of
 * the frame could set anyway.
 *
 * @param {unknown} document
 * @param {readonly string[]} attributes The attributes that the frame's address may set.
 * @returns {Record<string, unknown>}
 */
export function settingsOf(document, attributes) {
  if (typeof document !== "object" || !document || Array.isArray(document))
    throw new Error("Expected an object, in braces.");
  const settings = /** @type {Record<string, unknown>} */ (document);
  const { version, frame } = settings;
  // The application reports it and ignores the rest.
  if ((version ?? 1) !== 1) return { version };
  if (frame === true) return settings;
  const names = attributes.map((name) => name.replace(/-(\w)/g, (_, c) => c.toUpperCase()));
  const known = Object.entries(settings).filter(([name]) =>
    [...NOT_SETTINGS, ...names].includes(name),
  );
  if (known.length < Object.keys(settings).length)
    console.warn(
      `<support-fit> takes only ${names.join(", ")} from its configuration. Add "frame": true to the file if it is meant for frames.`,
    );
  return Object.fromEntries(known);
}

/**
 * The settings without the contact form where it must not be shown: in a page that the file does not name, which could lay
 * something over the form, and in any page if the message is for listeners on the element, which are outside.
 *
 * @param {Record<string, unknown> | null} settings
 * @param {boolean} isTrusted Whether the file names the page, or there is none.
 * @param {boolean} isFramed
 */
export function withoutContact(settings, isTrusted, isFramed) {
  if (!settings) return settings;
  const { contact, ...rest } = settings;
  const isForPage = Object(contact).receiver === "event";
  return isTrusted && !(isFramed && isForPage) ? settings : rest;
}

/**
 * @param {string} name
 * @param {string} page The URL of the frame.
 * @param {readonly string[]} attributes The attributes that the frame's address may set.
 * @returns {Promise<Record<string, unknown> | null>} Null if the configuration cannot be used.
 */
export async function frameConfiguration(name, page, attributes) {
  try {
    const url = addressOf(name, page);
    // Without cookies and redirects, so that a link cannot make the frame do anything else on its origin.
    const text = await fetchSettings(
      url,
      { credentials: "omit", redirect: "error" },
      (response) => {
        const type = response.headers.get("Content-Type");
        if (response.url !== url) throw new Error(`${url} led to ${response.url}.`);
        if (!JSON_TYPE.test(type ?? ""))
          throw new Error(`${url} has the type ${type}. Send it as application/json.`);
      },
    );
    if (text.length >= TOO_LONG) throw new Error(`${url} has more than 100,000 characters.`);
    return settingsOf(JSON.parse(text), attributes);
  } catch (error) {
    console.warn(
      `<support-fit> ignores the configuration ${JSON.stringify(name.slice(0, 80))}.`,
      error,
    );
    return null;
  }
}
