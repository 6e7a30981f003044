/**
 * The word files that come after the first one and are on their way, each asked for once.
 *
 * @type {Map<string, Promise<string>>}
 */
const files = new Map();

/** @param {string} name Beside this script. */
export async function wordsOf(name) {
  // The file before says it, and a name of a file is all that it may say: an address would lead elsewhere.
  if (!/^[\w-]+\.txt$/.test(name)) throw new Error(`"${name}" is no word file`);
  const asked = files.get(name) ?? text(new URL(name, import.meta.url).href);
  files.set(name, asked);
  // What came may be refused as another build's, so it is not kept here: the next attempt asks again.
  const forget = () => void files.delete(name);
  asked.then(forget, forget);
  return asked;
}

/** @param {string} url */
async function text(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}
