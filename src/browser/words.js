/**
 * Pending requests by file name, so that each file is requested once.
 *
 * @type {Map<string, Promise<Uint8Array>>}
 */
const pending = new Map();

/**
 * Returns bytes, because a string with characters beyond ASCII takes three times its size in memory on the way to WebAssembly.
 *
 * @param {string} name In the folder of this script.
 */
export async function wordsOf(name) {
  // The name comes from a word file. A URL would request something else.
  if (!/^[\w-]+\.txt$/.test(name)) throw new Error(`"${name}" is not the name of a word file`);
  const request = pending.get(name) ?? fetchBytes(SUPPORT_FIT_ADDRESS(name));
  pending.set(name, request);
  // Not cached here, because the text can turn out to be from another build.
  const forget = () => void pending.delete(name);
  request.then(forget, forget);
  return request;
}

/** @param {string} url */
async function fetchBytes(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
