/**
 * All output of the set-up goes to stderr, because stdout belongs to the task (`call` prints the body of an answer there).
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs one installation, and says what it was and how long it took.
 * @template T
 * @param {string} what what is installed, as a noun
 * @param {() => T} install throws with one line of reason if it fails
 * @returns {T}
 */
export function timed(what, install) {
  const start = performance.now();
  say(`Installing ${what} …`);
  const result = install();
  say(`Installed ${what} in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
  return result;
}
