import { age, amount, code, count, link, name, price, region, status, tags, text, until, yesNo } from './columns.ts';
import { type FamilyGroup, family, newestFirst } from './family.ts';

export const compute: FamilyGroup = {
  title: 'Compute',
  families: [
    family(
      'autoscalepools_list',
      'Autoscale pools',
      [
        name(),
        status(),
        region('droplet_template.region'),
        text('Size', 'droplet_template.size'),
        count('Droplets', ['active_resources_count', 'current_utilization.instances']),
        text('From', 'config.min_instances', '56px'),
        text('To', 'config.max_instances', '56px'),
        age(),
      ],
      { create: 'autoscalepools_create' },
    ),
    family(
      'autoscalepools_list_members',
      'Members',
      [link('Droplet', 'droplet_id', 'droplets_list'), status(), text('Health', 'health_status'), age()],
      { inside: 'autoscalepools_list', idAt: ['droplet_id'] },
    ),
    family(
      'functions_list_namespaces',
      'Functions namespaces',
      [name(['label', 'namespace']), code('Namespace', 'namespace'), region(), text('API host', 'api_host'), age()],
      { create: 'functions_create_namespace', idAt: ['namespace', 'uuid'] },
    ),
    family(
      'functions_list_triggers',
      'Triggers',
      [name(), text('Function', 'function'), text('Type', 'type'), yesNo('On', 'is_enabled'), age()],
      {
        inside: 'functions_list_namespaces',
        create: 'functions_create_trigger',
        idAt: ['name'],
      },
    ),
    family('functionsAccessKey_list', 'Access keys', [name(), until('Ends', 'expires_at'), age()], {
      inside: 'functions_list_namespaces',
      create: 'functionsAccessKey_create',
      idAt: ['id'],
    }),
    family(
      'droplets_list_backup_policies',
      'Backup policies',
      [
        link('Droplet', ['droplet_id', 'id'], 'droplets_list'),
        text('Plan', 'backup_policy.plan'),
        text('Day', 'backup_policy.weekday'),
        text('Hour', 'backup_policy.hour'),
        yesNo('On', 'backup_enabled'),
      ],
      { idAt: ['droplet_id', 'id'], read: 'droplets_get_backup_policy' },
    ),
    family('oneClicks_list', '1-Click applications', [name('slug'), text('For', 'type')], { idAt: ['slug'] }),
    family(
      'sizes_list',
      'Sizes',
      [
        name('slug', 'Size'),
        text('Kind', 'description'),
        count('vCPU', 'vcpus'),
        amount('Memory', 'memory'),
        amount('Disk', 'disk'),
        yesNo('Offered', 'available'),
        price('price_monthly'),
      ],
      { idAt: ['slug'] },
    ),
    family('regions_list', 'Regions', [name(), code('Code', 'slug'), yesNo('Offered', 'available'), count('Sizes', 'sizes')], {
      idAt: ['slug'],
    }),
  ],
};

export const kubernetes: FamilyGroup = {
  title: 'Kubernetes',
  families: [
    family(
      'kubernetes_list_clusters',
      'Clusters',
      [
        name(),
        status('status.state'),
        region(),
        text('Version', 'version'),
        count('Node pools', 'node_pools'),
        yesNo('HA', 'ha'),
        tags(),
        age(),
      ],
      { create: 'kubernetes_create_cluster', urn: 'kubernetes' },
    ),
    family(
      'kubernetes_list_nodePools',
      'Node pools',
      [name(), text('Size', 'size'), count('Nodes', 'count'), yesNo('Scales', 'auto_scale'), tags()],
      { inside: 'kubernetes_list_clusters', create: 'kubernetes_add_nodePool' },
    ),
    family(
      'kubernetes_get_availableUpgrades',
      'Available upgrades',
      [name('slug', 'Version'), text('Kubernetes', 'kubernetes_version')],
      { inside: 'kubernetes_list_clusters', idAt: ['slug'] },
    ),
  ],
};

export const apps: FamilyGroup = {
  title: 'Apps',
  families: [
    family(
      'apps_list',
      'Apps',
      [
        name('spec.name'),
        status(['in_progress_deployment.phase', 'pending_deployment.phase', 'active_deployment.phase']),
        region(['region.slug', 'spec.region']),
        text('Tier', 'tier_slug', '72px'),
        text('Address', ['live_domain', 'default_ingress', 'live_url'], 'minmax(140px, 1.4fr)'),
        age('updated_at', 'Changed'),
      ],
      { create: 'apps_create', urn: 'app' },
    ),
    family(
      'apps_list_deployments',
      'Deployments',
      [
        name(['cause', 'id'], 'Cause'),
        status('phase'),
        text('Steps', 'progress.success_steps', '64px'),
        text('Of', 'progress.total_steps', '56px'),
        age(),
      ],
      { inside: 'apps_list', create: 'apps_create_deployment', idAt: ['id'], order: newestFirst },
    ),
    family(
      'apps_list_job_invocations',
      'Job runs',
      [name('job_name', 'Job'), status('phase'), text('Started by', 'trigger'), age()],
      {
        inside: 'apps_list',
        idAt: ['id'],
        order: newestFirst,
      },
    ),
    family(
      'apps_list_alerts',
      'App alerts',
      [name(['spec.rule', 'id'], 'Rule'), status('phase'), text('Component', 'component_name')],
      {
        inside: 'apps_list',
      },
    ),
    family('apps_get_instances', 'Instances', [name(['instance_name', 'instance_alias']), text('Component', 'component_name')], {
      inside: 'apps_list',
      idAt: ['instance_name'],
    }),
    family(
      'apps_list_regions',
      'App regions',
      [name(['label', 'slug']), code('Code', 'slug'), text('Continent', 'continent'), yesNo('Full', 'disabled')],
      { idAt: ['slug'] },
    ),
    family(
      'apps_list_instanceSizes',
      'Instance sizes',
      [
        name(['name', 'slug']),
        code('Code', 'slug'),
        text('CPU', 'cpus', '56px'),
        amount('Memory', 'memory_bytes'),
        price('usd_per_month'),
      ],
      { idAt: ['slug'] },
    ),
  ],
};
