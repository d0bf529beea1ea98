/**
 * Scopes that a token needs for everything that Buoy shows and does by itself, named as the operations behind it name them. A
 * token with fewer scopes works too: where data is missing, the page says which scope it needs.
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
