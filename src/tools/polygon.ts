import type { Polygon } from '../shapes/polygon/codec.js';
import { isOpen } from '../shapes/polygon/shape.js';
import { ringTool } from './ring.js';

export const polygonTool = ringTool<Polygon>(
  { name: 'polygon', shape: 'polygon', title: 'Polygon', icon: 'pentagon', hotkey: 'p' },
  {
    adds: false,
    pending: (geometry) => (isOpen(geometry) ? geometry.points : undefined),
    firstHandle: () => 'v0',
    begin: (points) => ({ points, closed: false }),
    without: () => undefined,
    close: (points) => ({ points, closed: true }),
  },
);
