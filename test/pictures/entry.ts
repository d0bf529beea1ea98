import { createFakeBridge } from '../doubles/fake-bridge.ts';
import { sceneView } from './scenes.ts';

// The page itself, over an invented view: which one, the address says.
const scene = new URLSearchParams(location.search).get('scene') ?? 'full';
const bridge = createFakeBridge(sceneView(scene));
Object.assign(window, { buoy: bridge, fake: bridge });
await import('../../renderer/main.tsx');
