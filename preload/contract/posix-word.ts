/**
 * A text as one word of a POSIX shell, which hands exactly that on. Nothing is special inside single quotes, so a single quote in the
 * text is written outside of them ("Shell Command Language" 2.2).
 */
export const posixWord = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);
