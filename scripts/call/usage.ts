import { type FoundOperation, loadIndex } from '../../main/core/digitalocean/catalogue/load.ts';
import { describe } from './assign.ts';
import { bodyWords } from './body.ts';

export const usage = `Usage: npm run --silent call -- <operationId> [name=value ...] [options]

Calls any operation of the DigitalOcean API. The answer's body goes to standard output, a failure as JSON to standard
error. Ends with 0; with 1 after a failure, with 2 after wrong usage.

  name=value             a path, query or header parameter; in a list, the same name again
  --body JSON|@file      the body; @- reads standard input
  --all                  every page of a listing, merged
  --base-url URL         a server that replaces all servers of the API, for tests
  --insecure             send the token in clear to a base URL on another machine
  --token-env NAME       variable that holds the token (DIGITALOCEAN_TOKEN)
  --credential-env NAME  variable that holds the key of an inference or agent server
  --url URL              server of an agent, or a presigned upload URL
  --list [WORD]          operations with that word in their id, path, title or tag
  --help [operationId]   this text, or what an operation takes

For example: npm run --silent call -- droplets_list per_page=5 tag_name=web
`;

/** What one operation takes, one line for each value. */
export function operationUsage(found: FoundOperation): string {
  const { operation } = found;
  const lines = [
    `${operation.id}: ${operation.title}`,
    `${operation.method} ${operation.path}${operation.isDeprecated ? ' (deprecated)' : ''}`,
    ...operation.parameters.map((parameter) => `  ${describe(found, parameter)}`),
    ...(operation.body ? [`  --body${operation.body.isRequired ? ' (needed)' : ''}: ${bodyWords(found)}`] : []),
    ...(operation.collectionKey === null || operation.pagination === 'none' ? [] : ['  --all: every page']),
  ];
  return `${lines.join('\n')}\n`;
}

/** Lines of the operations that contain every word, in the reference's order. Without a word: all of them. */
export async function operationLines(words: string): Promise<string> {
  const { operations } = await loadIndex();
  const wanted = words.toLowerCase().split(/\s+/);
  const found = operations.filter(({ id, path, title, tag }) => {
    const text = `${id} ${path} ${title} ${tag}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  return found.map(({ id, method, path, title }) => `${id}  ${method} ${path}  ${title}\n`).join('');
}
