import { inventedView } from '../../doubles/invented-view.ts';
import { createOperationsBridge } from '../../doubles/operations-bridge.ts';

// The page itself over an invented view and the committed catalogue; answers are told by the pictures.
const bridge = createOperationsBridge(inventedView());
Object.assign(window, { buoy: bridge, fake: bridge });
await import('../../../renderer/main.tsx');
