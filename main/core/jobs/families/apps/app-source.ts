import type { JobField, JobValues } from '../../../../../preload/contract/job.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { choice, option, text, tick } from '../../fields.ts';
import type { Ask } from '../../job.ts';
import { textAt } from '../../thing.ts';

/* What an app is made of: a repository, or an image. */

const ofRepository = { field: 'from', values: ['repository'] };
const ofImage = { field: 'from', values: ['image'] };
const hosts = [option('github', 'GitHub'), option('gitlab', 'GitLab'), option('git', 'Another')];
/** Hosts that tell DigitalOcean of what is pushed. */
const linked = ['github', 'gitlab'];

const repositoryFields: readonly JobField[] = [
  choice({ name: 'host', label: 'At', choices: hosts, value: 'github', shownIf: ofRepository }),
  text({
    name: 'repository',
    label: 'Repository',
    pattern: {
      source: '(?:https?://[^\\s/]+/)?[\\w.-]+(?:/[\\w.-]+)+/?',
      words: 'its owner and its name, such as example/shop',
    },
    hint: 'DigitalOcean has to be allowed to read it: that is set up once, in its control panel.',
    shownIf: { field: 'host', values: linked },
  }),
  text({
    name: 'address',
    label: 'Address of the repository',
    pattern: { source: 'https://\\S+', words: 'an address that begins with https://' },
    hint: 'It must be public.',
    shownIf: { field: 'host', values: ['git'] },
  }),
  text({ name: 'branch', label: 'Branch', value: 'main', shownIf: ofRepository }),
  tick({ name: 'onPush', label: 'Deploy whatever is pushed to it', value: true, shownIf: { field: 'host', values: linked } }),
];

const imageFields = (images: readonly JsonObject[]): JobField[] => [
  choice({
    name: 'registry',
    label: 'In',
    choices: [option('own', 'A registry of the team'), option('hub', 'Docker Hub')],
    value: images.length > 0 ? 'own' : 'hub',
    shownIf: ofImage,
  }),
  choice({
    name: 'image',
    label: 'Image',
    choices: images.map((one) => option(textAt(one, 'name'), textAt(one, 'name'), `in ${textAt(one, 'registry_name')}`)),
    shownIf: { field: 'registry', values: ['own'] },
  }),
  text({
    name: 'hubImage',
    label: 'Name of the image',
    pattern: { source: '[a-z0-9._-]+(?:/[a-z0-9._-]+)?', words: 'a name such as nginx or example/shop' },
    shownIf: { field: 'registry', values: ['hub'] },
  }),
  text({ name: 'tag', label: 'Tag', value: 'latest', shownIf: ofImage }),
];

/** Images of all registries of the team; none where a token may not read them, since other sources are left. */
async function readImages(ask: Ask): Promise<JsonObject[]> {
  const registries = await ask.list('registries_list');
  if (!registries.ok) return [];
  const read = await Promise.all(
    registries.value.map((one) => ask.list('registries_list_repositoriesV2', { registry_name: textAt(one, 'name') })),
  );
  return read.flatMap((one) => (one.ok ? one.value : []));
}

/** Asks for what an app is made of. */
export const readSource = async (ask: Ask): Promise<JobField[]> => [
  choice({
    name: 'from',
    label: 'From',
    choices: [option('repository', 'A repository'), option('image', 'A container image')],
    value: 'repository',
  }),
  ...repositoryFields,
  ...imageFields(await readImages(ask)),
];

/** "example/shop" of what was typed or pasted. */
const ownerAndName = (typed: string): string =>
  typed
    .replace(/^https?:\/\/[^/]+\//, '')
    .replace(/\/$/, '')
    .replace(/\.git$/, '');

/** Where Docker Hub keeps its own images. */
const hubsOwn = 'library';

/** The source as a part of a component. */
export function sourceFrom(values: JobValues): JsonObject {
  const { from, host, branch, onPush, registry, tag } = values;
  if (from === 'image') {
    if (registry === 'own') return { image: { registry_type: 'DOCR', repository: String(values.image), tag: String(tag) } };
    const [owner = '', name] = String(values.hubImage).split('/');
    const place = name === undefined ? { registry: hubsOwn, repository: owner } : { registry: owner, repository: name };
    return { image: { registry_type: 'DOCKER_HUB', ...place, tag: String(tag) } };
  }
  if (host === 'git') return { git: { repo_clone_url: String(values.address), branch: String(branch) } };
  const linkedTo = { repo: ownerAndName(String(values.repository)), branch: String(branch), deploy_on_push: onPush === true };
  return { [String(host)]: linkedTo };
}
