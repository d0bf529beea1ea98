/** A text as one word of a POSIX shell, and nothing in it as a command. Names and addresses from the API are no exception. */
export const shellWord = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
