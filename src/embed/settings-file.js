/** Fetches a file of settings. Any server may answer, so time and length are bounded. */

/** In milliseconds, from the request to the end of the file. */
const LONGEST_WAIT = 5_000;

/** More UTF-16 code units than a configuration has, since the application counts characters. */
export const TOO_LONG = 200_002;

/**
 * @param {string} url
 * @param {RequestInit} [options]
 * @param {(response: Response) => void} [check] Throws if the file is not acceptable. Called before the file is read.
 * @returns {Promise<string>} The text, cut at `TOO_LONG`.
 */
export async function fetchSettings(url, options, check) {
  const request = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {Promise<never>} */
  const timeout = new Promise((_, reject) => {
    const late = `${url} did not arrive within ${LONGEST_WAIT / 1_000} seconds. Check its server.`;
    timer = setTimeout(() => reject(new Error(late)), LONGEST_WAIT);
  });
  try {
    const { signal } = request;
    // A page can have replaced `fetch` by a function that ignores the signal.
    return await Promise.race([read(url, { ...options, signal }, check), timeout]);
  } finally {
    clearTimeout(timer);
    // Ends a request that is not needed anymore.
    request.abort();
  }
}

/**
 * @param {string} url
 * @param {RequestInit} options
 * @param {(response: Response) => void} [check]
 */
async function read(url, options, check) {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`${url} answered ${response.status}. Check the address.`);
  check?.(response);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (reader && text.length < TOO_LONG) {
    const { done, value } = await reader.read();
    if (done) break;
    text += value;
  }
  return text.slice(0, TOO_LONG);
}
