import { app, type Session, type WebContents } from 'electron';
import { pageOrigin } from '../identity.ts';

/** Guards every page that is ever made, whoever makes it. Call before the app is ready. */
export function guardPages(): void {
  app.on('web-contents-created', (_event, contents) => guardPage(contents));
}

/** A page stays where it is, opens nothing, embeds nothing, and cannot stop Buoy from quitting. */
function guardPage(contents: WebContents): void {
  const stay = (details: { url: string; preventDefault: () => void }) => {
    if (!isOwnPage(details.url)) details.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function isOwnPage(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && `${parsed.protocol}//${parsed.host}` === pageOrigin;
}

/** Electron grants every permission that nobody refuses. The page needs none: it copies and saves through the bridge. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}
