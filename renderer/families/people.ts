import {
  actedOn,
  age,
  amount,
  code,
  count,
  kindOf,
  link,
  linkByName,
  name,
  price,
  region,
  status,
  tags,
  text,
  until,
  yesNo,
} from './columns.ts';
import { type FamilyGroup, family, oldestLast } from './family.ts';

export const monitoring: FamilyGroup = {
  title: 'Monitoring',
  families: [
    family(
      'uptime_list_checks',
      'Uptime checks',
      [
        name(),
        yesNo('On', 'enabled'),
        text('Type', 'type', '64px'),
        text('Target', 'target', 'minmax(140px, 1.6fr)'),
        count('Regions', 'regions'),
      ],
      { create: 'uptime_create_check' },
    ),
    family(
      'uptime_list_alerts',
      'Uptime alerts',
      [name(), text('Type', 'type'), amount('Limit', 'threshold', '64px'), text('For', 'period', '64px')],
      {
        inside: 'uptime_list_checks',
        create: 'uptime_create_alert',
      },
    ),
    family(
      'monitoring_list_alertPolicy',
      'Alert policies',
      [
        name(['description', 'type'], 'Policy'),
        yesNo('On', 'enabled'),
        text('Metric', 'type', 'minmax(140px, 1.4fr)'),
        text('Compare', 'compare', '96px'),
        amount('Limit', 'value', '72px'),
        text('Window', 'window', '64px'),
        tags(),
      ],
      { create: 'monitoring_create_alertPolicy', idAt: ['uuid'] },
    ),
    family(
      'monitoring_list_destinations',
      'Log destinations',
      [name(), text('Type', 'type'), code('Endpoint', 'config.endpoint')],
      {
        create: 'monitoring_create_destination',
      },
    ),
    family(
      'monitoring_list_sinks',
      'Log sinks',
      [
        name(['destination.name', 'destination.id'], 'Destination'),
        text('Type', 'destination.type'),
        count('Resources', 'resources'),
      ],
      {
        create: 'monitoring_create_sink',
        // The published answers have no field for the id of a sink. One that they have all the same, or a URN of a sink, tells it.
        idAt: ['id', 'uuid', 'sink_uuid', 'urn'],
        idPart: /^(?:do:[a-z_]*sink[a-z_]*:)?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i,
      },
    ),
  ],
};

export const billing: FamilyGroup = {
  title: 'Billing',
  families: [
    family(
      'invoices_list',
      'Invoices',
      [name('invoice_period', 'Period'), price('amount', 'Amount'), age('updated_at', 'Made')],
      {
        idAt: ['invoice_uuid'],
        order: { by: 'invoice_period', isDescending: true },
      },
    ),
    family(
      'invoices_get_byUUID',
      'Invoice items',
      [
        name(['description', 'product'], 'What'),
        text('Product', 'product'),
        amount('For', 'duration', '64px'),
        linkByName('Project', 'project_name', 'projects_list'),
        price('amount', 'Amount'),
      ],
      { inside: 'invoices_list', idAt: ['resource_uuid', 'description'] },
    ),
    family(
      'billingHistory_list',
      'Billing history',
      [name('description', 'What'), text('Type', 'type', '96px'), price('amount', 'Amount'), age('date', 'When')],
      {
        idAt: ['invoice_uuid', 'date'],
        order: { by: 'date', isDescending: false },
      },
    ),
  ],
};

export const account: FamilyGroup = {
  title: 'Account',
  families: [
    family(
      'projects_list',
      'Projects',
      [name(), text('Purpose', 'purpose'), text('Environment', 'environment', '104px'), yesNo('Default', 'is_default'), age()],
      { create: 'projects_create', idAt: ['id'] },
    ),
    family('projects_list_resources', 'Contents', [name(['name', 'urn']), kindOf('urn'), status(), age('assigned_at', 'Since')], {
      inside: 'projects_list',
      create: 'projects_assign_resources',
      idAt: ['urn'],
      order: { by: 'urn', isDescending: false },
      standsFor: { urn: 'urn' },
    }),
    family('sshKeys_list', 'SSH keys', [name(), code('Fingerprint', 'fingerprint', 'minmax(180px, 2fr)')], {
      create: 'sshKeys_create',
      idAt: ['id'],
    }),
    family(
      'tags_list',
      'Tags',
      [
        name(),
        count('Resources', 'resources.count'),
        count('Droplets', 'resources.droplets.count'),
        count('Volumes', 'resources.volumes.count'),
      ],
      { create: 'tags_create', idAt: ['name'] },
    ),
    family(
      'actions_list',
      'Actions',
      [
        name('type', 'Action'),
        status(),
        text('Kind', 'resource_type', '96px'),
        link('On', 'resource_id', actedOn),
        region(['region_slug', 'region.slug', 'region']),
        age('started_at', 'Started'),
      ],
      { order: { by: 'started_at', isDescending: false } },
    ),
    family(
      'organizations_list_teams',
      'Teams',
      [name(), status(), count('Members', 'member_count'), age('joined_organization_at', 'Since')],
      { create: 'organizations_create_team', isOfFew: true },
    ),
    family(
      'addons_list',
      'Add-ons',
      [name(), status('state'), text('App', 'app_slug'), text('Plan', ['plan_name', 'plan_slug']), price('plan_price_per_month')],
      {
        create: 'addons_create',
        idAt: ['uuid'],
      },
    ),
    family(
      'addons_get_app',
      'Add-on catalogue',
      [name(['app_name', 'name', 'app_slug']), code('Code', 'app_slug'), count('Plans', 'plans')],
      {
        idAt: ['app_slug'],
      },
    ),
  ],
};

export const security: FamilyGroup = {
  title: 'Security',
  families: [
    family(
      'certificates_list',
      'Certificates',
      [
        name(),
        status('state'),
        text('Type', 'type', '90px'),
        text('Names', 'dns_names', 'minmax(130px, 1.6fr)'),
        until('Expires', 'not_after'),
        age(),
      ],
      { create: 'certificates_create' },
    ),
    family('security_list_scans', 'Security scans', [name('created_at', 'Made'), status(), count('Findings', 'findings')], {
      create: 'security_create_scan',
      order: oldestLast,
    }),
  ],
};
