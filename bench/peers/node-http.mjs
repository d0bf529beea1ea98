// node:http with a keep-alive agent of ten sockets: the least code that can be loaded.
import http from 'node:http';
import { byHand } from './by-hand.mjs';

/** @param {{ baseUrl: string, token: string }} options */
export function open({ baseUrl, token }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 10 });
  return byHand(
    (path, method = 'GET', body = undefined) =>
      new Promise((resolve, reject) => {
        const headers = { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) };
        const request = http.request(baseUrl + path, { agent, method, headers }, (answer) => {
          /** @type {Buffer[]} */
          const chunks = [];
          answer.on('data', (chunk) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () => {
            try {
              if ((answer.statusCode ?? 0) >= 300) throw new Error(`HTTP ${answer.statusCode}`);
              resolve(JSON.parse(Buffer.concat(chunks).toString()));
            } catch (error) {
              reject(error);
            }
          });
        });
        request.on('error', reject);
        request.end(body);
      }),
    () => agent.destroy(),
  );
}
