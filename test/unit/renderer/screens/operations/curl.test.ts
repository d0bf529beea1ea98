import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadIndex } from '../../../../../main/core/digitalocean/catalogue/load.ts';
import { posixWord } from '../../../../../preload/contract/posix-word.ts';
import { addressOf, curlOf as commandOf } from '../../../../../renderer/screens/operations/request/curl.ts';
import { onWindows, skippedFor } from '../../../../doubles/skipped.ts';
import { temporaryFolder } from '../../../../doubles/temporary-folder.ts';
import { openOperation } from './open-operation.ts';

type Opened = Awaited<ReturnType<typeof openOperation>>;
const curlOf = (operation: Opened['operation'], shapes: Opened['shapes'], draft: Opened['draft']) =>
  commandOf(operation, shapes, draft, 'sh');

const noShell = onWindows('the commands are for the shells of other systems');

/** The arguments that a real shell passes to curl for a command. */
const argumentsOf = (command: string, cwd = '.'): string[] => {
  const script = `curl() { for word in "$@"; do printf '%s\\036' "$word"; done; }\n${command}\n`;
  return execFileSync('sh', ['-c', script], { env: { DIGITALOCEAN_TOKEN: 'TOKEN-VALUE' }, encoding: 'utf8', cwd })
    .split('\x1e')
    .slice(0, -1);
};

describe('posixWord', () => {
  it('leaves plain words unchanged', () => {
    expect(posixWord('https://api.digitalocean.com/v2/droplets')).toBe('https://api.digitalocean.com/v2/droplets');
  });

  it.skipIf(noShell !== null)(`gives a shell exactly the text, whatever it contains${skippedFor(noShell)}`, () => {
    const nasty = fc.array(
      fc.constantFrom("'", '"', '\\', '$HOME', '`id`', '\n', '!', ' ', '*', '~', '#', ';', 'ü', '%', '{a,b}'),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(nasty, (parts) => {
        const text = parts.join('');
        expect(argumentsOf(`curl ${posixWord(text)}`)).toEqual([text]);
      }),
      { seed: 4, numRuns: 60 },
    );
  });
});

describe('curlOf', () => {
  it('names the token and never contains one', async () => {
    const { operation, shapes, draft } = await openOperation('droplets_create', {
      body: { name: 'web-04', size: 's-1', image: 1001 },
    });
    expect(curlOf(operation, shapes, draft)).toBe(
      [
        'curl -X POST \\',
        '  -H "Authorization: Bearer $DIGITALOCEAN_TOKEN" \\',
        "  -H 'Content-Type: application/json' \\",
        "  -d '{",
        '    "name": "web-04",',
        '    "size": "s-1",',
        '    "image": 1001',
        "  }' \\",
        '  https://api.digitalocean.com/v2/droplets',
      ].join('\n'),
    );
  });

  it.skipIf(noShell !== null)(`passes a body with quotes and line breaks to curl unchanged${skippedFor(noShell)}`, async () => {
    const user = `#!/bin/sh\necho "it's $HOME" \\ \`id\`\n`;
    const body = { name: "o'clock", size: 's-1', image: 'x', user_data: user };
    const { operation, shapes, draft } = await openOperation('droplets_create', { body });
    const words = argumentsOf(curlOf(operation, shapes, draft));
    expect(words).toContain('Authorization: Bearer TOKEN-VALUE');
    expect(JSON.parse(words[words.indexOf('-d') + 1] ?? '')).toEqual(body);
    expect(words.at(-1)).toBe('https://api.digitalocean.com/v2/droplets');
  });

  it('encodes path values and queries as the client does', async () => {
    const { operation, draft } = await openOperation('domains_get', { path: { domain_name: '../a/b:c%20ü?x#y' } });
    expect(addressOf(operation, draft)).toBe('https://api.digitalocean.com/v2/domains/..%2Fa%2Fb%3Ac%2520%C3%BC%3Fx%23y');
    const list = await openOperation('droplets_list', { query: { name: 'a&b=c d', per_page: '50' } });
    expect(addressOf(list.operation, list.draft)).toBe('https://api.digitalocean.com/v2/droplets?per_page=50&name=a%26b%3Dc%20d');
  });

  it('does not let a path value of dots leave its place', async () => {
    const { operation, draft } = await openOperation('domains_get', { path: { domain_name: '..' } });
    expect(addressOf(operation, draft)).toBe('https://api.digitalocean.com/v2/domains/%2E%2E');
  });

  it('keeps missing names in braces, and tells curl to take them literally', async () => {
    const { operation, shapes, draft } = await openOperation('droplets_get');
    expect(curlOf(operation, shapes, draft)).toContain("--globoff 'https://api.digitalocean.com/v2/droplets/{droplet_id}'");
  });

  it.skipIf(noShell !== null)(
    `hands a typed address to curl as one word, whatever it contains${skippedFor(noShell)}`,
    async () => {
      const folder = temporaryFolder();
      const upload = (otherBaseUrl: string) => openOperation('inference_upload_batch_file', {}, { otherBaseUrl });
      const hostile = [
        '$(touch ran)',
        '`touch ran`',
        '$HOME',
        '"; touch ran; "',
        "'; touch ran; '",
        '$UPLOAD_URL',
        '-o/ran',
        '| touch ran',
      ];
      for (const typed of [...hostile, ...hostile.map((text) => `https://up.example.com/x?sig=${text}`)]) {
        const { operation, shapes, draft } = await upload(typed);
        const words = argumentsOf(curlOf(operation, shapes, draft), folder);
        expect(words.at(-1)).toBe(typed.replaceAll('"', '%22'));
        // An option of curl is no address.
        expect(words.at(-2) === '--url').toBe(typed.startsWith('-'));
      }
      const broken = await upload('https://up.example.com/\n; touch ran');
      expect(argumentsOf(curlOf(broken.operation, broken.shapes, broken.draft), folder).at(-1)).toBe(
        'https://up.example.com/; touch ran',
      );
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('leaves a variable for the address of an upload that was not given', async () => {
    const { operation, shapes, draft } = await openOperation('inference_upload_batch_file');
    expect(addressOf(operation, draft)).toBeNull();
    expect(curlOf(operation, shapes, draft)).toContain('"$UPLOAD_URL"');
  });

  it('asks for the headers alone with HEAD', async () => {
    const { operation, shapes, draft } = await openOperation('droplets_list', {}, { isHeadersOnly: true });
    expect(curlOf(operation, shapes, draft)).toContain('curl --head \\\n');
    const post = await openOperation('droplets_create', { body: {} }, { isHeadersOnly: true });
    expect(curlOf(post.operation, post.shapes, post.draft)).toContain('curl -X POST');
  });

  it('shows the header that the guard sets', async () => {
    const { operation, shapes, draft } = await openOperation('autoscalepools_delete_dangerous', {
      path: { autoscale_pool_id: 'p' },
    });
    expect(curlOf(operation, shapes, draft)).toContain("-H 'X-Dangerous: true'");
  });

  it('sends no account token to agents, inference and presigned addresses', async () => {
    const index = await loadIndex();
    expect(index.operations.length).toBe(659);
    const agent = await openOperation(
      'agentInference_create_chat_completion',
      {},
      { otherBaseUrl: 'https://a1.agents.example.com/' },
    );
    const inference = await openOperation('inference_list_models');
    const upload = await openOperation(
      'inference_upload_batch_file',
      {},
      {
        otherBaseUrl: 'https://up.example.com/x?sig=1',
        file: { name: 'batch.jsonl', bytes: 2, base64: 'e30=' },
      },
    );
    const texts = [agent, inference, upload].map(({ operation, shapes, draft }) => curlOf(operation, shapes, draft));
    for (const text of texts) expect(text).not.toContain('DIGITALOCEAN_TOKEN');
    expect(texts[0]).toContain('https://a1.agents.example.com/api/v1/chat/completions');
    expect(texts[2]).toContain('--data-binary @batch.jsonl');
    expect(texts[2]).not.toContain('Authorization');
  });

  it.skipIf(noShell !== null)(`makes a command that a shell accepts, for every operation${skippedFor(noShell)}`, async () => {
    const index = await loadIndex();
    const commands: string[] = [];
    for (const { id } of index.operations) {
      const { operation, shapes, draft } = await openOperation(id);
      commands.push(curlOf(operation, shapes, draft));
    }
    const words = argumentsOf(commands.join('\n'));
    expect(words.filter((word) => /^(https:|\$UPLOAD_URL|$)/.test(word))).toHaveLength(659);
  });
});
