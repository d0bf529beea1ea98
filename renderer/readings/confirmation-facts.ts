/** Splits a line such as "Team: Harbour Works." into name and value, to show it as a fact; `null` if it is a sentence. */
export const factIn = (line: string): [name: string, value: string] | null => {
  const [, name, value] = /^([^:.]{1,24}): (.+?)\.?$/.exec(line) ?? [];
  return name !== undefined && value !== undefined ? [name, value] : null;
};
