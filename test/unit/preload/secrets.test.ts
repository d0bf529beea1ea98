import { describe, expect, it } from 'vitest';
import { holdsSecret, isSecret } from '../../../preload/contract/secrets.ts';
import { responseFields } from '../../doubles/core/response-fields.ts';

/** Fields whose names sound like secrets and are none, looked at one by one. */
const harmless = new Set(
  `access_key api_key_uuid auth_plugin authority certificate_authority_data client_certificate_data key object_key
   public_key ssh_keys stop_token stored_object_key basic_auth_username access_cert`
    .split(/\s+/)
    .filter(Boolean),
);

describe('what is secret', () => {
  it('is decided for every field of an answer that sounds like it', async () => {
    const sounds = /passw|secret|token$|(^|_)keys?$|cred|auth|user_data|private|kubeconfig|(^|_)(pre)?signed|upload_url|key_data/;
    const texts = (await responseFields()).filter(({ field, schema }) => schema.type === 'string' && sounds.test(field));
    const undecided = texts.filter(
      ({ field, inside }) =>
        !harmless.has(field) && !/^private_(endpoint|network)/.test(field) && !isSecret({ field, value: 'x', inside }),
    );
    expect([...new Set(undecided.map(({ field }) => field))]).toEqual([]);
    const secret = texts.filter(({ field, inside }) => isSecret({ field, value: 'x', inside })).map(({ field }) => field);
    expect([...new Set(secret)].sort()).toEqual([
      'api_key',
      'api_token',
      'auth',
      'authorization',
      'basic_auth_password',
      'client_key_data',
      'datadog_api_key',
      'hf_token',
      'password',
      'presigned_url',
      'refresh_token',
      'registry_credentials',
      'secret',
      'secret_key',
      'signed_url',
      'token',
      'upload_url',
      'user_data',
    ]);
  });

  it.each([
    [{ field: 'authorization', value: 'Bearer x', inside: 'mcp_servers' }, true],
    [{ field: 'X-Api-Key', value: 'x', inside: 'headers' }, true],
    [{ field: 'key', value: 'x', beside: { namespace: 'fn-1', key: 'x' } }, true],
    [{ field: 'key', value: 'LOG_LEVEL', beside: { key: 'LOG_LEVEL', value: 'debug' } }, false],
    [{ field: 'value', value: 'x', beside: { key: 'API_KEY', type: 'SECRET' } }, true],
    [{ field: 'value', value: 'debug', beside: { key: 'LOG_LEVEL', type: 'GENERAL' } }, false],
    [{ field: 'value', value: 'x', inside: 'bgp_auth_key' }, true],
    [{ field: 'value', value: 'x', inside: 'tokens' }, true],
    [{ field: 'value', value: 'x', inside: 'labels' }, false],
    [{ field: 'access_key', value: 'DO00EXAMPLE', beside: { name: 'backups' } }, false],
    [{ field: 'access_key', value: 'x', beside: { access_cert: 'y' } }, true],
    [{ field: 'uri', value: 'postgres://shop:pass@db.example.com:25060/shop' }, true],
    [{ field: 'uri', value: 'rediss://:pass@cache.example.com:25061' }, true],
    [{ field: 'uri', value: 'https://db.example.com/a:b@c' }, false],
    [{ field: 'url', value: 'https://hooks.slack.com/services/T0/B0/x' }, true],
    [{ field: 'url', value: 'wss://shell.example.com/?token=x' }, true],
    [{ field: 'historic_urls', value: 'https://logs.example.com/1?X-Amz-Date=1&X-Amz-Signature=x' }, true],
    [{ field: 'value', value: 'di_x', beside: { name: 'first', is_managed: false } }, true],
    [{ field: 'total_tokens', value: '4096' }, false],
    [{ field: 'password', value: '' }, false],
    [{ field: 'password_set', value: true }, false],
    [{ field: 'notes', value: '-----BEGIN RSA PRIVATE KEY-----' }, true],
  ])('%j: %s', (placed, expected) => {
    expect(isSecret(placed)).toBe(expected);
  });

  it('is found however deep it stands in an answer', () => {
    expect(holdsSecret({ namespaces: [{ namespace: 'fn-1', key: 'x' }] })).toBe(true);
    expect(holdsSecret({ credentials: { credentials: { basic_auth_username: 'a', basic_auth_password: 'b' } } })).toBe(true);
    expect(holdsSecret({ auths: { 'registry.example.com': { auth: 'x' } } })).toBe(true);
    expect(holdsSecret({ policies: [{ type: 'cpu', alerts: { slack: [{ url: 'https://hooks.slack.com/services/x' }] } }] })).toBe(
      true,
    );
    expect(holdsSecret({ account: { email: 'ops@example.com', uuid: 'u-1' } })).toBe(false);
    expect(holdsSecret('text')).toBe(false);
  });
});
