import { awkwardAnswers } from '../doubles/invented/awkward-answers.ts';
import { inventedView } from '../doubles/invented/invented-view.ts';
import { createFakeBridge } from '../doubles/page/fake-bridge.ts';
import { createOperationsBridge } from '../doubles/page/operations-bridge.ts';
import { sceneView } from './scenes.ts';

// The real page over an invented view, which the address names. Operations come from the catalogue, with answers that the
// pictures choose.
const scene = new URLSearchParams(location.search).get('scene') ?? 'full';
const bridge =
  scene === 'operations'
    ? createOperationsBridge(inventedView())
    : scene === 'answers'
      ? createOperationsBridge(sceneView('one-team'), awkwardAnswers)
      : createFakeBridge(sceneView(scene));
Object.assign(window, { buoy: bridge, fake: bridge });
await import('../../renderer/main.tsx');
