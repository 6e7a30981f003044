/**
 * Pending requests by file name, so that each file is requested once.
 *
 * @type {Map<string, Promise<string>>}
 */
const pending = new Map();

/** @param {string} name In the folder of this script. */
export async function wordsOf(name) {
  // The name comes from a word file. A URL would request something else.
  if (!/^[\w-]+\.txt$/.test(name)) throw new Error(`"${name}" is not the name of a word file`);
  const request = pending.get(name) ?? fetchText(new URL(name, import.meta.url).href);
  pending.set(name, request);
  // Not cached here, because the text can turn out to be from another build.
  const forget = () => void pending.delete(name);
  request.then(forget, forget);
  return request;
}

/** @param {string} url */
export async function fetchText(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}
