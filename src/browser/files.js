/**
 * Reads and saves files on the device. The application imports this module from Rust; the element imports it too, because
 * it has to save the answers after the application has crashed.
 *
 * @typedef {[name: string, text: string | undefined, isTooLarge: boolean]} Opened The text is undefined if the file is too
 *   large or cannot be read.
 */

/** How long a saved file can be read by the browser, in milliseconds. */
const FILE_LIFE = 60_000;

/**
 * @param {Iterable<File>} files
 * @param {number} longest In bytes.
 * @returns {Promise<Opened[]>}
 */
export function readFiles(files, longest) {
  /** @type {(file: File) => Promise<Opened>} */
  const read = async (file) => {
    const isTooLarge = file.size > longest;
    const text = isTooLarge ? undefined : await file.text().catch(() => undefined);
    return [file.name, text, isTooLarge];
  };
  return Promise.all(Array.from(files, read));
}

/**
 * Reads the files chosen in a field, and empties the field so that the same files can be chosen again.
 *
 * @param {HTMLInputElement} field
 * @param {number} longest In bytes.
 */
export function readChosen(field, longest) {
  const opened = readFiles(field.files ?? [], longest);
  field.value = "";
  return opened;
}

/**
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export function saveFile(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // Not at once: some browsers read the file later, for example after they have asked where to save it.
  setTimeout(() => URL.revokeObjectURL(link.href), FILE_LIFE);
}
