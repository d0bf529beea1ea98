/**
 * `npm run dev` for Electron, with the test in Electron's place. Run in a copy of the repository, it tells its parent when to
 * start the program and when to end it. Argument: the page's port.
 */
import { once } from 'node:events';
import { develop } from '../../../scripts/dev/develop.ts';

const stop = await develop({
  host: 'electron',
  port: Number(process.argv[2]),
  start() {
    process.send?.('start');
    return {
      async stop() {
        process.send?.('stop');
        await once(process, 'message');
      },
    };
  },
});
process.removeAllListeners('SIGTERM');
process.once('SIGTERM', () => void stop().then(() => process.disconnect()));
