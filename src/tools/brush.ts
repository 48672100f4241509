import { strokeTool } from './stroke.js';

export const brushTool = strokeTool({ name: 'brush', shape: 'mask', erases: false });
export const bitmaskBrushTool = strokeTool({ name: 'bitmask-brush', shape: 'bitmask', erases: false });
