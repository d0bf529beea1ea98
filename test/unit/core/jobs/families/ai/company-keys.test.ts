import { describe, expect, it } from 'vitest';
import { anthropicKeyJobs, openaiKeyJobs } from '../../../../../../main/core/jobs/families/ai/model-keys.ts';
import type { JobContext } from '../../../../../../main/core/jobs/job.ts';
import { thingOf } from '../../../../../../main/core/jobs/thing.ts';

const thing = thingOf({ connectionId: 'c1', familyId: 'f', id: 'k1', parent: {}, row: { name: 'main' } });

describe.each([
  ['OpenAI', openaiKeyJobs],
  ['Anthropic', anthropicKeyJobs],
])('a key of %s', (_company, jobs) => {
  it.each(['new', 'replace'])('is sent without what a copy left around it, and not with an invisible sign inside: %s', (name) => {
    const job = jobs.find((one) => one.name === name);
    const sent = (key: string) => job?.plan({ name: 'main', key }, { thing } as JobContext, {}).steps[0]?.body;
    expect(sent('\ufeffsk-1\u200b\n')).toMatchObject({ api_key: 'sk-1' });
    expect(job?.wrong?.({ key: '\ufeffsk-1\u200b' }, {})).toBeNull();
    expect(job?.wrong?.({ key: 'sk-\u00ad1' }, {})).toMatchObject({ message: expect.stringContaining('at place 4') });
  });
});
