// undici's request as its documentation shows it, ten connections.
import { Agent, request } from 'undici';
import { byHand } from './by-hand.mjs';

/** @param {{ baseUrl: string, token: string }} options */
export function open({ baseUrl, token }) {
  const dispatcher = new Agent({ connections: 10, pipelining: 1 });
  return byHand(
    async (path, method = 'GET', body = undefined) => {
      const headers = { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) };
      const answer = await request(baseUrl + path, {
        dispatcher,
        headers,
        method: /** @type {'GET'} */ (method),
        ...(body ? { body } : {}),
      });
      if (answer.statusCode >= 300) {
        await answer.body.dump();
        throw new Error(`HTTP ${answer.statusCode}`);
      }
      return answer.body.json();
    },
    () => dispatcher.destroy(),
  );
}
