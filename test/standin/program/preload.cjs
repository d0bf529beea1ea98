const { contextBridge, ipcRenderer } = require('electron');

class Api {
  hidden() {}
}
const attempts = {};
for (const name of ['fs', 'node:path', './neighbour']) {
  try {
    require(name);
    attempts[name] = 'loaded';
  } catch (error) {
    attempts[name] = error.message;
  }
}

const { EventEmitter } = require('node:events');
const emitter = new EventEmitter();
const heard = [];
emitter.on('x', (value) => heard.push(value));
emitter.emit('x', new (require('node:url').URL)('https://example.com/a').pathname);
heard.push(typeof require('node:timers').setTimeout);

contextBridge.exposeInMainWorld('api', {
  attempts,
  heard,
  hasDirname: typeof __dirname !== 'undefined',
  instance: new Api(),
  echo: (value) => ipcRenderer.invoke('echo', value),
  fail: () => ipcRenderer.invoke('fail'),
  frame: () => ipcRenderer.invoke('frame'),
  never: () => ipcRenderer.invoke('never'),
  missing: () => ipcRenderer.invoke('missing'),
  sendFunction: () => ipcRenderer.invoke('echo', () => {}),
  throwTyped: () => {
    throw Object.assign(new TypeError('typed'), { code: 'E_CODE' });
  },
  isSame: (first, second) => first === second,
  callTwice: (callback) => [callback(1), callback(2)],
  onGreet: (listener) => {
    const wrapped = (_event, value) => listener(value);
    ipcRenderer.on('greet', wrapped);
    ipcRenderer.send('ready');
    return () => ipcRenderer.off('greet', wrapped);
  },
});
window.leaked = true;

let second = 'allowed';
try {
  contextBridge.exposeInMainWorld('api', {});
} catch (error) {
  second = error.message;
}
contextBridge.exposeInMainWorld('secondExposure', second);

let renderer = 'allowed';
try {
  contextBridge.exposeInMainWorld('ipc', { ipcRenderer });
} catch (error) {
  renderer = error.message;
}
contextBridge.exposeInMainWorld('rendererExposure', renderer);
