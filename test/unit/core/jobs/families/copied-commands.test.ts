import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { kubernetesJobs } from '../../../../../main/core/jobs/families/kubernetes/clusters.ts';
import { imageTagJobs, repositoryJobs } from '../../../../../main/core/jobs/families/registries/images.ts';
import type { Job, JobContext } from '../../../../../main/core/jobs/job.ts';
import { thingOf } from '../../../../../main/core/jobs/thing.ts';
import { posixWord } from '../../../../../preload/contract/posix-word.ts';
import { onWindows, skippedFor } from '../../../../doubles/skipped.ts';

const noShell = onWindows('there is no POSIX shell');

const odd = ['$(touch x)', '`id`', "it's", 'a b', ';reboot', '"\\', 'two\nlines', '😀', '$HOME', '~', '*', 'שלום'];

/** What a job copies for a thing that somebody gave that name. */
function copied(jobs: readonly Job[], name: string, text: string): string {
  const job = jobs.find((one) => one.name === name);
  const parent = { registry_name: text, repository_name: text };
  const thing = thingOf({ connectionId: 'c1', familyId: 'f', id: text, parent, row: { name: text } });
  return job?.plan({}, { thing } as JobContext, {}).copy?.([])?.text ?? '';
}

/** The words that a shell would hand to that command. */
const wordsOf = (command: string): string[] => {
  const printed = execFileSync('sh', ['-c', `for word in ${command}; do printf '%s\\0' "$word"; done`], { encoding: 'utf8' });
  return printed.split('\0').slice(0, -1);
};

describe.skipIf(noShell !== null)(`a text in a command that a person pastes${skippedFor(noShell)}`, () => {
  it.each(['plain-1.2', ...odd])('is one word and no command: %j', (text) => {
    expect(wordsOf(posixWord(text))).toEqual([text]);
  });

  it.each(odd)('stays that in the commands for images and clusters, as it stands: %j', (text) => {
    const host = 'registry.digitalocean.com';
    expect(wordsOf(copied(repositoryJobs, 'copy-pull', text))).toEqual(['docker', 'pull', `${host}/${text}/${text}`]);
    expect(wordsOf(copied(imageTagJobs, 'copy-pull', text))).toEqual(['docker', 'pull', `${host}/${text}/${text}:${text}`]);
    expect(wordsOf(copied(kubernetesJobs, 'copy-command', text)).slice(-2)).toEqual(['save', text]);
  });
});
