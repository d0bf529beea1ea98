import { expect } from '@playwright/test';
import type { Place } from './place.ts';
import { type Row, request } from './row.ts';
import { rowOf } from './things.ts';

/** The list in the cluster that makes them. */
const pools: Place = {
  family: 'databases_list_connectionPools',
  inside: { value: 'database_cluster_uuid', of: { family: 'databases_list_clusters', thing: 'db-main' } },
};

export const databaseRows: readonly Row[] = [
  {
    number: 9,
    does: 'copy the connection string of db-main',
    most: 1,
    begins: 'db-main',
    hands: (hand) => hand.press('Copy connection string'),
    sends: [],
    says: 'The connection string of db-main is copied, with its password.',
    async afterwards({ page }, account) {
      const { uri } = (await rowOf(account, 'db-main')).private_connection as { uri: string };
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(uri);
    },
  },
  {
    number: 10,
    does: 'let 203.0.113.77 into db-main',
    most: 3,
    begins: 'db-main',
    async hands(hand) {
      await hand.press('Allow access…');
      await hand.write('Address', '203.0.113.77');
      await hand.send('Allow');
    },
    sends: [
      request('GET /v2/databases/{db-main}/firewall'),
      request(
        'PUT /v2/databases/{db-main}/firewall',
        '{"rules":[{"uuid":"{rule}","type":"tag","value":"prod","description":""},{"type":"ip_addr","value":"203.0.113.77"}]}',
      ),
    ],
    says: '203.0.113.77 may connect to db-main.',
  },
  {
    number: 11,
    does: 'rotate the password of user shop',
    most: 3,
    begins: 'shop',
    async hands(hand) {
      await hand.press('Rotate password…');
      await hand.send('Rotate');
      await hand.send('Copy New password of shop');
    },
    sends: [request('POST /v2/databases/{db-main}/users/shop/reset_auth', '{}')],
    says: 'shop has a new password; the old one no longer works.',
  },
  {
    number: 12,
    does: 'add a pool on db-main',
    most: 5,
    begins: pools,
    async hands(hand) {
      await hand.press('New…');
      await hand.write('Name', 'web-pool');
      await hand.choose('Database', 'shop');
      await hand.choose('Signs in as', 'shop');
      await hand.send('Add');
    },
    sends: [
      request(
        'POST /v2/databases/{db-main}/pools',
        '{"name":"web-pool","mode":"transaction","size":10,"db":"shop","user":"shop"}',
      ),
    ],
    says: 'The pool web-pool of db-main takes 10 connections to shop.',
  },
  {
    number: 13,
    does: 'resize db-reports',
    most: 3,
    begins: 'db-reports',
    async hands(hand) {
      await hand.press('Resize…');
      await hand.pickAndSend('Size', '2 vCPU, 4 GB', 'Resize');
    },
    sends: [
      request('GET /v2/databases/options'),
      request('PUT /v2/databases/{db-reports}/resize', '{"size":"db-s-2vcpu-4gb","num_nodes":1,"storage_size_mib":61440}'),
    ],
    says: 'db-reports is being resized to 1 × 2 vCPU, 4 GB.',
  },
  {
    number: 14,
    does: 'upgrade db-main to 18',
    most: 2,
    begins: 'db-main',
    async hands(hand) {
      await hand.press('Upgrade…');
      await hand.send('Upgrade');
    },
    sends: [request('GET /v2/databases/options'), request('PUT /v2/databases/{db-main}/upgrade', '{"version":"18"}')],
    says: 'db-main is being upgraded to PostgreSQL 18.',
  },
  {
    number: 15,
    does: 'move its window to Sunday 04:00 UTC',
    most: 4,
    begins: 'db-main',
    async hands(hand) {
      await hand.press('Maintenance window…');
      await hand.pick('Day (UTC)', 'Sunday');
      await hand.pickAndSend('From', '04:00', 'Save');
    },
    sends: [request('PUT /v2/databases/{db-main}/maintenance', '{"day":"sunday","hour":"04:00:00"}')],
    says: /^Updates of db-main are installed on Sundays from 04:00 UTC \(\d\d:\d\d here\)\.$/,
  },
  {
    number: 16,
    does: 'change what sessions evicts, and see no pools, users or backups there',
    most: 3,
    begins: 'sessions',
    async hands(hand) {
      await hand.press('What goes when memory is full…');
      await hand.pick('What is thrown away', 'What was used longest ago');
      await hand.send('Save');
    },
    sends: [
      request('GET /v2/databases/{sessions}/eviction_policy'),
      request('PUT /v2/databases/{sessions}/eviction_policy', '{"eviction_policy":"allkeys_lru"}'),
    ],
    says: 'When memory is full, sessions throws away: what was used longest ago.',
    async afterwards({ page }) {
      const jobs = page.getByRole('region', { name: 'What else you can do' });
      await jobs.getByRole('button', { name: /^\d+ more$/ }).click();
      await expect(page.getByRole('menuitem').first()).toBeVisible();
      const labels = [...(await jobs.getByRole('button').allInnerTexts()), ...(await page.getByRole('menuitem').allInnerTexts())];
      expect(labels.filter((label) => /pool|user|backup/i.test(label))).toEqual([]);
    },
  },
];
