import { appLogs } from '../logs/app-logs.ts';
import { accountFamily } from './account/account.ts';
import { billing } from './account/billing.ts';
import { projects } from './account/projects.ts';
import { security } from './account/security.ts';
import { tags } from './account/tags.ts';
import { ai } from './ai/ai.ts';
import { aiCatalogue } from './ai/ai-catalogue.ts';
import { aiSlow } from './ai/ai-slow.ts';
import { aiUpdates } from './ai/ai-updates.ts';
import { aiUploads } from './ai/ai-uploads.ts';
import { dedicated } from './ai/dedicated.ts';
import { inference } from './ai/inference.ts';
import { actions } from './compute/actions.ts';
import { appRollbacks } from './compute/app-rollbacks.ts';
import { appTiers } from './compute/app-tiers.ts';
import { apps } from './compute/apps.ts';
import { autoscale } from './compute/autoscale.ts';
import { backupPolicies } from './compute/backup-policies.ts';
import { dropletActions } from './compute/droplet-actions.ts';
import { dropletDestroy } from './compute/droplet-destroy.ts';
import { dropletFamily } from './compute/droplets.ts';
import { images } from './compute/images.ts';
import { kubernetes } from './compute/kubernetes.ts';
import { kubernetesExtras } from './compute/kubernetes-extras.ts';
import { marketplace } from './compute/marketplace.ts';
import { registries } from './compute/registries.ts';
import { registryPlans } from './compute/registry-plans.ts';
import { serverless } from './compute/serverless.ts';
import { snapshotFamily } from './compute/snapshots.ts';
import type { Family } from './family.ts';
import { monitoring } from './monitoring/monitoring.ts';
import { logSinks } from './monitoring/sinks.ts';
import { uptime } from './monitoring/uptime.ts';
import { domains } from './networking/domains.ts';
import { edge } from './networking/edge.ts';
import { firewallFamily } from './networking/firewalls.ts';
import { interconnect } from './networking/interconnect.ts';
import { networks } from './networking/networks.ts';
import { reservedIps } from './networking/reserved-ips.ts';
import { databaseParts } from './storage/database-parts.ts';
import { databases } from './storage/databases.ts';
import { nfs } from './storage/nfs.ts';
import { volumes } from './storage/volumes.ts';

/** Every family with behaviour of its own. All other operations are answered from the catalogue's schemas alone. */
export const families: readonly Family[] = [
  accountFamily,
  actions,
  ai,
  aiSlow,
  aiUpdates,
  aiUploads,
  apps,
  appLogs,
  appRollbacks,
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
  dedicated,
  databaseParts,
  domains,
  dropletActions,
  dropletDestroy,
  dropletFamily,
  firewallFamily,
  images,
  inference,
  kubernetes,
  kubernetesExtras,
  logSinks,
  monitoring,
  networks,
  projects,
  registries,
  registryPlans,
  reservedIps,
  snapshotFamily,
  tags,
  uptime,
  volumes,
];
