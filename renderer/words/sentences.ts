/** A sentence as a title or inside another one: without its full stop. */
export const asTitle = (sentence: string): string => sentence.replace(/\.$/, '');
