/**
 * Where the files of the build are. The build injects these functions into its scripts. Those of the npm package, in which a
 * bundler names and places the files, are written by `xtask/src/package/npm.rs`.
 */

/** @param {string} path Relative to the script that calls it. */
export const SUPPORT_FIT_ADDRESS = (path) => new URL(path, import.meta.url).href;

/** @param {string} path Of a script. Some browsers cache a failed import, and another fragment makes another request. */
export const SUPPORT_FIT_IMPORT = (path) => import(SUPPORT_FIT_ADDRESS(path));
