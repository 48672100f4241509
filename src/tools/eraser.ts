import { strokeTool } from './stroke.js';

export const eraserTool = strokeTool({ name: 'eraser', shape: 'mask', erases: true });
export const bitmaskEraserTool = strokeTool({ name: 'bitmask-eraser', shape: 'bitmask', erases: true });
