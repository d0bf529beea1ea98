/**
 * Buoy while it is worked on, on the demo account unless `--real` is given. `npm run dev` opens Electron where that can
 * run, rebuilt and restarted on every change; `npm run dev:web` serves the browser, where changes to the page show at once.
 */
import { electronRuntime, whyNoElectron } from '../launch/electron-runtime.ts';
import { developElectron } from './develop-electron.ts';
import { developWeb } from './develop-web.ts';

const given = process.argv.slice(2);
const account = given.includes('--real') ? [] : ['--demo'];
const hostArguments = [...account, ...given.filter((argument) => argument !== '--real' && argument !== '--web')];

const runtime = given.includes('--web') || whyNoElectron(process) !== null ? null : electronRuntime();
const stop =
  runtime && 'executable' in runtime
    ? await developElectron([runtime.executable, '.', ...hostArguments])
    : await developWeb(hostArguments);

const end = () => void stop().then(() => process.exit(0));
process.once('SIGINT', end);
process.once('SIGTERM', end);
