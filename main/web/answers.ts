import type { ServerResponse } from 'node:http';
import type { Outcome } from '../../preload/contract/failure.ts';
import { contentSecurityPolicy } from '../host/page-files.ts';
import type { Refusal } from './request-guard.ts';

/** Sent with every answer, even a refusal. No CORS header is among them, so no other site can read anything. */
const alwaysHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), clipboard-write=(self)',
  'x-robots-tag': 'noindex',
} as const;

export function writeHead(response: ServerResponse, status: number, headers: Record<string, string | number>): void {
  response.writeHead(status, {
    'content-security-policy': contentSecurityPolicy(null),
    'cache-control': 'no-store',
    ...alwaysHeaders,
    ...headers,
  });
}

export function sendOutcome(response: ServerResponse, status: number, outcome: Outcome<unknown>): void {
  const body = JSON.stringify(outcome);
  writeHead(response, status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

/** Closes the connection, because the rest of the request may still be on its way. */
export function sendRefusal(response: ServerResponse, { status, failure }: Refusal): void {
  response.shouldKeepAlive = false;
  sendOutcome(response, status, { ok: false, failure });
}
