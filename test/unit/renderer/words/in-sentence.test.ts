import { describe, expect, it } from 'vitest';
import { familyGroups } from '../../../../renderer/families/all.ts';
import { formWords } from '../../../../renderer/words/forms.ts';
import { inSentence } from '../../../../renderer/words/in-sentence.ts';
import { jobWords } from '../../../../renderer/words/jobs.ts';
import { resourceWords } from '../../../../renderer/words/resources.ts';

const titles = familyGroups.flatMap(({ families }) => families.map(({ title }) => title));

describe('a title within a sentence', () => {
  it.each([
    ['SSH keys', 'SSH keys'],
    ['VPC peerings', 'VPC peerings'],
    ['Reserved IPs', 'reserved IPs'],
    ['Reserved IPv6', 'reserved IPv6'],
    ['BYOIP prefixes', 'BYOIP prefixes'],
    ['OpenAI keys', 'OpenAI keys'],
    ['Anthropic keys', 'Anthropic keys'],
    ['Spaces keys', 'Spaces keys'],
    ['Kafka topics', 'Kafka topics'],
    ['1-Click applications', '1-Click applications'],
    ['Load balancers', 'load balancers'],
    ['Add-ons', 'add-ons'],
  ])('reads of %s: %s', (title, words) => {
    expect(inSentence(title)).toBe(words);
  });

  it('keeps every abbreviation of every list', () => {
    for (const title of titles) {
      for (const word of title.match(/\S*[A-Z]\S*[A-Z]\S*/g) ?? []) expect(inSentence(title)).toContain(word);
    }
  });

  it('is what sentences with it are made of', () => {
    expect(resourceWords.search('SSH keys')).toBe('Search SSH keys');
    expect(resourceWords.empty('NFS shares')).toBe('No NFS shares');
    expect(resourceWords.asking('GPU sizes', 1)).toBe('Asking for the GPU sizes of 1 team');
    expect(jobWords.none('SSH key', 'laptop')).toBe('No SSH key is called “laptop”');
    expect(formWords.addOf('SSH key')).toBe('Add SSH key');
    expect(formWords.addOf('Inbound rule')).toBe('Add inbound rule');
  });
});
