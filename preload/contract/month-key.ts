/** Key of the row of all teams together. In a file of its own, so that the page can use it without loading the schema library. */
export const allTeamsKey = 'all';
