/** A language for the preview, made from English: longer words, as other languages have them. */

/** The letters of longer words. Whoever sees one without an accent sees a text that is not a word of the element. */
const PLAIN = "aceinosuyzACEINOSUYZ";
const ACCENTED = "áçéíñóšúýžÁÇÉÍÑÓŠÚÝŽ";

/** By how much a word grows. */
const GROWTH = 0.4;

/**
 * A text with longer words. What is between braces is filled in later, and stays.
 *
 * @param {string} text
 */
export const longer = (text) =>
  text.replace(/\{[^}]*\}|\p{L}+/gu, (part) => {
    if (part.startsWith("{")) return part;
    const word = part.replace(/./gu, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter);
    return word + word.slice(0, Math.round(word.length * GROWTH)).toLowerCase();
  });

/**
 * A word file with longer words. Its first line names the build and the next file.
 *
 * @param {string} file
 */
export function longerWords(file) {
  const [first = "", ...lines] = file.split("\n");
  return [first, ...lines.map(longer)].join("\n");
}

let isLengthening = false;

/** Lengthens the words that are fetched from now on. */
export function lengthenWords() {
  if (isLengthening) return;
  isLengthening = true;
  const fetched = window.fetch;
  window.fetch = async (input, init) => {
    const response = await fetched(input, init);
    if (!/\/words-[^/]*\.txt$/.test(response.url) || !response.ok) return response;
    const { status, headers } = response;
    return new Response(longerWords(await response.text()), {
      status,
      headers: { "Content-Type": headers.get("Content-Type") ?? "" },
    });
  };
}
