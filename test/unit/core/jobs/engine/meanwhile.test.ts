import { describe, expect, it } from 'vitest';
import type { Droplet } from '../../../../../main/core/digitalocean/resources/droplets.ts';
import { meanwhile } from '../../../../../main/core/jobs/engine/meanwhile.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { meanwhileLines } from '../../../../../renderer/jobs/meanwhile-lines.ts';

const droplets = new Map([[4, { name: 'web-04' } as Droplet]]);
const lines = (before: JsonObject, after: JsonObject) => meanwhileLines(meanwhile(before, after, droplets));

describe('what was changed elsewhere', () => {
  it('is told in the words of lists and panels, part by part', () => {
    const before = {
      http_idle_timeout_seconds: 60,
      sticky_sessions: { type: 'none' },
      health_check: { port: 80, protocol: 'http' },
      tags: ['web'],
      redirect_http_to_https: false,
      labels: { team_name: 'shop' },
      rules: [{ port: 1 }],
    };
    const after = {
      http_idle_timeout_seconds: 77,
      sticky_sessions: { type: 'cookies' },
      health_check: { port: 8080, protocol: 'https' },
      tags: ['web', 'jobs'],
      redirect_http_to_https: true,
      labels: { team_name: 'web' },
      rules: [{ port: 2 }],
    };
    expect(lines(before, after)).toEqual([
      'HTTP idle timeout: 1 min → 1 min 17 s',
      'Sticky sessions, type: None → Cookies',
      'Health check, port: 80 → 8080',
      'Health check, protocol: HTTP → HTTPS',
      'Tags: + jobs',
      'Redirect HTTP to HTTPS: No → Yes',
      'Labels, team_name: shop → web',
      'Rule 1, port: 1 → 2',
    ]);
    expect(lines({ type: 'v1/insights/droplet/cpu', value: 80 }, { type: 'v1/insights/droplet/cpu', value: 85 })).toEqual([
      'Value: 80 % → 85 %',
    ]);
  });

  it('names droplets, and shows neither secrets nor other ids', () => {
    expect(lines({ droplet_ids: [] }, { droplet_ids: [4] })).toEqual(['Droplets: + web-04']);
    expect(lines({ droplet_ids: [4] }, { droplet_ids: [4, 5] })).toEqual(['Droplets: changed']);
    const before = { api_token: 'one', vpc_uuid: 'a', firewall_ids: ['b'], config: { password: 'a' } };
    const after = { api_token: 'two', vpc_uuid: 'b', firewall_ids: [], config: { password: 'b' } };
    expect(JSON.stringify(meanwhile(before, after, droplets))).not.toMatch(/one|two|"[ab]"/);
    expect(lines(before, after)).toEqual(['API token: changed', 'VPC: changed', 'Firewalls: changed', 'Config: changed']);
  });
});
