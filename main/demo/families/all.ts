import type { Family } from '../world/family.ts';
import { accountFamily } from './account.ts';
import { actions } from './actions.ts';
import { ai } from './ai.ts';
import { aiCatalogue } from './ai-catalogue.ts';
import { appTiers } from './app-tiers.ts';
import { apps } from './apps.ts';
import { autoscale } from './autoscale.ts';
import { backupPolicies } from './backup-policies.ts';
import { billing } from './billing.ts';
import { databases } from './databases.ts';
import { domains } from './domains.ts';
import { dropletActions } from './droplet-actions.ts';
import { dropletDestroy } from './droplet-destroy.ts';
import { dropletFamily } from './droplets.ts';
import { edge } from './edge.ts';
import { firewallFamily } from './firewalls.ts';
import { images } from './images.ts';
import { inference } from './inference.ts';
import { interconnect } from './interconnect.ts';
import { kubernetes } from './kubernetes.ts';
import { marketplace } from './marketplace.ts';
import { monitoring } from './monitoring.ts';
import { networks } from './networks.ts';
import { nfs } from './nfs.ts';
import { projects } from './projects.ts';
import { registries } from './registries.ts';
import { reservedIps } from './reserved-ips.ts';
import { security } from './security.ts';
import { serverless } from './serverless.ts';
import { snapshotFamily } from './snapshots.ts';
import { tags } from './tags.ts';
import { uptime } from './uptime.ts';
import { volumes } from './volumes.ts';

/** Every family that is more than remembering. What no family names is answered from the catalogue's schemas alone. */
export const families: readonly Family[] = [
  accountFamily,
  actions,
  ai,
  apps,
  marketplace,
  interconnect,
  appTiers,
  aiCatalogue,
  backupPolicies,
  billing,
  serverless,
  security,
  nfs,
  edge,
  autoscale,
  databases,
  domains,
  dropletActions,
  dropletDestroy,
  dropletFamily,
  firewallFamily,
  images,
  inference,
  kubernetes,
  monitoring,
  networks,
  projects,
  registries,
  reservedIps,
  snapshotFamily,
  tags,
  uptime,
  volumes,
];
