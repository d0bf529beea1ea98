import { success } from '../../../../../preload/contract/failure.ts';
import { isObject } from '../../../../../preload/contract/json.ts';
import { duration } from '../../../../../preload/contract/time-words.ts';
import { choice, option, text } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { listAt, textAt } from '../../thing.ts';
import { suggestions } from './addresses.ts';

/** How long files may be kept: the API takes nothing else. */
export const ttls = [60, 600, 3600, 86_400, 604_800].map((seconds) => option(String(seconds), duration(seconds * 1000)));

export const newEndpoint: Job = {
  name: 'new',
  label: 'New endpoint…',
  level: 'normal',
  isNew: true,
  keywords: 'create cdn cache bucket spaces',
  submitLabel: 'Make endpoint',
  async open({ ask }) {
    // The API lists no buckets: those that keys name are a hint.
    const grants = (await suggestions(ask, 'spacesKey_list')).flatMap((key) => listAt(key, 'grants').filter(isObject));
    const buckets = [...new Set(grants.map((grant) => textAt(grant, 'bucket')))].filter((name) => name !== '').sort();
    return success({
      lines: ['Files of a Spaces bucket are then kept near whoever asks for them.'],
      fields: [
        text({
          name: 'origin',
          label: 'Address of the bucket',
          hint: `Such as ${buckets[0] ?? 'images'}.fra1.digitaloceanspaces.com.`,
          pattern: {
            source: '[a-z0-9.\\-]+\\.digitaloceanspaces\\.com',
            words: 'an address that ends in digitaloceanspaces.com',
          },
        }),
        choice({ name: 'ttl', label: 'Keep files for', choices: [...ttls], value: '3600' }),
      ],
    });
  },
  plan: ({ origin, ttl }) => ({
    steps: [{ label: 'Make endpoint', operationId: 'cdn_create_endpoint', body: { origin: String(origin), ttl: Number(ttl) } }],
    done: () => `Files of ${origin} are kept for ${duration(Number(ttl) * 1000)} near whoever asks for them.`,
  }),
};
