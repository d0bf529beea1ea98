/** A sentence without its full stop, to use it as a title or inside another sentence. */
export const asTitle = (sentence: string): string => sentence.replace(/\.$/, '');
