import type { Failure } from '../../../preload/contract/failure.ts';
import { sentences } from '../../../preload/contract/isolates.ts';
import { clock, weekday } from '../../../preload/contract/time-words.ts';
import { leftOutOf, type Names } from './left-out.ts';
import { counted, listed } from './numbers.ts';

/** One entry of a list of dated things, and several. */
const entryNames: Readonly<Record<string, Names>> = {
  certificates_list: ['certificate', 'certificates'],
  databases_list_clusters: ['database', 'databases'],
  kubernetes_list_clusters: ['Kubernetes cluster', 'Kubernetes clusters'],
  functions_list_namespaces: ['functions namespace', 'functions namespaces'],
  functionsAccessKey_list: ['access key', 'access keys'],
  byoipPrefixes_list: ['reserved prefix', 'reserved prefixes'],
};

/**
 * What is coming up. Titles are sentences to which "in 9 days" can be added. Details say nothing of how long it takes, since page
 * and tray count that themselves, and nothing of the team.
 */
export const comingWords = sentences({
  certificate: (name: string, isOver: boolean) => `Certificate ${name} ${isOver ? 'ended' : 'ends'}`,
  renewed: 'renews itself',
  owned: 'yours to renew',
  domains: (names: readonly string[]) => listed(names),
  database: (engine: string, version: string, name: string, isOver: boolean) =>
    `${engine} ${version} of ${name} ${isOver ? 'ended' : 'ends'}`,
  databaseOffer: (name: string, engine: string, version: string) => `${name} can have ${engine} ${version}`,
  offered: (versions: readonly string[]) => `${listed(versions)} ${versions.length === 1 ? 'is' : 'are'} offered`,
  noneOffered: 'no newer version is offered',
  now: (version: string) => `${version} now`,
  update: (name: string) => `${name} gets an update`,
  updates: (updates: readonly string[]) => (updates.length === 0 ? 'DigitalOcean does not tell which' : listed(updates)),
  cluster: (name: string, version: string) => `${name} gets Kubernetes ${version}`,
  clusterOffer: (name: string, version: string) => `${name} can have Kubernetes ${version}`,
  byItself: 'by itself, in its window',
  window: (atMs: number) => `its window is ${weekday(atMs)}s from ${clock(atMs)}`,
  anyDay: 'its window is on a day that DigitalOcean chooses',
  backup: (name: string) => `${name} is backed up`,
  backups: (count: number) => `${counted(count, 'droplet')} are backed up`,
  backupNames: (names: readonly string[]) => listed(names),
  key: (name: string, namespace: string, isOver: boolean) => `Access key ${name} of ${namespace} ${isOver ? 'ended' : 'ends'}`,
  ofFunctions: 'of a functions namespace',
  token: (label: string, isOver: boolean) => `Token of ${label} ${isOver ? 'ended' : 'ends'}`,
  entered: 'as you entered it',
  stopsSeeing: (droplets: number) => (droplets === 0 ? null : `Buoy stops seeing ${counted(droplets, 'droplet')} then`),
  tokenAlone: (label: string) => `Token of ${label}`,
  notEntered: 'its end is not entered',
  certificateAlone: (name: string) => `Certificate ${name}`,
  prefix: (name: string) => `Prefix ${name}`,
  notTold: 'DigitalOcean does not tell when it ends',

  replace: 'Replace…',
  upgrade: 'Upgrade…',
  install: 'Install now…',
  move: 'Move…',
  change: 'Change…',
  newKey: 'New key…',
  enter: 'Enter…',

  allLists: 'dates',
  /** Lists, where they are not read. */
  lists: {
    certificates_list: 'certificates',
    databases_list_clusters: 'databases',
    databases_list_options: 'database versions',
    kubernetes_list_clusters: 'Kubernetes clusters',
    kubernetes_get_availableUpgrades: 'Kubernetes upgrades',
    functions_list_namespaces: 'functions namespaces',
    functionsAccessKey_list: 'access keys of functions',
    byoipPrefixes_list: 'reserved prefixes',
  } as Readonly<Record<string, string>>,
  leftOut: (lists: readonly [familyId: string, entries: number][]) =>
    leftOutOf(lists.map(([familyId, entries]) => ({ entries, names: entryNames[familyId] ?? ['entry', 'entries'] }))),
  unread: ({ kind, scopes = [], message }: Failure) =>
    kind !== 'forbidden' ? message : scopes.length === 0 ? 'The token may not read them' : `Needs ${scopes.join(' and ')}`,

  calendar: 'Coming up at DigitalOcean',
  told: (team: string, detail: string) => (detail === '' ? team : `${team} · ${detail}`),

  nothingDue: { message: 'No date is due to be read.' },
  spared: { message: 'Few requests are left this hour, so no dates are read.' },
} as const);
