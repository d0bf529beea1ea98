/** Things that one job can be run on together. In a file of its own, so that the page need not load the schemas. */
export const manyThingsAtMost = 500;
