/**
 * Scopes that a token needs for all that Buoy shows and does by itself, as the operations behind it name them. A token with fewer
 * works too: what it may not read says so where it would stand.
 */
export const tokenScopes: readonly string[] = [
  'account:read',
  'droplet:read',
  'droplet:update',
  'droplet:delete',
  'actions:read',
  'regions:read',
  'sizes:read',
  'image:read',
  'tag:read',
  'snapshot:read',
  'block_storage:read',
  'billing:read',
  'monitoring:read',
  'uptime:read',
];
