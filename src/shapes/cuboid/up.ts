import type { Dict } from '../../model/json.js';
import { type Frame, frames } from './frame.js';

/** The axes of a cloud by the attribute `upAxis` of its object tag; z is up where it says nothing. */
export function frameBy({ upAxis }: Dict): Frame {
  const name = String(upAxis).toLowerCase();
  return name === 'x' || name === 'y' ? frames[name] : frames.z;
}
